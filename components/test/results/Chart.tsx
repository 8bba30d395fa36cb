import { useEffect, useRef, useState } from "preact/hooks";
import type { SurveyChart } from "../../../lib/report/survey/charts";
import { useTexts } from "../../texts";
import { ON_SCREEN, type Palette } from "./palette";

const NARROWEST = 240;

/** A chart with its text alternative; the figures stand once more in the table of its question. */
export function Chart({ chart }: { chart: SurveyChart }) {
  const { percent, number } = useTexts();
  return (
    <figure class="chart">
      {chart.sub && <figcaption dir="auto">{chart.sub}</figcaption>}
      {chart.kind === "shares" && <PointLegend />}
      <Drawing
        label={chart.label}
        shown={JSON.stringify(chart)}
        draw={async (frame) => (await import("./plots")).drawn(chart, { ...frame, percent, number })}
      />
      {chart.notes.map((note) => (
        <p key={note} class="sub" dir="auto">
          {note}
        </p>
      ))}
    </figure>
  );
}

/**
 * A drawing as wide as its place, made when it is first seen.
 * @param shown all that it shows: it is drawn anew only when this or the width changes
 */
export function Drawing({
  label,
  shown,
  draw,
}: {
  label: string;
  shown: string;
  draw: (frame: { width: number; palette: Palette }) => Promise<Element>;
}) {
  const { phrase } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const [state, setState] = useState<"drawing" | "drawn" | "failed">("drawing");
  // a redraw of the panel makes the same chart anew: only what it shows says whether there is something to draw
  useEffect(() => {
    let gone = false;
    if (width === 0) return;
    draw({ width, palette: ON_SCREEN }).then(
      (drawing) => {
        if (gone || !place.current) return;
        place.current.replaceChildren(drawing);
        setState("drawn");
      },
      () => setState("failed"),
    );
    return () => {
      gone = true;
    };
  }, [shown, width]);
  return (
    <>
      <div ref={place} role="img" aria-label={label} />
      {state !== "drawn" && (
        <p class="sub">{phrase(state === "failed" ? "surveyChartFailed" : "surveyChartLoading")}</p>
      )}
    </>
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
