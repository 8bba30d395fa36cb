/** What each option is worth to a respondent: how much, and which way, they speak of it. */
import type { Bearing } from "./bearing";

/** A single sentence that surely bears on an option and surely praises it is worth two thirds; more of them come nearer to 1. */
const DOUBT = 0.5;
/** An option spoken of worse than this is not chosen; one that is merely named may be. */
const BLAMED = -0.15;

/**
 * @param words per option the sentences that bear on it
 * @param leaning −1 where the question asks for what is worst: then blame counts
 * @returns per option −1..1, null where they do not speak of it
 */
export function worthOf(words: readonly (readonly Bearing[])[], leaning: 1 | -1 = 1): (number | null)[] {
  return words.map((own) => {
    const amount = own.reduce((sum, { weight }) => sum + weight, 0);
    const tone = own.reduce((sum, { weight, entry }) => sum + weight * entry.sentence.sentiment.score, 0);
    return amount === 0 ? null : (leaning * tone) / (amount + DOUBT) || 0;
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

/** @returns of an order, those that may be chosen: spoken of well, or only named */
export function choosable(order: readonly number[], worth: readonly (number | null)[]): number[] {
  return order.filter((at) => (worth[at] ?? -1) >= BLAMED);
}
