import { useRef, useState } from "preact/hooks";
import { ordered, partsOf } from "../../../lib/annotate/codebook";
import type { Annotation, Code } from "../../../lib/domain";
import { useTexts } from "../../texts";
import { CodeDot } from "../CodeChip";
import { useNotebook } from "../notebook-context";
import { type CodeCount, codeCounts, passagesWithParts } from "./code-counts";
import { seenRows, stepOf } from "./tree-keys";

/** The codes with their parts: one tab stop, arrow keys, Enter opens; Alt with an arrow moves a code. */
export function CodeTree({
  codes,
  annotations,
  onOpen,
}: {
  codes: readonly Code[];
  annotations: readonly Annotation[];
  onOpen: (code: Code) => void;
}) {
  const { phrase } = useTexts();
  const { actions, acts } = useNotebook();
  const tree = useRef<HTMLDivElement>(null);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [visited, setVisited] = useState<string>();
  const rows = seenRows(ordered(codes), folded);
  const counts = codeCounts(annotations);
  const reachable = rows.some(({ code }) => code.id === visited) ? visited : rows[0]?.code.id;

  const fold = (id: string, isFolded: boolean) =>
    setFolded((before) => new Set(isFolded ? [...before, id] : [...before].filter((one) => one !== id)));
  function onKeyDown(event: KeyboardEvent, code: Code) {
    if (event.ctrlKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      return onOpen(code);
    }
    const step = stepOf(event, code.id, { rows, codes, folded });
    if (!step) return;
    event.preventDefault();
    if (step.do === "fold") fold(step.id, step.folded);
    else if (step.do === "focus") {
      setVisited(step.id);
      tree.current?.querySelector<HTMLElement>(`[data-code="${CSS.escape(step.id)}"]`)?.focus();
    } else {
      if (step.parentId !== undefined) fold(step.parentId, false);
      const done = phrase("notesDone", { what: "order" });
      void acts.act(async () => actions?.moveCode(step.id, step.parentId, step.place), done);
    }
  }
  return (
    <div class="code-tree" role="tree" aria-label={phrase("codeTree")} ref={tree}>
      {rows.map(({ code, depth }) => {
        const parts = partsOf(codes, code.id).length;
        const isFolded = folded.has(code.id);
        return (
          <div
            key={code.id}
            role="treeitem"
            data-code={code.id}
            aria-level={depth + 1}
            aria-expanded={parts > 0 ? !isFolded : undefined}
            aria-selected={false}
            tabIndex={code.id === reachable ? 0 : -1}
            style={{ "--depth": Math.min(depth, 6) }}
            onFocus={() => setVisited(code.id)}
            onClick={() => onOpen(code)}
            onKeyDown={(event) => onKeyDown(event, code)}
          >
            {/* pressing the arrow folds; the keyboard has its own keys for it */}
            <span
              class={`twisty${parts > 0 ? (isFolded ? " folded" : " unfolded") : ""}`}
              aria-hidden="true"
              onClick={(event) => {
                if (parts === 0) return;
                event.stopPropagation();
                fold(code.id, !isFolded);
              }}
            />
            <CodeDot code={code} />
            <span class="code-row">
              <b dir="auto">{code.name}</b>
              <Counts code={code} count={counts.get(code.id)} whole={passagesWithParts(annotations, codes, code.id)} />
            </span>
            {code.shortcut && <kbd>{code.shortcut}</kbd>}
          </div>
        );
      })}
    </div>
  );
}

function Counts({ code, count, whole }: { code: Code; count: CodeCount | undefined; whole: number }) {
  const { phrase } = useTexts();
  const { passages = 0, reviews = 0 } = count ?? {};
  const said = [
    phrase("codePassages", { count: passages }),
    reviews > 0 && phrase("codeInReviews", { count: reviews }),
    whole > passages && phrase("codeWithParts", { count: whole }),
    code.subjectId === undefined && phrase("codeEverywhere"),
  ];
  return <span class="sub">{said.filter(Boolean).join(" · ")}</span>;
}
