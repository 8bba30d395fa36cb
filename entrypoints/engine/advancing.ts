/** One step of a reading: what it brought is read and stored, then the next one is decided. */
import { answerOf } from "../../lib/collect/more/answer";
import { type Brought, beginJourney, type Journey } from "../../lib/collect/more/journey";
import { coverageOf, LIMITS, nextStep } from "../../lib/collect/more/next-step";
import type { Advice } from "../../lib/protocol";
import type { EarshotDatabase } from "../../lib/store/db";
import { saveCoverage } from "../../lib/store/write";
import { storeCapture } from "./collecting";
import { readByRecipes } from "./recipes";

/**
 * @param journey none at the beginning
 * @param stored hears of the subject whose reviews were stored
 */
export async function advance(
  db: EarshotDatabase,
  { journey, allPages, brought }: { journey?: Journey; allPages: boolean; brought: Brought },
  stored: (subjectId: string) => void,
): Promise<Advice> {
  const known = { ...(journey ?? beginJourney(allPages)), allPages };
  const limits = { ...LIMITS, now: new Date() };
  if (!("snapshot" in brought)) return keep(db, { ...nextStep(known, brought, limits), warnings: [] });
  const capture = await readByRecipes(db, brought.snapshot);
  const { answer, whole, subject } = await answerOf(capture, brought.from, known);
  const receipt = whole.reviews.length > 0 ? await storeCapture(db, whole, stored) : undefined;
  const from = { ...known, subject, subjectId: receipt?.subjectId ?? known.subjectId };
  return keep(db, { ...nextStep(from, answer, limits), receipt, warnings: capture.warnings });
}

/** Whatever happens to the page next, it is known how far the reading has come. */
async function keep(db: EarshotDatabase, advice: Advice): Promise<Advice> {
  const { journey, step } = advice;
  const coverage = step.do === "done" ? step.coverage : coverageOf(journey, "left", new Date());
  if (journey.subjectId) await saveCoverage(db, journey.subjectId, coverage);
  return advice;
}
