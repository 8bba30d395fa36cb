/** What leaves the panel of a talk or a card: personal data is masked in it by rules, and nobody is named. */
import type { MaskQuote, MaskText } from "../../lib/ask/persona/export";
import { answerText, type TranscriptParts } from "../../lib/ask/transcript";
import type { Answer, Persona, QuotedText, Review } from "../../lib/domain";
import { maskPassage, maskPersonalData, PERSONAL_KINDS, type PersonalMarks } from "../../lib/understand/personal-data";
import type { Texts } from "../texts";

type ReviewOf = (id: string) => Review | undefined;

/** One question and its answer with numbered quotes, to be pasted into a report: marked simulated, masked like a transcript. */
export function citedAnswer(question: string, answer: Answer, reviewOf: ReviewOf, texts: Texts): string {
  return answerText(question, answer, transcriptParts({ name: "", url: "" }, [], reviewOf, texts), texts.date);
}

/** @returns what a transcript of a talk is made with */
export function transcriptParts(
  subject: TranscriptParts["subject"],
  personas: readonly Persona[],
  reviewOf: ReviewOf,
  { phrase }: Texts,
): TranscriptParts {
  const marks = personalMarks(phrase);
  return {
    subject,
    phrase,
    reviewOf,
    checkOf: (personaId) => personas.find(({ id }) => id === personaId)?.check,
    mask: (text) => maskPersonalData(text, undefined, undefined, marks),
    maskQuote: (quote, review) => maskedQuote(quote, review, marks),
  };
}

/** @returns what a persona's file is made with; a quote whose review is gone is left out */
export function personaMasks(
  reviewOf: ReviewOf,
  phrase: Texts["phrase"],
): { maskQuote: MaskQuote; maskText: MaskText } {
  const marks = personalMarks(phrase);
  return {
    maskText: (text) => maskPersonalData(text, undefined, undefined, marks),
    maskQuote: (quote) => {
      const review = reviewOf(quote.reviewId);
      return review ? maskedQuote({ ...quote, text: "" }, review, marks) : "";
    },
  };
}

/** What is personal is looked for in the whole body where it is at hand: a quote may begin within a name. */
function maskedQuote(quote: QuotedText, review: Review | undefined, marks: PersonalMarks): string {
  if (!review) return maskPersonalData(quote.text, undefined, undefined, marks).trim();
  return maskPassage(review.body, quote, review.language, { author: review.author }, marks).trim();
}

function personalMarks(phrase: Texts["phrase"]): PersonalMarks {
  return Object.fromEntries(PERSONAL_KINDS.map((kind) => [kind, phrase("codeMark", { kind })])) as PersonalMarks;
}
