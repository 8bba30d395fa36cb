/** What each option is worth to a respondent: how much, and which way, they speak of it. */
import type { Bearing } from "./bearing";

/** A single sentence that surely bears on an option and surely praises it is worth two thirds; more of them come nearer to 1. */
const DOUBT = 0.5;
/** Asked for a fact ("Where do you use it?"), an option that is merely named is chosen, unless it is spoken of worse than this. */
const BLAMED = -0.15;
/** Asked for what is best or worst, only an option spoken of that way at least so much is. */
const SIDED = 0.1;

/** What a question asks for: `best` and `worst` take a side, `fact` does not. */
export type Leaning = "best" | "worst" | "fact";

/**
 * @param words per option the sentences that bear on it
 * @param leaning asked for the worst, blame is what counts
 * @returns per option −1..1, null where they do not speak of it
 */
export function worthOf(words: readonly (readonly Bearing[])[], leaning: Leaning = "fact"): (number | null)[] {
  return words.map((own) => {
    const amount = own.reduce((sum, { weight }) => sum + weight, 0);
    const tone = own.reduce((sum, { weight, entry }) => sum + weight * entry.sentence.sentiment.score, 0);
    return amount === 0 ? null : ((leaning === "worst" ? -1 : 1) * tone) / (amount + DOUBT) || 0;
  });
}

/** @returns places of the options they speak of, worth most first; at a draw the one they say more about */
export function orderOf(worth: readonly (number | null)[], words: readonly (readonly Bearing[])[]): number[] {
  const amount = (at: number) => (words[at] ?? []).reduce((sum, { weight }) => sum + weight, 0);
  return worth
    .flatMap((value, at) => (value === null ? [] : [{ at, value }]))
    .sort((a, b) => b.value - a.value || amount(b.at) - amount(a.at) || a.at - b.at)
    .map(({ at }) => at);
}

/** @returns of an order, those that are chosen */
export function choosable(order: readonly number[], worth: readonly (number | null)[], leaning: Leaning): number[] {
  const least = leaning === "fact" ? BLAMED : SIDED;
  return order.filter((at) => (worth[at] ?? -1) >= least);
}
