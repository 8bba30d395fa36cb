import { phraseAnswer } from "../../lib/ask/phrase";
import { supportedIn } from "../../lib/ask/supported";
import type { Answer, Polarity, QuotedText } from "../../lib/domain";
import { useTexts } from "../texts";
import type { EvidenceLinks } from "../view";
import { AnswerFigures } from "./AnswerFigures";
import { FallbackNote } from "./FallbackNote";
import { LeftOut } from "./LeftOut";
import { Paragraph } from "./Paragraph";
import { Simulated } from "./Simulated";

interface Part {
  text: string;
  quotes: readonly QuotedText[];
}

/** An answer in the first person; each statement is followed by the quotes it stands on, numbered through the answer. */
export function AnswerView({ answer, links }: { answer: Answer; links: EvidenceLinks }) {
  const { phrase } = useTexts();
  const supported = supportedIn(answer);
  const counted = phraseAnswer(answer, phrase);
  return (
    <div class="say">
      <Simulated />
      {answer.fallback && <FallbackNote fallback={answer.fallback} />}
      <Paragraphs parts={supported.length > 0 ? supported : counted} answer={answer} links={links} />
      {supported.length > 0 && (
        <>
          <LeftOut statements={answer.statements ?? []} />
          <details class="aside">
            <summary>{phrase("talkCounted")}</summary>
            <Paragraphs parts={counted} answer={answer} links={links} after={quotesIn(supported)} />
          </details>
        </>
      )}
      <AnswerFigures answer={answer} />
    </div>
  );
}

function Paragraphs({
  parts,
  answer,
  links,
  after = 0,
}: {
  parts: readonly Part[];
  answer: Answer;
  links: EvidenceLinks;
  /** Numbers taken already: a number means one quote in all of an answer. */
  after?: number;
}) {
  let next = after + 1;
  const paragraphs = parts.map(({ text, quotes }) => ({
    text,
    cited: quotes.map((quote) => ({ quote, number: next++, polarity: polarityOf(answer, quote) })),
  }));
  return (
    <>
      {paragraphs.map(({ text, cited }, place) => (
        <Paragraph key={`${place} ${text}`} text={text} cited={cited} links={links} />
      ))}
    </>
  );
}

function quotesIn(parts: readonly Part[]): number {
  return parts.reduce((sum, { quotes }) => sum + quotes.length, 0);
}

/** As the claim that shows the same words judges them; a statement's own side is not told. */
function polarityOf({ claims }: Answer, { reviewId, start }: QuotedText): Polarity | undefined {
  return claims.find(({ quotes }) => quotes.some((one) => one.reviewId === reviewId && one.start === start))?.polarity;
}
