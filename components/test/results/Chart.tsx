import { useEffect, useRef, useState } from "preact/hooks";
import { useTexts } from "../../texts";
import { ON_SCREEN } from "./palette";
import type * as Plots from "./plots";

/** Draws with the charts' library, which is loaded when the first chart is shown. */
export type Drawing = (plots: typeof Plots, frame: Plots.Frame) => Element;

const NARROWEST = 240;

/** A chart with its text alternative; the figures themselves stand in the table beside it. */
export function Chart({ draw, label, mark }: { draw: Drawing; label: string; mark: readonly unknown[] }) {
  const { phrase, percent } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const [drawn, setDrawn] = useState(false);
  const figures = JSON.stringify(mark); // drawn anew only when they are others
  useEffect(() => {
    let gone = false;
    void import("./plots").then((plots) => {
      if (gone || !place.current || width === 0) return;
      place.current.replaceChildren(draw(plots, { width, palette: ON_SCREEN, percent }));
      setDrawn(true);
    });
    return () => {
      gone = true;
    };
  }, [figures, width]);
  return (
    <figure class="chart">
      <div ref={place} role="img" aria-label={label} />
      {!drawn && <p class="sub">{phrase("surveyChartLoading")}</p>}
    </figure>
  );
}

function useWidth(place: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const look = () => setWidth(Math.max(NARROWEST, Math.floor(element.clientWidth)));
    look();
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return width;
}
