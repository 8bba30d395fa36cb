import { useId, useState } from "preact/hooks";
import type { Coder } from "../../../lib/domain";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { useTexts } from "../../texts";

/** What this person is called in files they give away. */
export function OwnName({ coders, onSave }: { coders: readonly Coder[]; onSave: (name: string) => Promise<void> }) {
  const { phrase } = useTexts();
  const { problem, act } = useActing();
  const own = coders.find((coder) => coder.own);
  const [typed, setTyped] = useState<string>();
  const name = typed ?? own?.name ?? "";
  const id = useId();
  return (
    <form
      class="exchange-name"
      onSubmit={(event) => {
        event.preventDefault();
        void act(async () => {
          await onSave(name);
          setTyped(undefined);
        });
      }}
    >
      <label for={id}>{phrase("exchangeName")}</label>
      <input
        id={id}
        value={name}
        maxLength={120}
        dir="auto"
        autocomplete="off"
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      <button type="submit" class="small" disabled={name === (own?.name ?? "")}>
        {phrase("exchangeNameSave")}
      </button>
      {problem !== undefined && <ProblemNote problem={problem} />}
    </form>
  );
}
