/** Personal data in what the commands print: hidden unless it is asked for. */
import type { Review, Span } from "../lib/domain";
import { findPersonalData, maskPersonalData, maskWithin, type PersonalSpan } from "../lib/understand/personal-data";

/** Option of `parseArgs` for commands that print passages of texts. */
export const MASK_OPTIONS = { "keep-personal-data": { type: "boolean" } } as const;

/** What `--help` says about it. */
export const MASK_HELP = `Personal data in printed words (e-mail, phone, card, bank account, address, names of private persons) is replaced by marks like [e-mail];
--keep-personal-data prints it as it was written. Offsets are positions in the original text either way, so a masked text may be longer or
shorter than end - start. Found by rules: what was counted is in docs/quality.md.`;

/** The words of a review at a place, as they may be printed. */
export type PassagePrinter = (review: Pick<Review, "body" | "author" | "language">, passage: Span) => string;

/** @returns a printer that masks, or one that does not; each review is searched once */
export function passagePrinter(keep: boolean): PassagePrinter {
  if (keep) return ({ body }, { start, end }) => body.slice(start, end);
  const known = new WeakMap<object, PersonalSpan[]>();
  return (review, passage) => {
    const spans = known.get(review) ?? findPersonalData(review.body, review.language, { author: review.author });
    known.set(review, spans);
    return maskWithin(review.body, passage, spans);
  };
}

/** A review with masked texts and a mark for its author; for `earshot collect --mask-personal-data`. */
export function maskedReview<T extends Pick<Review, "body" | "title" | "author" | "language">>(review: T): T {
  const { body, title, author, language } = review;
  return {
    ...review,
    body: maskPersonalData(body, language, { author }),
    ...(title === undefined ? {} : { title: maskPersonalData(title, language, { author }) }),
    ...(author === undefined ? {} : { author: "[name]" }),
  };
}
