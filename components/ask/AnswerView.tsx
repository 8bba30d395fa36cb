import { useId } from "preact/hooks";
import { phraseAnswer } from "../../lib/ask/phrase";
import type { Answer, Polarity, QuotedText } from "../../lib/domain";
import { QuoteCard } from "../evidence/QuoteCard";
import { useTexts } from "../texts";
import type { EvidenceLinks } from "../view";
import { Simulated } from "./Simulated";

/** A quote with the number it carries in this answer. */
interface Cited {
  quote: QuotedText;
  number: number;
}

/** An answer in the first person; each statement carries the numbers of the quotes it stands on. */
export function AnswerView({ answer, links }: { answer: Answer; links: EvidenceLinks }) {
  const { phrase } = useTexts();
  const id = useId();
  const paragraphs = numbered(phraseAnswer(answer, phrase));
  const polarities = polaritiesOf(answer);
  return (
    <div class="say">
      {paragraphs.map(({ text, cited }, index) => (
        <p key={text}>
          {text}
          {cited.map(({ number }) => (
            <Citation key={number} number={number} target={`${id}-${number}`} />
          ))}
          {index === paragraphs.length - 1 && (
            <>
              {" "}
              <Simulated />
            </>
          )}
        </p>
      ))}
      {paragraphs
        .flatMap(({ cited }) => cited)
        .map(({ quote, number }) => (
          <div key={number} id={`${id}-${number}`} class="cited" tabIndex={-1}>
            <QuoteCard
              text={quote.text}
              mark={number}
              polarity={polarities.get(keyOf(quote))}
              review={links.reviewOf(quote.reviewId)}
              onShow={() => links.showQuote(quote)}
            />
          </div>
        ))}
    </div>
  );
}

/** Leads to the quote below without leaving the place: an address with a hash would. */
function Citation({ number, target }: { number: number; target: string }) {
  const { phrase } = useTexts();
  return (
    <button
      type="button"
      class="cite"
      aria-label={phrase("citation", { number })}
      onClick={() => document.getElementById(target)?.focus()}
    >
      {number}
    </button>
  );
}

function numbered(paragraphs: ReturnType<typeof phraseAnswer>): { text: string; cited: Cited[] }[] {
  let next = 1;
  return paragraphs.map(({ text, quotes }) => ({ text, cited: quotes.map((quote) => ({ quote, number: next++ })) }));
}

function polaritiesOf(answer: Answer): Map<string, Polarity> {
  return new Map(
    answer.claims.flatMap((claim) => claim.quotes.map((quote) => [keyOf(quote), claim.polarity] as const)),
  );
}

function keyOf({ reviewId, start, end }: QuotedText): string {
  return `${reviewId}:${start}:${end}`;
}
