import { machineRun } from "../../../lib/annotate/agreement/double-coding";
import type { CodingBasis, SecondCoding } from "../../../lib/domain";
import { useTexts } from "../../texts";

/** How the sample was drawn and every figure is worked out, to be copied into a paper. */
export function SecondMethod({ coding, basis }: { coding: SecondCoding; basis: CodingBasis }) {
  const { phrase, number, date } = useTexts();
  const { sample, of, unit, human, units, created } = coding;
  const run = machineRun(coding, basis);
  const left = units.length - human.length;
  const values = {
    size: sample.size,
    of: number(of),
    seed: sample.seed,
    date: date(created),
    method: sample.method,
    unit,
  };
  return (
    <details class="second-method">
      <summary>{phrase("secondHow")}</summary>
      <p>{phrase("secondHowSample", values)}</p>
      {left > 0 && <p>{phrase("secondHowLeft", { count: left })}</p>}
      <p>{phrase("secondHowBlind")}</p>
      {run && <p>{phrase("secondHowMachine", { model: run.model, kind: basis })}</p>}
      <p>{phrase("secondHowFigures")}</p>
      <p>{phrase("secondHowInterval")}</p>
    </details>
  );
}
