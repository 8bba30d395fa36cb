import type { Fidelity, LibraryFidelity, SurveySpec } from "../../../lib/domain";
import { checkChart } from "../../../lib/report/survey/charts";
import { gaugeReading, libraryReading } from "../../../lib/report/survey/gauge";
import { mapLine } from "../../../lib/report/survey/method";
import { useTexts } from "../../texts";
import { Chart } from "./Chart";
import { FigureTable } from "./FigureTable";

/** How far to believe a panel: one plain sentence, then the check in figures beside what any way must beat. */
export function FidelityGauge({
  fidelity,
  library,
  run,
}: {
  /** Absent: not looked at yet. */
  fidelity: Fidelity | undefined;
  library?: LibraryFidelity;
  /** What it stands beside, to say which way was used in it, and who answered. */
  run?: Pick<SurveySpec, "rating" | "mode">;
}) {
  const texts = useTexts();
  const { phrase } = texts;
  const { verdict, sentence, notes, table } = gaugeReading(fidelity, texts, run);
  const bars = fidelity && checkChart(fidelity, texts);
  return (
    <section class={`gauge ${verdict}`} aria-label={phrase("surveyGauge")}>
      <h3>{phrase("surveyGauge")}</h3>
      <p>{sentence}</p>
      {notes[0] && <p class="sub">{notes[0]}</p>}
      {table && (
        <details>
          <summary>{phrase("surveyGaugeTable")}</summary>
          {notes.slice(1).map((note) => (
            <p key={note} class="small-text">
              {note}
            </p>
          ))}
          {bars && <Chart chart={bars} />}
          <FigureTable table={table} caption={phrase("surveyGaugeTable")} />
          <p class="sub">{phrase("surveyGaugeTerms")}</p>
          {fidelity?.map && (
            <p class="sub">
              {phrase("surveyParameter", { name: "map" })}: {mapLine(fidelity.map)}
            </p>
          )}
        </details>
      )}
      {library && <LibraryGauge library={library} />}
    </section>
  );
}

function LibraryGauge({ library }: { library: LibraryFidelity }) {
  const texts = useTexts();
  const { title, sentence, table } = libraryReading(library, texts);
  return (
    <>
      <h4>{title}</h4>
      {sentence && <p class="small-text">{sentence}</p>}
      {table && <FigureTable table={table} caption={title} />}
    </>
  );
}
