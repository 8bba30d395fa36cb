/** Surveys run on the sample evidence, in their states. */
import { draftFrom, specOf } from "../../../components/test/draft";
import { builtInScales } from "../../../lib/ask/ssr/scales";
import type { Scale, SurveyRun } from "../../../lib/domain";

/** A run of the template for messages, finished unless the test says otherwise. */
export function runOf(part: Partial<SurveyRun> & { title?: string } = {}): SurveyRun {
  const { title = "Claims for summer", ...rest } = part;
  return {
    id: "run",
    subjectId: "s",
    spec: { ...specOf(draftFrom("message", "en"), ""), title },
    state: "done",
    done: 45,
    of: 45,
    created: "2026-05-10T09:00:00Z",
    updated: "2026-05-10T09:00:40Z",
    ...rest,
  };
}

/** A scale a person wrote. */
export const OWN_SCALE: Scale = {
  id: "own",
  name: "Calm",
  version: 3,
  anchors: [
    {
      language: "en",
      sets: [["It wakes everybody.", "It is rather loud.", "I hear it.", "I hardly hear it.", "I hear nothing."]],
    },
  ],
  updated: "2026-05-11T09:00:00Z",
};

export const BUILT_IN = builtInScales();
