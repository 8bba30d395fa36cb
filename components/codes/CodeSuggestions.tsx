import { useState } from "preact/hooks";
import type { CodeAdvice } from "../../lib/protocol";
import { certaintyOf, isLikely } from "../../lib/report/confidence";
import { QuoteCard } from "../evidence/QuoteCard";
import { useTexts } from "../texts";
import type { EvidenceLinks } from "../view";
import type { SentenceIndex, ShownSentence } from "./sentences";
import type { Judging } from "./use-judging";

const PAGE = 20;

/** What may belong to the code, surest first. */
export function CodeSuggestions({
  advice,
  sentences,
  links,
  judging,
}: {
  advice: CodeAdvice | undefined;
  sentences: SentenceIndex;
  links: EvidenceLinks;
  judging: Judging;
}) {
  const { phrase } = useTexts();
  const [shown, setShown] = useState(PAGE);
  if (!advice) return null;
  const open = advice.suggestions.filter(({ sentenceId }) => !judging.settled.has(sentenceId));
  const likely = open.filter(isLikely).length;
  return (
    <div>
      <h3>{phrase("codeSuggestions")}</h3>
      <p class="soft">{phrase(open.length > 0 ? "codeFound" : "codeFoundNothing", { likely, count: open.length })}</p>
      <ol class="code-suggestions" aria-label={phrase("codeSuggestions")}>
        {open.slice(0, shown).map((suggestion) => {
          const sentence = sentences(suggestion);
          if (!sentence) return null;
          return (
            <li key={suggestion.sentenceId}>
              <QuoteCard
                text={sentence.text}
                review={links.reviewOf(sentence.reviewId)}
                onShow={() => links.showQuote(sentence)}
              />
              <Decision sentence={sentence} confidence={suggestion.confidence} judging={judging} />
            </li>
          );
        })}
      </ol>
      {open.length > shown && (
        <button type="button" class="link" onClick={() => setShown(shown + PAGE)}>
          {phrase("codeMore", { count: Math.min(PAGE, open.length - shown) })}
        </button>
      )}
    </div>
  );
}

function Decision({
  sentence,
  confidence,
  judging,
}: {
  sentence: ShownSentence;
  confidence: number;
  judging: Judging;
}) {
  const { phrase, percent } = useTexts();
  const about = sentence.text.trim().slice(0, 60);
  return (
    <p class="code-decision">
      <span class="code-confidence">
        <meter min={0} max={1} value={confidence} aria-hidden="true" />
        {phrase("codeConfidence", { certainty: certaintyOf({ confidence }), percent: percent(confidence) })}
      </span>
      <button
        type="button"
        class="small"
        aria-label={`${phrase("codeAccept")}: ${about}`}
        onClick={() => judging.judge(sentence, true)}
      >
        {phrase("codeAccept")}
      </button>
      <button
        type="button"
        class="small"
        aria-label={`${phrase("codeReject")}: ${about}`}
        onClick={() => judging.judge(sentence, false)}
      >
        {phrase("codeReject")}
      </button>
    </p>
  );
}
