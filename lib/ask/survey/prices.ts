/** Prices that reviewers name in money, and what they think of them: the four prices of van Westendorp (1976), as far as they are said. */
import type { PriceAnswer } from "../../domain";
import type { EvidenceIndex, IndexedSentence } from "../evidence-index";
import { PRICE_CUES } from "./price-cues";

/** Where one thought ends and another begins. */
const CLAUSE_END =
  /[,;:—–，；、。.!?！？]\s|[，；。！？]|\s(?:but|although|though|while|но|хотя|а)\s|但是?|不过|虽然/giu;
/** Signs that stand for several currencies, as understood from the text; a subject says which is meant. */
const SIGNS: Readonly<Record<string, readonly string[]>> = {
  $: ["USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN"],
  "¥": ["CNY", "JPY"],
  kr: ["SEK", "NOK", "DKK"],
};

export interface NamedPrices {
  /** Absent when nothing is said of a price that is named. */
  prices?: PriceAnswer;
  /** Sentences that say it. */
  words: IndexedSentence[];
}

/**
 * Of prices called cheap or too cheap the highest counts, of those called expensive or too expensive the lowest: where their judgement turns.
 * @param entries all that one person wrote
 * @param currency ISO 4217, or a sign; amounts in another one are left out
 */
export function namedPrices(entries: readonly IndexedSentence[], currency: string | undefined): NamedPrices {
  const prices: PriceAnswer = {};
  const words = entries.filter((entry) => {
    const judged = (entry.sentence.entities ?? []).flatMap((entity) => {
      const amount = entity.kind === "price" ? amountIn(entity.name, currency) : undefined;
      const kind = amount === undefined ? undefined : judgement(entry, entity.start, entity.end);
      return amount !== undefined && kind ? [{ amount, kind }] : [];
    });
    for (const { amount, kind } of judged) {
      const turn = kind === "cheap" || kind === "tooCheap" ? Math.max : Math.min;
      prices[kind] = turn(prices[kind] ?? amount, amount);
    }
    return judged.length > 0;
  });
  return words.length > 0 ? { prices, words } : { words };
}

const commonest = new WeakMap<IndexedSentence[], { code: string | undefined }>();

/** @returns the currency that most prices in the reviews are in; undefined where none is named */
export function commonCurrency({ entries }: Pick<EvidenceIndex, "entries">): string | undefined {
  const known = commonest.get(entries);
  if (known) return known.code;
  const counts = new Map<string, number>();
  for (const { sentence } of entries)
    for (const { kind, name } of sentence.entities ?? [])
      if (kind === "price") counts.set(codeIn(name), (counts.get(codeIn(name)) ?? 0) + 1);
  const [first] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  commonest.set(entries, { code: first?.[0] });
  return first?.[0];
}

function codeIn(name: string): string {
  return name.slice(name.lastIndexOf(" ") + 1);
}

/** @param name as an entity is named: "49.99 EUR" */
function amountIn(name: string, currency: string | undefined): number | undefined {
  const code = codeIn(name);
  const amount = Number(name.slice(0, name.lastIndexOf(" ")));
  if (!Number.isFinite(amount) || amount <= 0) return undefined;
  const same =
    currency === undefined || code === currency || SIGNS[code]?.includes(currency) || SIGNS[currency]?.includes(code);
  return same ? amount : undefined;
}

/** The words of its own clause decide; where they say nothing, those of the sentence. */
function judgement({ sentence, text }: IndexedSentence, start: number, end: number): keyof PriceAnswer | undefined {
  const [from, to] = [start - sentence.start, end - sentence.start];
  const ends = [...text.matchAll(CLAUSE_END)].map(({ index, 0: mark }) => ({ from: index, to: index + mark.length }));
  const begin = ends.filter((one) => one.to <= from).at(-1)?.to ?? 0;
  const finish = ends.find((one) => one.from >= to)?.from ?? text.length;
  return cueIn(text.slice(begin, finish)) ?? cueIn(text);
}

function cueIn(words: string): keyof PriceAnswer | undefined {
  return PRICE_CUES.find(({ pattern }) => pattern.test(words))?.kind;
}
