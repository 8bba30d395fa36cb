import { phraseAnswer } from "../../lib/ask/phrase";
import type { Answer } from "../../lib/domain";
import { useTexts } from "../texts";
import type { EvidenceLinks } from "../view";
import { Paragraph } from "./Paragraph";
import { Simulated } from "./Simulated";

/** An answer in the first person; each statement is followed by the quotes it stands on, numbered through the answer. */
export function AnswerView({ answer, links }: { answer: Answer; links: EvidenceLinks }) {
  const { phrase } = useTexts();
  let next = 1;
  const paragraphs = phraseAnswer(answer, phrase).map(({ text, quotes }) => ({
    text,
    cited: quotes.map((quote) => ({ quote, number: next++, polarity: polarityOf(answer, quote) })),
  }));
  return (
    <div class="say">
      <Simulated />
      {paragraphs.map(({ text, cited }) => (
        <Paragraph key={text} text={text} cited={cited} links={links} />
      ))}
    </div>
  );
}

function polarityOf(answer: Answer, quote: Answer["claims"][number]["quotes"][number]) {
  return answer.claims.find((claim) => claim.quotes.includes(quote))?.polarity;
}
