import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { codesInReadingOrder } from "../../../lib/annotate/agreement/reading-order";
import { saturationOf, USUAL_RULE } from "../../../lib/annotate/agreement/saturation";
import { useTexts } from "../../texts";
import type { PanelView } from "../../view";

/** Whether reading more reviews still brings new codes. */
export function SaturationSection({ view }: { view: PanelView }) {
  const { phrase, percent } = useTexts();
  const { annotations, secondCodings, coders } = view.notebook;
  const own = coders.find((coder) => coder.own)?.id ?? "";
  const { points, reached } = useMemo(
    () => saturationOf(codesInReadingOrder(annotations, secondCodings, own)),
    [annotations, secondCodings, own],
  );
  const last = points.at(-1);
  if (!last || last.known === 0) return null;
  const rule = { base: USUAL_RULE.base, run: USUAL_RULE.run, threshold: percent(USUAL_RULE.threshold) };
  return (
    <section class="second-saturation">
      <h3>{phrase("secondSaturation")}</h3>
      <p>
        {reached
          ? phrase("secondSaturated", { ...reached, ...rule })
          : last.ratio === undefined
            ? phrase("secondSaturationFew", { read: last.read, least: rule.base + rule.run })
            : phrase("secondNotSaturated", { read: last.read, share: percent(last.ratio), ...rule })}
      </p>
      <SaturationChart counts={points.map(({ known }) => known)} after={reached?.after} />
      <p class="sub">{phrase("secondSaturationSource", rule)}</p>
    </section>
  );
}

function SaturationChart({ counts, after }: { counts: readonly number[]; after: number | undefined }) {
  const { phrase, number } = useTexts();
  const place = useRef<HTMLDivElement>(null);
  const shown = `${counts.join()} ${after}`;
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    let gone = false;
    const element = place.current;
    if (!element || counts.length < 2) return;
    import("./saturation-plot").then(
      ({ saturationPlot }) => {
        const names = { read: phrase("secondReadAxis"), known: phrase("secondKnownAxis") };
        const width = Math.max(240, Math.floor(element.clientWidth));
        if (!gone) element.replaceChildren(saturationPlot(counts, after, { width, names, number }));
      },
      () => setFailed(true),
    );
    return () => {
      gone = true;
    };
  }, [shown]);
  if (counts.length < 2) return null;
  const label = phrase("secondCurve", { read: counts.length, known: counts.at(-1) ?? 0, first: counts[0] ?? 0 });
  return (
    <figure>
      <div ref={place} role="img" aria-label={label} />
      {failed && <p class="sub">{phrase("surveyChartFailed")}</p>}
    </figure>
  );
}
