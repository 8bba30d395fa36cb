import { useState } from "preact/hooks";
import type { SecondCoding } from "../../../lib/domain";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { useTexts } from "../../texts";

/** The end of blind coding: when all is coded, or earlier with what that means said first. */
export function RevealSection({
  coding: { human, units },
  onReveal,
  onRemove,
}: {
  coding: SecondCoding;
  onReveal: () => Promise<void>;
  onRemove: () => Promise<void>;
}) {
  const { phrase } = useTexts();
  const { busy, problem, act } = useActing();
  const [asking, setAsking] = useState<"reveal" | "remove">();
  const open = units.length - human.length;
  if (human.length === 0 && asking === undefined)
    return (
      <p>
        <button type="button" class="link" onClick={() => setAsking("remove")}>
          {phrase("secondRemove")}
        </button>
      </p>
    );
  return (
    <div class="second-reveal">
      {open === 0 ? (
        <button type="button" class="main" disabled={busy} onClick={() => void act(onReveal)}>
          {phrase("secondReveal")}
        </button>
      ) : asking === undefined ? (
        <p class="actions">
          <button type="button" class="link" onClick={() => setAsking("reveal")}>
            {phrase("secondRevealEarly")}
          </button>
          <button type="button" class="link" onClick={() => setAsking("remove")}>
            {phrase("secondRemove")}
          </button>
        </p>
      ) : (
        <div role="alert">
          <p>{asking === "reveal" ? phrase("secondRevealSays", { open }) : phrase("secondRemoveSays")}</p>
          <p class="actions">
            <button
              type="button"
              class={asking === "remove" ? "danger" : ""}
              disabled={busy}
              onClick={() => void act(asking === "reveal" ? onReveal : onRemove)}
            >
              {phrase(asking === "reveal" ? "secondReveal" : "secondRemove")}
            </button>
            <button type="button" onClick={() => setAsking(undefined)}>
              {phrase("cancel")}
            </button>
          </p>
        </div>
      )}
      {problem !== undefined && <ProblemNote problem={problem} />}
    </div>
  );
}
