/** Questions that are not rated: what is written is matched to the options, felt about, or read as an amount of money. */
import type { SurveyAnswer } from "../../domain";
import { plainText } from "../grounding/plain-text";
import { vectorsOf } from "./anchor-vectors";
import { type Asked, failed, type Told, write } from "./engine-asking";
import { mentionsOf, nearestOption } from "./engine-choices";
import { amountIn } from "./engine-words";
import { lotOf, shuffled } from "./lot";
import { balancedSets, bestWorst } from "./maxdiff";
import { optionsOf } from "./queries";

/** @param most options that may be chosen */
export async function chosen(asked: Asked, kind: "choice" | "choices", most: number): Promise<Told[]> {
  const options = optionsOf(asked.question);
  const written = await write(asked, kind, { options: byLot(options, asked) });
  if (!("text" in written)) return [failed(written)];
  const named = mentionsOf(written.text, options, asked.input.spec.language);
  const taken = named.filter(({ refused }) => !refused).map(({ option }) => option);
  const meant = named.length > 0 ? taken : await nearest(asked, written.text, options);
  // who was to choose one and names them all has repeated the list
  if (most === 1 && meant.length === options.length && options.length > 2)
    return [{ heard: "silent", text: written.text }];
  return [{ heard: "spoke", chosen: meant.slice(0, most), text: written.text }];
}

/** Worth falls evenly from the first named to the last; who names one option only says which is best. */
export async function ranking(asked: Asked): Promise<Told[]> {
  const options = optionsOf(asked.question);
  const written = await write(asked, "ranking", { options: byLot(options, asked) });
  if (!("text" in written)) return [failed(written)];
  const order = mentionsOf(written.text, options, asked.input.spec.language).map(({ option }) => option);
  if (order.length === 0) return [{ heard: "silent", text: written.text }];
  const utilities = options.map((_, i) => {
    const place = order.indexOf(i);
    return place < 0 ? null : order.length === 1 ? 1 : 1 - (2 * place) / (order.length - 1);
  });
  return [{ heard: "spoke", chosen: order, utilities, text: written.text }];
}

/** Each small set in a context of its own; best is what is named first without refusal, worst what is refused, else what is named next. */
export async function maxdiff(asked: Asked): Promise<Told[]> {
  const { input, question } = asked;
  const options = optionsOf(question);
  const counts = options.map(() => ({ score: 0, shown: 0 }));
  const texts: string[] = [];
  for (const set of balancedSets(options.length, input.spec.seed, question.id)) {
    const shown = set.map((at) => options[at] ?? "");
    const written = await write(asked, "maxdiff", { options: byLot(shown, asked) });
    if (!("text" in written)) continue;
    texts.push(written.text);
    const named = mentionsOf(written.text, shown, input.spec.language);
    const liked = named.filter(({ refused }) => !refused);
    const [best, worst] = [liked[0], named.find(({ refused }) => refused) ?? liked[1]].map(
      (one) => one && (set[one.option] ?? 0),
    );
    if (best === undefined || worst === undefined) continue;
    const worth = options.map((_, at) => (set.includes(at) ? (at === best ? 1 : at === worst ? -1 : 0) : null));
    for (const [at, value] of bestWorst(worth, [set]).entries()) {
      const count = counts[at];
      if (value === null || !count) continue;
      count.score += value;
      count.shown += 1;
    }
  }
  if (texts.length === 0) return [{ heard: "failed" }];
  const utilities = counts.map(({ score, shown }) => (shown === 0 ? null : score / shown));
  const order = utilities
    .flatMap((value, at) => (value === null ? [] : [{ at, value }]))
    .sort((a, b) => b.value - a.value || a.at - b.at)
    .map(({ at }) => at);
  const heard = order.length > 0 ? "spoke" : "silent";
  return [{ heard, ...(heard === "spoke" ? { chosen: order, utilities } : {}), text: texts.join(" / ") }];
}

const LONGEST_PRICE = 80;
const PRICES = [
  ["tooCheap", "so cheap that I would doubt its quality"],
  ["cheap", "a bargain"],
  ["expensive", "beginning to be expensive, but I might still buy it"],
  ["tooExpensive", "too expensive to buy it"],
] as const;

/** Van Westendorp's four questions: amounts of money are what they ask for, and no rating. */
export async function priced(asked: Asked): Promise<Told[]> {
  const prices: NonNullable<SurveyAnswer["prices"]> = {};
  const texts: string[] = [];
  for (const [price, about] of PRICES) {
    const written = await write(asked, "price", { about: `At which price would it be ${about}?` }, priceIn);
    if (!("text" in written)) continue;
    const amount = amountIn(written.text);
    if (amount === undefined) continue;
    prices[price] = amount;
    texts.push(written.text);
  }
  const given = PRICES.flatMap(([price]) => prices[price] ?? []);
  // whoever finds a higher price cheaper has not understood the questions: van Westendorp's curves leave them out
  const inOrder = given.every((amount, i) => i === 0 || amount >= (given[i - 1] ?? 0));
  if (!inOrder) return [{ heard: "silent", text: texts.join(" / ") }];
  return [texts.length > 0 ? { heard: "spoke", prices, text: texts.join(" / ") } : { heard: "failed" }];
}

/** What stands first is named most: each respondent is shown another order. */
function byLot(options: readonly string[], { input, respondent, question }: Asked): string[] {
  return shuffled(options, lotOf(input.spec.seed, "options", respondent.id, question.id));
}

async function nearest({ parts, input }: Asked, text: string, options: readonly string[]): Promise<number[]> {
  const [reading] = await parts.read([text]);
  const option = reading && nearestOption(reading.vector, vectorsOf(options, input.vectors));
  return option === undefined ? [] : [option];
}

/** A price is a few words. @returns "" where there is none */
function priceIn(text: string): string {
  const plain = plainText(text).slice(0, LONGEST_PRICE);
  return amountIn(plain) === undefined ? "" : plain;
}
