/** Personal data in what the commands print: hidden unless it is asked for. */
import type { EntityMention, Review, Span } from "../lib/domain";
import {
  ENGLISH_MARKS,
  findPersonalData,
  maskPersonalData,
  maskWithin,
  type PersonalSpan,
} from "../lib/understand/personal-data";

/** Option of `parseArgs` for commands that print passages of texts. */
export const MASK_OPTIONS = { "keep-personal-data": { type: "boolean" } } as const;

/** What `--help` says about it. */
export const MASK_HELP = `Personal data in printed words (e-mail, phone, card, bank account, address, names of private persons) is replaced by marks like [e-mail];
--keep-personal-data prints it as it was written. Offsets are positions in the original text either way, so a masked text may be longer or
shorter than end - start. Found by rules: what was counted is in docs/quality.md.`;

/** The words of a review at a place, as they may be printed. */
export type PassagePrinter = (review: Texts, passage: Span) => string;

type Texts = Pick<Review, "body" | "author" | "language">;

/** @returns a printer that masks, or one that does not; each review is searched once */
export function passagePrinter(keep: boolean): PassagePrinter {
  if (keep) return ({ body }, { start, end }) => body.slice(start, end);
  return (review, passage) => maskWithin(review.body, passage, spansOf(review));
}

/** The one spelling of something named, as it may be printed. */
export type NamePrinter = (review: Texts, mention: EntityMention) => string;

/**
 * @returns a printer of names: what is personal at the mention's place is masked as in any passage, and so is a name whose words are a private
 * person's elsewhere in the review; all other names keep their one spelling
 */
export function namePrinter(keep: boolean): NamePrinter {
  if (keep) return (_, { name }) => name;
  return (review, mention) => {
    const { body, author, language } = review;
    const spans = spansOf(review);
    if (spans.some(({ start, end }) => start < mention.end && end > mention.start))
      return maskWithin(body, mention, spans);
    const persons = spans.filter(({ kind }) => kind === "person").map(({ start, end }) => body.slice(start, end));
    const named = new Set(persons.flatMap(wordsIn));
    return wordsIn(mention.name).some((word) => named.has(word))
      ? ENGLISH_MARKS.person
      : maskPersonalData(mention.name, language, { author });
  };
}

function wordsIn(name: string): string[] {
  return name.toLowerCase().match(/\p{L}{2,}/gu) ?? [];
}

/** Printers of passages and of names look at the same reviews. */
const searched = new WeakMap<object, PersonalSpan[]>();

function spansOf(review: Texts): PersonalSpan[] {
  const spans = searched.get(review) ?? findPersonalData(review.body, review.language, { author: review.author });
  searched.set(review, spans);
  return spans;
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
