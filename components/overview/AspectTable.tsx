import { useMemo, useState } from "preact/hooks";
import { type AspectRow, type AspectTerm, aspectTable } from "../../lib/report/aspect-table";
import type { Evidence } from "../../lib/report/evidence";
import { onlyValues } from "../../lib/report/facets";
import { DivergingBar } from "../figures/DivergingBar";
import { Feeling } from "../figures/Feeling";
import { HowGood } from "../figures/HowGood";
import { useTexts } from "../texts";
import type { EvidenceLinks } from "../view";
import { Fold } from "./Fold";
import { useSettledOrder } from "./settled-order";

/** Rows shown before somebody asks for more. */
const FIRST = 5;

/** What people judge: the matters of the general list, the words they use for them, and how each fares. */
export function AspectTable({
  evidence,
  settled,
  links,
}: {
  evidence: Evidence;
  settled: boolean;
  links: EvidenceLinks;
}) {
  const { phrase } = useTexts();
  const made = useMemo(() => aspectTable(evidence), [evidence]);
  const rows = useSettledOrder(made, matterIn, settled);
  const [all, setAll] = useState(false);
  const named = rows.slice(0, 3).map((row) => phrase("aspectName", { matter: row.matter }));
  return (
    <Fold title={phrase("aspects")} brief={named.join(" · ") || phrase("aspectsNone")} open>
      {rows.length === 0 ? (
        <p class="soft">{phrase(settled ? "aspectsNone" : "aspectsWaiting")}</p>
      ) : (
        <table class="aspects">
          <thead>
            <tr>
              <th scope="col">{phrase("aspect")}</th>
              <th scope="col" class="end">
                {phrase("reviewers")}
              </th>
              <th scope="col">{phrase("themesHint")}</th>
            </tr>
          </thead>
          {rows.slice(0, all ? undefined : FIRST).map((row) => (
            <AspectRows key={row.matter} row={row} links={links} />
          ))}
        </table>
      )}
      {rows.length > FIRST && (
        <button type="button" class="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? phrase("fewer") : phrase("moreAspects", { count: rows.length - FIRST })}
        </button>
      )}
      {rows.length > 0 && <HowGood kinds={["aspects"]} />}
    </Fold>
  );
}

function matterIn({ matter }: AspectRow): string {
  return matter;
}

function AspectRows({ row, links }: { row: AspectRow; links: EvidenceLinks }) {
  const { phrase, number, percent } = useTexts();
  const filter = onlyValues("aspect", row.matter);
  const name = phrase("aspectName", { matter: row.matter });
  const good = row.positive / row.mentions;
  const bad = row.negative / row.mentions;
  return (
    <tbody>
      <tr>
        <th scope="row">
          <button type="button" class="quiet" onClick={() => links.openReviews(filter)}>
            {name}
          </button>
          <span class="sub mention-line">{phrase("mentions", { count: row.mentions, unsure: row.unsure })}</span>
        </th>
        <td class="end">{number(row.reviewers)}</td>
        <td>
          <DivergingBar positive={good} negative={bad} scale={1} />
          <span class="bar-words sub">
            <span>{phrase("shareBad", { share: percent(bad) })}</span>
            <span>{phrase("shareGood", { share: percent(good) })}</span>
          </span>
        </td>
      </tr>
      {row.terms.length > 0 && (
        <tr class="terms">
          <td colSpan={3}>
            <ul aria-label={phrase("termsOf", { category: name })}>
              {row.terms.map((term) => (
                <li key={term.term}>
                  <Term term={term} onOpen={() => links.openReviews(filter, term.term)} />
                </li>
              ))}
            </ul>
          </td>
        </tr>
      )}
    </tbody>
  );
}

function Term({ term, onOpen }: { term: AspectTerm; onOpen: () => void }) {
  const { phrase, number } = useTexts();
  const { positive, negative, mentions } = term;
  const title = phrase("termFigures", { count: mentions, positive, negative, unsure: term.unsure });
  return (
    <button type="button" class="tag" title={title} onClick={onOpen}>
      <bdi>{term.term}</bdi> {number(mentions)} <Feeling polarity={leaning(positive, negative)} />
    </button>
  );
}

/** Two thirds of what is judged decide which way a term leans. */
function leaning(positive: number, negative: number): "positive" | "negative" | "mixed" | "neutral" {
  const judged = positive + negative;
  if (judged === 0) return "neutral";
  if (positive * 3 >= judged * 2) return "positive";
  return negative * 3 >= judged * 2 ? "negative" : "mixed";
}
