import { phraseAnswer } from "../../lib/ask/phrase";
import { supportedIn } from "../../lib/ask/supported";
import type { Answer, Polarity, QuotedText } from "../../lib/domain";
import { useTexts } from "../texts";
import type { EvidenceLinks } from "../view";
import { AnswerFigures } from "./AnswerFigures";
import { FallbackNote } from "./FallbackNote";
import { LeftOut } from "./LeftOut";
import { Paragraph } from "./Paragraph";
import { QuoteTour } from "./QuoteTour";
import { numberQuotes, type QuoteNumbers } from "./quote-numbers";
import { Simulated } from "./Simulated";

interface Part {
  text: string;
  quotes: readonly QuotedText[];
}

/**
 * An answer in the first person; each statement is followed by the quotes it stands on, numbered through the answer. Where many answers stand
 * below each other they are `brief`: quotes come when their number is pressed.
 */
export function AnswerView({
  answer,
  links,
  brief = false,
}: {
  answer: Answer;
  links: EvidenceLinks;
  brief?: boolean;
}) {
  const { phrase } = useTexts();
  const supported = supportedIn(answer);
  const counted = phraseAnswer(answer, phrase);
  const written = supported.length > 0;
  const numbers = numberQuotes([...supported, ...counted]);
  const show = (parts: readonly Part[]) => (
    <Paragraphs parts={parts} answer={answer} numbers={numbers} links={links} first={brief ? 0 : 1} />
  );
  return (
    <div class={brief ? "say brief" : "say"}>
      {!brief && <Simulated />}
      {answer.fallback && <FallbackNote fallback={answer.fallback} />}
      {show(written ? supported : counted)}
      <div class="answer-foot">
        <LeftOut statements={answer.statements ?? []} />
        {written && (
          <details class="aside">
            <summary>{phrase("talkCounted")}</summary>
            {show(counted)}
          </details>
        )}
        <QuoteTour quotes={numbers.quotes} links={links} />
        <AnswerFigures answer={answer} />
      </div>
    </div>
  );
}

function Paragraphs({
  parts,
  answer,
  numbers,
  links,
  first,
}: {
  parts: readonly Part[];
  answer: Answer;
  numbers: QuoteNumbers;
  links: EvidenceLinks;
  first: number;
}) {
  return (
    <>
      {parts.map(({ text, quotes }, place) => (
        <Paragraph
          key={`${place} ${text}`}
          text={text}
          cited={quotes.map((quote) => ({
            quote,
            number: numbers.numberOf(quote),
            polarity: polarityOf(answer, quote),
          }))}
          links={links}
          first={first}
        />
      ))}
    </>
  );
}

/** As the claim that shows the same words judges them; a statement's own side is not told. */
function polarityOf({ claims }: Answer, { reviewId, start }: QuotedText): Polarity | undefined {
  return claims.find(({ quotes }) => quotes.some((one) => one.reviewId === reviewId && one.start === start))?.polarity;
}
