/** Whether something a code was taught with comes from the passages that are to be coded blind. */
import type { Quote, QuotedText } from "../../domain";

export interface Touching {
  /** It lies in one of the passages, or says the same as one of them. */
  passage(example: QuotedText): boolean;
  /** The words say what one of the passages says. */
  words(text: string): boolean;
}

/** Two texts are the same to a coder when the shorter one shares so many of its pairs of neighbouring words with the other. */
const SHARED = 0.8;
/** With fewer words only the very same ones are the same text: "great quality" stands in many reviews. */
const FEWEST_WORDS = 4;

interface Words {
  /** All of them, in order, in one line. */
  line: string;
  count: number;
  pairs: ReadonlySet<string>;
}

export function touchesSample(units: readonly QuotedText[]): Touching {
  const said = units.map(({ text }) => wordsOf(text));
  const lines = new Set(said.map(({ line }) => line));
  const byReview = new Map<string, Quote[]>();
  for (const unit of units) byReview.set(unit.reviewId, [...(byReview.get(unit.reviewId) ?? []), unit]);
  const words = (text: string) => {
    const own = wordsOf(text);
    return own.line !== "" && (lines.has(own.line) || said.some((other) => sayTheSame(own, other)));
  };
  const within = ({ reviewId, start, end }: Quote) =>
    byReview.get(reviewId)?.some((unit) => start < unit.end && unit.start < end) ?? false;
  return { words, passage: (example) => within(example) || words(example.text) };
}

/** Case, signs and spaces do not matter; a passage within a longer one counts. */
function sayTheSame(one: Words, other: Words): boolean {
  const [short, long] = one.count <= other.count ? [one, other] : [other, one];
  if (short.count < FEWEST_WORDS) return false;
  let shared = 0;
  for (const pair of short.pairs) if (long.pairs.has(pair)) shared++;
  return shared >= SHARED * short.pairs.size;
}

function wordsOf(text: string): Words {
  const words =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return {
    line: words.join(" "),
    count: words.length,
    pairs: new Set(words.slice(1).map((word, i) => `${words[i]} ${word}`)),
  };
}
