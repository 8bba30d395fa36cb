import { useState } from "preact/hooks";
import { type Disagreement, disagreementsOf } from "../../../lib/annotate/agreement/double-coding";
import type { CodingBasis, QuotedText, SecondCoding } from "../../../lib/domain";
import { QuoteCard } from "../../evidence/QuoteCard";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { useTexts } from "../../texts";
import type { EvidenceLinks } from "../../view";
import type { NotebookActions } from "../notebook-view";

const AT_ONCE = 10;

/** Where only one of the two gave a code, to be decided one by one; neither coder's own codes change. */
export function Disagreements({
  coding,
  basis,
  second,
  links,
}: {
  coding: SecondCoding;
  basis: CodingBasis;
  second: NotebookActions["second"];
  links: EvidenceLinks;
}) {
  const { phrase, date } = useTexts();
  const { busy, problem, act } = useActing();
  const [shown, setShown] = useState(AT_ONCE);
  const [written, setWritten] = useState<number>();
  const all = disagreementsOf(coding, basis);
  const decided = all.filter((one) => one.decided !== undefined).length;
  const apply = () => act(async () => setWritten((await second.apply(coding.id)).passages));
  return (
    <div class="second-deciding">
      <h3>{phrase("secondDisagreements", { count: all.length })}</h3>
      {all.length > 0 && <p class="soft">{phrase("secondDecideWhat", { decided, of: all.length })}</p>}
      <ol class="second-disagreements">
        {all.slice(0, shown).map((one) => (
          <DisagreementEntry
            key={`${one.unit} ${one.codeId}`}
            one={one}
            quote={coding.units[one.unit] as QuotedText}
            name={coding.codes.find(({ id }) => id === one.codeId)?.name ?? ""}
            links={links}
            onDecide={(yes) => void act(() => second.adjudicate(coding.id, one.unit, one.codeId, yes))}
          />
        ))}
      </ol>
      {all.length > shown && (
        <button type="button" onClick={() => setShown(shown + AT_ONCE)}>
          {phrase("secondMore", { count: Math.min(AT_ONCE, all.length - shown) })}
        </button>
      )}
      {coding.adjudicated.length > 0 && (
        <p class="actions">
          <button type="button" disabled={busy} onClick={() => void apply()}>
            {phrase("secondApply")}
          </button>
        </p>
      )}
      <p role="status" class="sub">
        {written !== undefined
          ? phrase("secondApplied", { count: written })
          : coding.applied !== undefined && phrase("secondAppliedOn", { date: date(coding.applied) })}
      </p>
      {problem !== undefined && <ProblemNote problem={problem} />}
    </div>
  );
}

function DisagreementEntry({
  one,
  quote,
  name,
  links,
  onDecide,
}: {
  one: Disagreement;
  quote: QuotedText;
  name: string;
  links: EvidenceLinks;
  onDecide: (yes: boolean) => void;
}) {
  const { phrase, percent } = useTexts();
  const values = { name, chance: percent(one.chance) };
  return (
    <li>
      <QuoteCard text={quote.text} review={links.reviewOf(quote.reviewId)} onShow={() => links.showQuote(quote)} />
      <fieldset>
        <legend>{phrase(one.byPerson ? "secondOnlyYou" : "secondOnlyMachine", values)}</legend>
        <span class="chips">
          {[true, false].map((yes) => (
            <label key={String(yes)} class="chip radio">
              <input
                type="radio"
                name={`decide ${one.unit} ${one.codeId}`}
                checked={one.decided === yes}
                onChange={() => onDecide(yes)}
              />
              {phrase(yes ? "secondBelongs" : "secondBelongsNot")}
            </label>
          ))}
        </span>
      </fieldset>
    </li>
  );
}
