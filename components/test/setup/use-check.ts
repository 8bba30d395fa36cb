import { useEffect, useState } from "preact/hooks";
import type { SurveySpec, SurveyWarning } from "../../../lib/domain";

export interface SurveyChecked {
  warnings: readonly SurveyWarning[];
  /** What would stop it. */
  problem?: unknown;
}

/** Typing is not checked letter by letter (ms). */
const PAUSE = 500;
const NOTHING: SurveyChecked = { warnings: [] };

/**
 * @param spec absent while it lacks something that is said beside its fields
 * @returns what is to be known before it is run; nothing while that is being found out
 */
export function useCheck(
  spec: SurveySpec | undefined,
  check: (spec: SurveySpec) => Promise<SurveyWarning[]>,
): SurveyChecked {
  const [checked, setChecked] = useState<SurveyChecked>(NOTHING);
  const mark = spec && JSON.stringify(spec);
  useEffect(() => {
    if (!spec) return setChecked(NOTHING);
    let ended = false;
    const take = (now: SurveyChecked) => {
      if (!ended) setChecked(now);
    };
    const timer = setTimeout(
      () =>
        check(spec).then(
          (warnings) => take({ warnings }),
          (problem: unknown) => take({ warnings: [], problem }),
        ),
      PAUSE,
    );
    return () => {
      ended = true;
      clearTimeout(timer);
    };
    // the mark stands for the whole survey
  }, [mark]);
  return checked;
}
