import type { PanelView } from "../view";

/** What is going on now, in figures. `waiting` counts reviews of the subject in view that are not understood yet. */
export interface Progress {
  stage: "collecting" | "loading" | "understanding" | "paused" | "idle";
  done: number;
  waiting: number;
  rate: number;
}

/** @returns the stage people should hear about: collecting comes before understanding, which goes on meanwhile */
export function progressOf(view: PanelView): Progress {
  const done = view.pulse?.understood ?? 0;
  const waiting = Math.max(0, (view.pulse?.reviews ?? 0) - done);
  const state = view.engine.at === "here" ? view.engine.state : undefined;
  const rate = state?.understanding.sentencesPerSecond ?? 0;
  const figures = { done, waiting, rate };
  if (view.reading) return { stage: "collecting", ...figures };
  if (!state || waiting === 0 || state.encoder.state === "failed") return { stage: "idle", ...figures };
  if (state.understanding.paused && !state.understanding.active) return { stage: "paused", ...figures };
  if (state.understanding.active) return { stage: "understanding", ...figures };
  if (state.encoder.state === "loading" || state.encoder.state === "idle") return { stage: "loading", ...figures };
  return { stage: "paused", ...figures };
}
