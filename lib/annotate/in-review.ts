/** Which stored review a passage of a page lies in: by its words and what stands around them, and by nothing else. */
import { type Context, contextFit, contextOf } from "./context";
import { edgesOf, type Fold, folded, foldFor, unfoldedOffset } from "./fold";
import { equalPassages } from "./search";

/** A passage with what stood around it on its page. */
export interface PassageInContext {
  text: string;
  prefix: string;
  suffix: string;
}

export interface PlaceInReview {
  reviewId: string;
  start: number;
  end: number;
}

/** What stands around must be at least this alike; what lies outside the review on the page is not compared. */
const FITS = 0.6;
/** A second place this near to the best one leaves no telling which was meant. */
const CLEAR = 0.1;
/** Folded length from which words that stand in one review only need no context. */
const TELLING = 24;

/** Reviews in which passages are looked for; folded once, however many passages there are. */
export class ReviewWords {
  #reviews: readonly { id: string; body: string }[];
  #folded = new Map<Fold, readonly string[]>();

  constructor(reviews: readonly { id: string; body: string }[]) {
    this.#reviews = reviews;
  }

  /** @returns undefined when it lies in none, or may lie in several */
  placeOf(passage: PassageInContext): PlaceInReview | undefined {
    const fold = foldFor(passage.text);
    if (!fold) return undefined;
    const needle = folded(passage.text, fold);
    const context = contextOf(folded(passage.prefix, fold), folded(passage.suffix, fold));
    const found = this.#places(needle, fold, context).sort((a, b) => b.fit - a.fit);
    const [best, next] = found;
    if (!best) return undefined;
    const alone = next === undefined && needle.length >= TELLING;
    if (!alone && (best.fit < FITS || (next && best.fit - next.fit < CLEAR))) return undefined;
    const { id, body } = this.#reviews[best.at] as { id: string; body: string };
    const start = unfoldedOffset(body, fold, best.start, false);
    const end = unfoldedOffset(body, fold, best.end, true);
    return { reviewId: id, ...withMarks(body, { start, end }, passage.text, fold) };
  }

  #places(needle: string, fold: Fold, context: Context | undefined) {
    return this.#textsFolded(fold).flatMap((text, at) => {
      if (!text.includes(needle)) return [];
      const matches = equalPassages(text, needle, { from: 0, to: text.length });
      return matches.map(({ start, end }) => ({ at, start, end, fit: fitWithin(text, { start, end }, context) }));
    });
  }

  #textsFolded(fold: Fold): readonly string[] {
    const known = this.#folded.get(fold);
    if (known) return known;
    const texts = this.#reviews.map(({ body }) => folded(body, fold));
    this.#folded.set(fold, texts);
    return texts;
  }
}

/** Quotation marks and full stops at the ends, which comparing left out, where the review has them, too. */
function withMarks(body: string, { start, end }: { start: number; end: number }, text: string, fold: Fold) {
  const { opening, closing } = edgesOf(text, fold);
  return {
    start: opening !== "" && body.slice(0, start).endsWith(opening) ? start - opening.length : start,
    end: closing !== "" && body.startsWith(closing, end) ? end + closing.length : end,
  };
}

/** Before the body's beginning and behind its end the page goes on with other things: only what the body has is compared. */
function fitWithin(text: string, match: { start: number; end: number }, context: Context | undefined): number {
  if (!context) return 0;
  const prefix = context.prefix.slice(Math.max(0, context.prefix.length - match.start));
  const suffix = context.suffix.slice(0, text.length - match.end);
  if (!prefix && !suffix) return 1; // the whole body
  return contextFit(text, match, { prefix, suffix });
}

/**
 * The same passage in a body that was replaced by a longer one.
 * @returns undefined when it is not there, or several times
 */
export function placeInBody(text: string, body: string): { start: number; end: number } | undefined {
  const start = body.indexOf(text);
  if (text === "" || start < 0 || body.indexOf(text, start + 1) >= 0) return undefined;
  return { start, end: start + text.length };
}
