import { useRef, useState } from "preact/hooks";
import { type ReadFile, readNotebookFile } from "../../../lib/annotate/exchange";
import type { ConflictChoice, MergePlan } from "../../../lib/domain";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { useTexts } from "../../texts";
import type { NotebookActions } from "../notebook-view";
import { PlanView } from "./PlanView";

/** Reads a file, shows what bringing it would do, and brings it when that is wanted. */
export function BringFile({ actions }: { actions: Pick<NotebookActions, "exchange"> }) {
  const { phrase } = useTexts();
  const { busy, problem, act } = useActing();
  const [found, setFound] = useState<{ file: ReadFile; plan: MergePlan }>();
  const [told, setTold] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const { exchange } = actions;

  const read = (chosen: File) =>
    act(async () => {
      setTold("");
      setFound(undefined);
      const bytes = new Uint8Array(await chosen.arrayBuffer());
      const file = readNotebookFile(bytes, chosen.name, new Date().toISOString());
      setFound({ file, plan: await exchange.plan(file.notebook, file.format, file.warnings) });
    });
  const bring = (choices: Readonly<Record<string, ConflictChoice>>) =>
    act(async () => {
      if (!found) return;
      const brought = await exchange.bring(found.file.notebook, found.file.format, choices);
      leave();
      setTold(phrase("exchangeBrought", { ...brought }));
    });
  const leave = () => {
    setFound(undefined);
    queueMicrotask(() => field.current?.focus());
  };
  return (
    <div class="exchange-bring">
      {found ? (
        <PlanView plan={found.plan} busy={busy} onBring={(choices) => void bring(choices)} onLeave={leave} />
      ) : (
        <label class="choose-file">
          {phrase("exchangeBring")}
          <input
            ref={field}
            type="file"
            accept=".json,.jsonld,application/json,application/ld+json"
            onChange={({ currentTarget }) => {
              const file = currentTarget.files?.[0];
              if (file) void read(file);
              currentTarget.value = ""; // the same file can be chosen again
            }}
          />
        </label>
      )}
      <p class="sub">{phrase("exchangeBringWhat")}</p>
      <p role="status">{told}</p>
      {problem !== undefined && <ProblemNote problem={problem} />}
    </div>
  );
}
