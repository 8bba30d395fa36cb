import type { PriceResult, ResultCell } from "../../../lib/domain";
import { useTexts } from "../../texts";
import { Chart } from "./Chart";
import { cellName } from "./cell-name";
import type { QuestionParts } from "./QuestionResult";

const LINES = ["tooCheap", "cheap", "expensive", "tooExpensive"] as const;
const CROSSINGS = ["cheapest", "optimal", "indifference", "dearest"] as const;

/** Van Westendorp's curves and where they cross; a sentence where too few name a price. */
export function Prices({ question, cells, words, currency }: QuestionParts & { currency: string | undefined }) {
  return (
    <>
      {cells.map((cell) => (
        <div key={`${cell.conceptId} ${cell.segmentId}`}>
          {cells.length > 1 && <h4 dir="auto">{cellName(cell, question, words)}</h4>}
          <PriceCell cell={cell} currency={currency} />
        </div>
      ))}
    </>
  );
}

function PriceCell({ cell: { prices, heard }, currency }: { cell: ResultCell; currency: string | undefined }) {
  const { phrase, language } = useTexts();
  if (!prices || prices.curves.length === 0)
    return <p class="sub">{phrase("surveyNoPrices", { n: prices?.of ?? heard })}</p>;
  const money = moneyIn(language, currency);
  const points = prices.curves.flatMap((at) =>
    LINES.map((line) => ({ price: at.price, share: at[line], line: phrase("surveyPriceLine", { line }) })),
  );
  const crossings = crossingsOf(prices);
  return (
    <>
      <Chart
        mark={points}
        label={phrase("surveyChartPrices")}
        draw={(plots, frame) => plots.curvesChart(points, frame)}
      />
      {crossings.length === 0 && <p class="sub">{phrase("surveyNoPrices", { n: prices.of })}</p>}
      <dl class="price-points">
        {crossings.map(({ kind, price }) => (
          <div key={kind}>
            <dt>{phrase("surveyPrices", { kind })}</dt>
            <dd>{money(price)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function crossingsOf(prices: PriceResult) {
  return CROSSINGS.flatMap((kind) => {
    const price = prices[kind];
    return price === undefined ? [] : [{ kind, price }];
  });
}

/** A currency that is none is left out, not an error. */
function moneyIn(language: string, currency: string | undefined): (price: number) => string {
  try {
    const format = new Intl.NumberFormat(language, currency ? { style: "currency", currency } : {});
    return (price) => format.format(price);
  } catch {
    return (price) => new Intl.NumberFormat(language).format(price);
  }
}
