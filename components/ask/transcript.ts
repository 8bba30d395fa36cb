import { phraseAnswer, segmentName } from "../../lib/ask/phrase";
import { supportedIn } from "../../lib/ask/supported";
import type { TranscriptParts } from "../../lib/ask/transcript";
import type { Answer, Persona, QuotedText, Review, Turn } from "../../lib/domain";
import { maskPassage, maskPersonalData, PERSONAL_KINDS, type PersonalMarks } from "../../lib/understand/personal-data";
import type { Texts } from "../texts";

/**
 * A conversation as plain text, to be pasted into a report: marked simulated, every answer with its quotes and where they
 * were read. It leaves the reader's machine, so personal data is masked and nobody is named.
 */
export function transcriptOf(
  turns: readonly Turn[],
  persona: Persona,
  subjectName: string,
  reviewOf: (id: string) => Review | undefined,
  texts: Texts,
): string {
  const { phrase } = texts;
  const marks = personalMarks(phrase);
  const head = [
    phrase("transcriptTitle", { name: segmentName(persona.segment, phrase), subject: subjectName }),
    phrase("transcriptSimulated", { count: persona.segment.reviewIds.length }),
  ];
  const body = turns.flatMap((turn) => [
    "",
    `— ${maskPersonalData(turn.question, undefined, undefined, marks)}`,
    ...(turn.answer ? answerLines(turn.answer, reviewOf, texts) : []),
  ]);
  return [...head, ...body, ""].join("\n");
}

/** One question and its answer with numbered quotes, to be pasted into a report: marked simulated, masked like a transcript. */
export function citedAnswer(
  question: string,
  answer: Answer,
  reviewOf: (id: string) => Review | undefined,
  texts: Texts,
): string {
  const asked = maskPersonalData(question, undefined, undefined, personalMarks(texts.phrase));
  const head = [`— ${asked}`, `(${texts.phrase("simulated")})`];
  return [...head, ...answerLines(answer, reviewOf, texts, true), ""].join("\n");
}

/** @returns what a file of a talk is made with: personal data is masked in it, and nobody is named */
export function transcriptParts(
  subject: TranscriptParts["subject"],
  personas: readonly Persona[],
  reviewOf: (id: string) => Review | undefined,
  { phrase }: Texts,
): TranscriptParts {
  return {
    subject,
    phrase,
    reviewOf,
    checkOf: (personaId) => personas.find(({ id }) => id === personaId)?.check,
    mask: (text) => maskPersonalData(text, undefined, undefined, personalMarks(phrase)),
    maskQuote: (quote, review) => maskedQuote(quote, review, phrase),
  };
}

function answerLines(
  answer: Answer,
  reviewOf: (id: string) => Review | undefined,
  { phrase, date }: Texts,
  numbered = false,
): string[] {
  let next = 1;
  const supported = supportedIn(answer);
  const parts = supported.length > 0 ? supported : phraseAnswer(answer, phrase);
  return parts.flatMap((paragraph) => [
    maskPersonalData(paragraph.text, undefined, undefined, personalMarks(phrase)),
    ...paragraph.quotes.map((quote) => {
      const review = reviewOf(quote.reviewId);
      const source = [review?.date && date(review.date), review?.place.url].filter(Boolean).join(", ");
      const mark = numbered ? `[${next++}] ` : "";
      return `    ${mark}${phrase("quoted", { text: maskedQuote(quote, review, phrase) })}${source ? ` (${source})` : ""}`;
    }),
  ]);
}

/** What is personal is looked for in the whole body where it is at hand: a quote may begin within a name. */
function maskedQuote(quote: QuotedText, review: Review | undefined, phrase: Texts["phrase"]): string {
  const marks = personalMarks(phrase);
  if (!review) return maskPersonalData(quote.text, undefined, undefined, marks).trim();
  return maskPassage(review.body, quote, review.language, { author: review.author }, marks).trim();
}

function personalMarks(phrase: Texts["phrase"]): PersonalMarks {
  return Object.fromEntries(PERSONAL_KINDS.map((kind) => [kind, phrase("codeMark", { kind })])) as PersonalMarks;
}
