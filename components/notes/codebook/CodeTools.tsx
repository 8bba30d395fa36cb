import { useState } from "preact/hooks";
import { partsOf } from "../../../lib/annotate/codebook";
import type { Code } from "../../../lib/domain";
import { useCodes } from "../../codes/codes-view";
import { ConfirmButton } from "../../settings/ConfirmButton";
import { useTexts } from "../../texts";
import { useNotebook } from "../notebook-context";
import { MergeCode } from "./MergeCode";
import { SplitCode } from "./SplitCode";
import { moveOf } from "./tree-keys";

/** All that can be done with a code as a whole; each can be taken back. */
export function CodeTools({ code, onEdit, onGone }: { code: Code; onEdit: () => void; onGone: () => void }) {
  const { phrase } = useTexts();
  const { codes, actions: codeActions } = useCodes();
  const { view, actions, acts } = useNotebook();
  const [doing, setDoing] = useState<"merge" | "split">();
  const passages = view.annotations.filter(({ codeIds }) => codeIds.includes(code.id));
  const parts = partsOf(codes, code.id).length;
  const end = () => setDoing(undefined);
  const move = (key: string) => {
    const step = moveOf(key, code, codes);
    if (step?.do !== "move") return undefined;
    return () =>
      void acts.act(
        async () => actions?.moveCode(code.id, step.parentId, step.place),
        phrase("notesDone", { what: "order" }),
      );
  };
  const [up, down] = [move("ArrowUp"), move("ArrowDown")];
  if (doing === "merge") return <MergeCode code={code} onDone={onGone} onClose={end} />;
  if (doing === "split") return <SplitCode code={code} passages={passages} onClose={end} />;
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons that belong together, no form
    <div class="actions code-tools" role="group" aria-label={phrase("codeTools")}>
      <button type="button" class="small" onClick={onEdit}>
        {phrase("codeEdit")}
      </button>
      <button type="button" class="small" disabled={!up} onClick={up}>
        {phrase("codeUp")}
      </button>
      <button type="button" class="small" disabled={!down} onClick={down}>
        {phrase("codeDown")}
      </button>
      <button type="button" class="small" disabled={codes.length < 2} onClick={() => setDoing("merge")}>
        {phrase("codeMerge")}
      </button>
      <button type="button" class="small" disabled={passages.length === 0} onClick={() => setDoing("split")}>
        {phrase("codeSplit")}
      </button>
      <ConfirmButton
        label={phrase("delete")}
        about={code.name}
        question={phrase("codeDeleteNow", { count: passages.length, parts })}
        onConfirm={() => {
          onGone();
          void acts.act(async () => codeActions.remove(code.id), phrase("notesDone", { what: "code_delete" }));
        }}
      />
    </div>
  );
}
