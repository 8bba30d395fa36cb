import { FIDELITY_METHODS, type Fidelity, type FidelityMethod, type LibraryFidelity } from "../../../lib/domain";
import { selector, useTexts } from "../../texts";
import { Chart } from "./Chart";

/** How far to believe a panel: one plain sentence, then the check in figures beside what any method must beat. */
export function FidelityGauge({ fidelity, library }: { fidelity: Fidelity; library?: LibraryFidelity }) {
  const { phrase } = useTexts();
  const { checked, verdict, why, heldIn, heldOut, needed } = fidelity;
  return (
    <section class={`gauge ${checked ? verdict : "unchecked"}`}>
      <h3>{phrase("surveyGauge")}</h3>
      <p>
        {phrase("surveyVerdict", {
          verdict: checked ? (verdict ?? "poor") : selector(why ?? "no-stars"),
          n: heldIn + heldOut,
          needed,
        })}
      </p>
      {checked && <p class="sub">{phrase("surveyGaugeWhat", { n: heldOut })}</p>}
      {checked && <GaugeFigures fidelity={fidelity} />}
      {library && <LibraryGauge library={library} />}
    </section>
  );
}

function GaugeFigures({ fidelity }: { fidelity: Fidelity }) {
  const { phrase, precise } = useTexts();
  const { people, ceiling, rows } = fidelity;
  const way = (method: string) => phrase("surveyWay", { way: selector(method) });
  const bars = [
    ...(people ? [{ name: way("people"), pmf: people }] : []),
    ...rows.map(({ method, pmf }) => ({ name: way(method), pmf })),
  ];
  const by = new Map(rows.map((row) => [row.method, row]));
  return (
    <details>
      <summary>{phrase("surveyGaugeTable")}</summary>
      <Chart
        mark={bars}
        label={phrase("surveyChartShares", { question: phrase("surveyGauge") })}
        draw={(plots, frame) => plots.sharesChart(bars, frame)}
      />
      <div class="table-room">
        <table>
          <thead>
            <tr>
              <th scope="col">{phrase("surveyGaugeWay")}</th>
              <th scope="col">{phrase("surveyGaugeLike")}</th>
              <th scope="col">{phrase("surveyGaugeEach")}</th>
              <th scope="col">{phrase("surveyMean")}</th>
            </tr>
          </thead>
          <tbody>
            {FIDELITY_METHODS.map((method) => {
              const row = by.get(method);
              return (
                <tr key={method}>
                  <th scope="row">{way(method)}</th>
                  {row ? (
                    <>
                      <td class="end">{precise(row.ks)}</td>
                      <td class="end">{row.pearson === undefined ? "–" : precise(row.pearson)}</td>
                      <td class="end">{precise(row.mean)}</td>
                    </>
                  ) : (
                    <td colSpan={3}>{phrase("surveyNotRun")}</td>
                  )}
                </tr>
              );
            })}
            {ceiling !== undefined && (
              <tr>
                <th scope="row">{way("halves")}</th>
                <td class="end">{precise(ceiling)}</td>
                <td class="end">–</td>
                <td class="end">–</td>
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function LibraryGauge({ library: { products, needed, rows, halves } }: { library: LibraryFidelity }) {
  const { phrase, precise } = useTexts();
  const way = (method: FidelityMethod) => phrase("surveyWay", { way: selector(method) });
  return (
    <div class="table-room">
      <h4>{phrase("surveyLibrary", { n: products })}</h4>
      {halves === undefined && <p class="sub">{phrase("surveyLibraryFew", { n: products, needed })}</p>}
      {rows.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{phrase("surveyGaugeWay")}</th>
              <th scope="col">{phrase("surveyGaugeLike")}</th>
              <th scope="col">{phrase("surveyRho")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ method, ks, rho }) => (
              <tr key={method}>
                <th scope="row">{way(method)}</th>
                <td class="end">{precise(ks)}</td>
                <td class="end">{rho === undefined ? "–" : precise(rho)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
