import { phraseAnswer, segmentName } from "../../lib/ask/phrase";
import type { Answer, Persona, Review, Turn } from "../../lib/domain";
import type { Texts } from "../texts";

/**
 * A conversation as plain text, to be pasted into a report: marked simulated, every answer with its quotes and where they
 * were read.
 */
export function transcriptOf(
  turns: readonly Turn[],
  persona: Persona,
  subjectName: string,
  reviewOf: (id: string) => Review | undefined,
  texts: Texts,
): string {
  const { phrase } = texts;
  const head = [
    phrase("transcriptTitle", { name: segmentName(persona.segment, phrase), subject: subjectName }),
    phrase("transcriptSimulated", { count: persona.segment.reviewIds.length }),
  ];
  const body = turns.flatMap((turn) => [
    "",
    `— ${turn.question}`,
    ...(turn.answer ? answerLines(turn.answer, reviewOf, texts) : []),
  ]);
  return [...head, ...body, ""].join("\n");
}

function answerLines(answer: Answer, reviewOf: (id: string) => Review | undefined, { phrase, date }: Texts): string[] {
  return phraseAnswer(answer, phrase).flatMap((paragraph) => [
    paragraph.text,
    ...paragraph.quotes.map((quote) => {
      const review = reviewOf(quote.reviewId);
      const source = [review?.author, review?.date && date(review.date), review?.place.url].filter(Boolean).join(", ");
      return `    ${phrase("quoted", { text: quote.text.trim() })}${source ? ` (${source})` : ""}`;
    }),
  ]);
}
