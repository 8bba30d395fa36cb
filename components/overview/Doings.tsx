import { useMemo } from "preact/hooks";
import type { Evidence } from "../../lib/report/evidence";
import { onlyValues } from "../../lib/report/facets";
import { type IntentRow, intentRows } from "../../lib/report/intent-rows";
import { HowGood } from "../figures/HowGood";
import { selector, useTexts } from "../texts";
import type { EvidenceLinks } from "../view";
import { Fold } from "./Fold";

/** Rows named in the line of the fold. */
const BRIEF = 3;

/** What people do in their reviews: report problems, ask for things, compare, leave… Each row opens those reviews. */
export function Doings({ evidence, links }: { evidence: Evidence; links: EvidenceLinks }) {
  const { phrase } = useTexts();
  const rows = useMemo(() => intentRows(evidence), [evidence]);
  const brief = rows
    .slice(0, BRIEF)
    .map(({ intent, reviewers }) => phrase("intentBrief", { intent: selector(intent), count: reviewers }));
  return (
    <Fold title={phrase("whatPeopleDo")} brief={brief.join(" · ") || phrase("intentsNone")}>
      {rows.length === 0 ? (
        <p class="soft">{phrase("intentsNone")}</p>
      ) : (
        <>
          <ul class="doings">
            {rows.map((row) => (
              <Doing key={row.intent} row={row} links={links} />
            ))}
          </ul>
          <HowGood kinds={rows.map(({ intent }) => `intent:${intent}` as const)} />
        </>
      )}
    </Fold>
  );
}

function Doing({ row, links }: { row: IntentRow; links: EvidenceLinks }) {
  const { phrase, number } = useTexts();
  const filter = onlyValues("intent", row.intent);
  const name = phrase("intentName", { intent: selector(row.intent) });
  const words = phrase("intentFigures", { count: row.reviewers, sentences: row.sentences, unsure: row.unsure });
  return (
    <li>
      <button type="button" class="doing" title={words} onClick={() => links.openReviews(filter)}>
        <span>{name}</span>
        {row.unsure > 0 && <span class="sub">{phrase("ofThemUnsure", { count: row.unsure })}</span>}
        <span class="end" aria-hidden="true">
          {number(row.reviewers)}
        </span>
        <span class="unseen">{words}</span>
      </button>
      {row.about.length > 0 && (
        <ul class="about" aria-label={phrase("aboutWhom", { intent: name })}>
          {row.about.map(({ words: named, reviewers }) => (
            <li key={named}>
              <button type="button" class="tag" onClick={() => links.openReviews(filter, named)}>
                <bdi>{named}</bdi> {number(reviewers)}
              </button>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}
