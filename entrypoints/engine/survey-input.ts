/** What a survey is asked of: everything stored that it needs, checked before anything is begun. */
import { builtInScales } from "../../lib/ask/ssr/scales";
import {
  checkSurvey,
  drawPanel,
  type Respondent,
  readSurveySpec,
  type SurveyInput,
  surveyParts,
  textsOf,
  wholeText,
} from "../../lib/ask/survey";
import { type Persona, Problem, type Scale, type Segment, type SurveySpec, type SurveyWarning } from "../../lib/domain";
import type { EarshotDatabase } from "../../lib/store/db";
import { ownScales } from "../../lib/store/scales";
import type { SubjectEvidence } from "./subject-evidence";
import type { TextVectors } from "./text-vectors";

export interface SurveyInputParts {
  db: EarshotDatabase;
  evidence: SubjectEvidence;
  vectors: TextVectors;
}

/** A survey that can be asked, and of whom. */
export interface PreparedSurvey {
  /** Without vectors: those take time, and come once it is begun. */
  input: Omit<SurveyInput, "vectors">;
  panel: Respondent[];
  personas: readonly Persona[];
  warnings: SurveyWarning[];
}

/**
 * @param given as a panel sent it; read like one from a file, so that a manifest of it is the same
 * @param kept statements a run began with, in place of those there are now
 * @throws Problem survey_*, scale_gone: what stops it
 */
export async function prepareSurvey(
  { db, evidence: subjects }: SurveyInputParts,
  subjectId: string,
  given: SurveySpec,
  kept: readonly Scale[] = [],
): Promise<PreparedSurvey> {
  const spec = readSurveySpec(given, given.title);
  if (!(await db.subjects.get(subjectId)))
    throw new Problem("survey_gone", "What this survey is about was deleted. Read its reviews again.");
  const [evidence, personas, own] = await Promise.all([
    subjects.of(subjectId),
    db.personas.where("subjectId").equals(subjectId).toArray(),
    ownScales(db),
  ]);
  const segments = segmentsIn(personas);
  const known = [...kept, ...builtInScales(), ...own];
  const warnings = checkSurvey(spec, surveyParts(evidence, segments, known));
  const scales = known.filter(
    ({ id }, i) =>
      spec.questions.some(({ scale }) => scale === id) && known.findIndex((other) => other.id === id) === i,
  );
  const panel = drawPanel(spec, evidence, segments);
  if (panel.length === 0)
    throw new Problem("survey_nobody", "Nobody in these groups wrote words that count. Choose other groups.");
  return { input: { spec, evidence, segments, scales }, panel, personas, warnings };
}

/** @returns every text whose vector answering needs, with its vector @throws what the encoder throws, and the signal's reason */
export async function surveyVectors(
  { vectors }: Pick<SurveyInputParts, "vectors">,
  subjectId: string,
  { input: { spec, scales, evidence }, panel }: PreparedSurvey,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Float32Array>> {
  const asked = new Set(panel.flatMap(({ reviewIds }) => reviewIds));
  const whole = new Set(evidence.reviews.filter(({ id }) => asked.has(id)).map(wholeText));
  const texts = textsOf(spec, scales, panel, evidence);
  const [own, reviews] = [texts.filter((text) => !whole.has(text)), texts.filter((text) => whole.has(text))];
  const made = await vectors.of(own, signal);
  // with a language model its own words are rated, and nobody's whole reviews
  const read =
    spec.mode === "evidence" && reviews.length > 0 ? await vectors.ofReviews(subjectId, reviews, signal) : [];
  return new Map([...made, ...read]);
}

/** Segments are kept with the personas that speak for them, one for each voice. */
function segmentsIn(personas: readonly Persona[]): Segment[] {
  return [...new Map(personas.map(({ segment }) => [segment.id, segment])).values()];
}
