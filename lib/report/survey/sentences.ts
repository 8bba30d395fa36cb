/** What figures say, in sentences: what is undecided, who were too few, where prices lie. */
import type { Difference, PriceResult, SurveyQuestion, SurveyRun } from "../../domain";
import { amount, cellsOf, hasCrossing, signed } from "./charts";
import { joined, type ReportTexts, type SurveyNames } from "./names";
import { cellName } from "./tables";

type Run = Pick<SurveyRun, "spec" | "results">;

/** @returns the verdict, and beside it the figures it rests on where there are any */
export function differenceSentence(
  pair: Difference,
  question: SurveyQuestion,
  names: SurveyNames,
  { phrase, precise, decimal }: ReportTexts,
): string[] {
  const { verdict, a, b, difference, low, high, p, effective } = pair;
  const where = joined(
    pair.row === undefined ? undefined : names.item(question, pair.row),
    pair.segmentId === undefined ? undefined : names.group(pair.segmentId),
  );
  const said = phrase("surveyDifference", { verdict, a: names.concept(a), b: names.concept(b) });
  const sentence = where ? `${where}: ${said}` : said;
  if (verdict === "few") return [sentence];
  const how = phrase("surveyDifferenceHow", {
    difference: signed(difference, precise),
    low: signed(low, precise),
    high: signed(high, precise),
    p: chance(p, precise),
    n: decimal(effective),
  });
  return [sentence, how];
}

/** @returns what stands behind "p" in a sentence: "= 0.34", "< 0.01" */
export function chance(p: number, precise: (value: number) => string): string {
  return p < 0.01 ? `< ${precise(0.01)}` : `= ${precise(p)}`;
}

/** @returns a sentence for each concept, row or group too small for figures */
export function fewSentences(
  run: Run,
  question: SurveyQuestion,
  names: SurveyNames,
  { phrase }: ReportTexts,
): string[] {
  return cellsOf(run, question)
    .filter(({ few }) => few)
    .map((cell) => `${cellName(cell, question, names)}: ${phrase("surveyFew", { heard: cell.heard })}`);
}

const CROSSINGS = ["cheapest", "optimal", "indifference", "dearest"] as const;

/** @returns prices where the curves cross, from the least */
export function crossingsOf(prices: PriceResult, { phrase, precise }: ReportTexts): { name: string; price: string }[] {
  return CROSSINGS.flatMap((kind) => {
    const price = prices[kind];
    if (price === undefined) return [];
    return [{ name: phrase("surveyPrices", { kind }), price: amount(price, prices.currency, precise) }];
  });
}

/** @returns for each price question where its curves cross, or that too few name a price */
export function priceSentences(run: Run, question: SurveyQuestion, names: SurveyNames, texts: ReportTexts): string[] {
  if (question.kind !== "price") return [];
  return cellsOf(run, question)
    .filter(({ few }) => !few)
    .flatMap((cell) => {
      const about = cellName(cell, question, names);
      const { prices } = cell;
      if (!prices || !hasCrossing(prices))
        return [`${about}: ${texts.phrase("surveyNoPrices", { n: prices?.of ?? 0 })}`];
      return [
        `${about}: ${texts.phrase("surveyPriceOf", { n: prices.of })}`,
        ...crossingsOf(prices, texts).map(({ name, price }) => `${name}: ${price}`),
      ];
    });
}
