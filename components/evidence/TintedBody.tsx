import { useId, useMemo, useRef, useState } from "preact/hooks";
import type { Theme } from "../../lib/domain";
import type { EvidenceReview, Statement } from "../../lib/report/evidence";
import { useTexts } from "../texts";
import type { EvidenceLinks } from "../view";
import { SentenceDetails } from "./SentenceDetails";
import { SentenceMark } from "./SentenceMark";
import { excerptOf, stretchesOf } from "./tint";

/**
 * A review's text with its sentences tinted by how they feel. One tab stop; arrow keys go from sentence to sentence, Enter opens what was
 * understood in it. `hits` are sentence starts to stand out.
 */
export function TintedBody({
  review,
  statements,
  hits,
  themes,
  links,
}: {
  review: EvidenceReview;
  statements: readonly Statement[];
  hits: ReadonlySet<number>;
  themes: readonly Theme[];
  links: EvidenceLinks;
}) {
  const { phrase } = useTexts();
  const [whole, setWhole] = useState(false);
  const [opened, setOpened] = useState<number>();
  const [visited, setVisited] = useState<number>();
  const body = useRef<HTMLDivElement>(null);
  const detailsId = useId();
  const stretches = useMemo(() => stretchesOf(review.body, statements), [review.body, statements]);
  const [focus] = [...hits].sort((a, b) => a - b);
  const { shown, before, after } = whole
    ? { shown: stretches, before: false, after: false }
    : excerptOf(stretches, focus);
  const starts = shown.flatMap(({ statement }) => statement?.start ?? []);
  const reachable = visited !== undefined && starts.includes(visited) ? visited : starts[0];
  const details = opened === undefined ? undefined : statements.find(({ start }) => start === opened);

  function visit(start: number): void {
    setVisited(start);
    body.current?.querySelector<HTMLElement>(`[data-sentence="${start}"]`)?.focus();
  }
  function close(): void {
    if (opened === undefined) return;
    setOpened(undefined);
    visit(opened);
  }

  return (
    <div class="body" ref={body}>
      <p dir="auto" lang={review.language}>
        {before && "… "}
        {shown.map((stretch) => {
          const { statement, start } = stretch;
          if (!statement) return stretch.text;
          const open = start === opened;
          return (
            <SentenceMark
              key={start}
              stretch={stretch}
              statement={statement}
              state={{ hit: hits.has(start), open, reachable: start === reachable, detailsId }}
              onPress={() => {
                setVisited(start);
                setOpened(open ? undefined : start);
              }}
              onKey={(key) => {
                if (key === "Escape") close();
                const next = neighbour(starts, start, key);
                if (next !== undefined) visit(next);
                return next !== undefined;
              }}
            />
          );
        })}
        {after && " …"}
      </p>
      {(before || after) && (
        <button type="button" class="link" onClick={() => setWhole(true)}>
          {phrase("readWhole")}
        </button>
      )}
      {details && (
        <SentenceDetails
          key={details.id}
          id={detailsId}
          review={review}
          statement={details}
          themes={themes}
          links={links}
          onClose={close}
        />
      )}
    </div>
  );
}

function neighbour(starts: readonly number[], from: number, key: string): number | undefined {
  const index = starts.indexOf(from);
  if (key === "ArrowRight" || key === "ArrowDown") return starts[index + 1];
  if (key === "ArrowLeft" || key === "ArrowUp") return starts[index - 1];
  if (key === "Home") return starts[0];
  if (key === "End") return starts.at(-1);
  return undefined;
}
