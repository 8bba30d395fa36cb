import { useEffect, useRef, useState } from "preact/hooks";
import type { SurveyChart } from "../../../lib/report/survey/charts";
import { useTexts } from "../../texts";
import { ON_SCREEN } from "./palette";

const NARROWEST = 240;

/** A chart with its text alternative; the figures stand once more in the table of its question. */
export function Chart({ chart }: { chart: SurveyChart }) {
  const { phrase, percent, number } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const [state, setState] = useState<"drawing" | "drawn" | "failed">("drawing");
  // a redraw of the panel makes the same chart anew: only what it shows says whether there is something to draw
  const shown = JSON.stringify(chart);
  useEffect(() => {
    let gone = false;
    if (width === 0) return;
    import("./plots").then(
      ({ drawn }) => {
        if (gone || !place.current) return;
        place.current.replaceChildren(drawn(chart, { width, palette: ON_SCREEN, percent, number }));
        setState("drawn");
      },
      () => setState("failed"),
    );
    return () => {
      gone = true;
    };
  }, [shown, width]);
  return (
    <figure class="chart">
      {chart.sub && <figcaption dir="auto">{chart.sub}</figcaption>}
      {chart.kind === "shares" && <PointLegend />}
      <div ref={place} role="img" aria-label={chart.label} />
      {state !== "drawn" && (
        <p class="sub">{phrase(state === "failed" ? "surveyChartFailed" : "surveyChartLoading")}</p>
      )}
      {chart.notes.map((note) => (
        <p key={note} class="sub" dir="auto">
          {note}
        </p>
      ))}
    </figure>
  );
}

/** The five colours in their order, each with its point. */
function PointLegend() {
  const { phrase } = useTexts();
  return (
    <ol class="point-legend" aria-label={phrase("surveyPoints")}>
      {[1, 2, 3, 4, 5].map((point) => (
        <li key={point} class={`point-${point}`}>
          <span class="unseen">{phrase("surveyPoint", { point })}</span>
          <span aria-hidden="true">{point}</span>
        </li>
      ))}
    </ol>
  );
}

function useWidth(place: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    // within a closed fold it has no width yet: it is drawn when the fold is opened
    const look = () => element.clientWidth > 0 && setWidth(Math.max(NARROWEST, Math.floor(element.clientWidth)));
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return width;
}
