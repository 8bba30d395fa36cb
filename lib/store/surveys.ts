/**
 * Runs of surveys: stored before they begin, then respondent by respondent, so that an ended engine loses one answer at most. What a language
 * model wrote is kept apart under its hash and outlives the run. Each function is one transaction; only the engine writes.
 */
import type { SurveyManifest, SurveyMaterial, SurveyResponse, SurveyRun } from "../domain";
import { Problem } from "../domain";
import type { EarshotDatabase, StoredSurveyAnswer } from "./db";

/**
 * @param at ISO 8601
 * @returns the run, `running`, nobody asked yet
 * @throws Problem survey_gone when its subject was deleted
 */
export async function newSurvey(
  db: EarshotDatabase,
  { subjectId, spec, scales, of }: Pick<SurveyRun, "subjectId" | "spec" | "scales" | "of">,
  at: string,
): Promise<SurveyRun> {
  return db.transaction("rw", db.subjects, db.surveys, async () => {
    if (!(await db.subjects.get(subjectId))) throw gone();
    const run: SurveyRun = {
      id: crypto.randomUUID(),
      subjectId,
      spec,
      ...(scales ? { scales } : {}),
      state: "running",
      done: 0,
      of,
      created: at,
      updated: at,
    };
    await db.surveys.put(run);
    return run;
  });
}

/** @throws Problem survey_gone */
export async function surveyOf(db: EarshotDatabase, surveyId: string): Promise<SurveyRun> {
  const run = await db.surveys.get(surveyId);
  if (!run) throw gone();
  return run;
}

/** @returns the runs of a subject, the latest first */
export async function surveysOf(db: EarshotDatabase, subjectId: string): Promise<SurveyRun[]> {
  const runs = await db.surveys.where("subjectId").equals(subjectId).toArray();
  return runs.sort((a, b) => b.created.localeCompare(a.created) || a.id.localeCompare(b.id));
}

/** @returns the answers of a run, in the order of their ids */
export async function responsesOf(db: EarshotDatabase, surveyId: string): Promise<SurveyResponse[]> {
  return db.surveyResponses.where("surveyId").equals(surveyId).sortBy("id");
}

/**
 * Keeps what respondents answered; one that was there is replaced.
 * @param done respondents answered so far, where the run is to say so
 * @throws Problem survey_gone when the run was deleted: nothing is kept of it then
 */
export async function keepResponses(
  db: EarshotDatabase,
  surveyId: string,
  responses: readonly SurveyResponse[],
  at: string,
  done?: number,
): Promise<void> {
  await db.transaction("rw", db.surveys, db.surveyResponses, async () => {
    if (!(await db.surveys.get(surveyId))) throw gone();
    await db.surveyResponses.bulkPut([...responses]);
    if (done !== undefined) await db.surveys.update(surveyId, { done, updated: at });
  });
}

/** Forgets what those answered who are no longer asked: reviews were read or forgotten since. */
export async function keepOnly(db: EarshotDatabase, surveyId: string, respondents: ReadonlySet<string>): Promise<void> {
  await db.surveyResponses
    .where("surveyId")
    .equals(surveyId)
    .and(({ respondent }) => !respondents.has(respondent))
    .delete();
}

/** What of a run may change. */
export type SurveyChange = Partial<
  Pick<SurveyRun, "state" | "done" | "of" | "results" | "fidelity" | "manifest" | "problem">
>;

/**
 * Keeps what became of a run; `problem: undefined` takes an earlier one away.
 * @param material words and vectors it rests on, where there are some now
 * @returns false when the run was deleted meanwhile
 */
export async function changeSurvey(
  db: EarshotDatabase,
  surveyId: string,
  change: SurveyChange,
  at: string,
  material?: SurveyMaterial,
): Promise<boolean> {
  return db.transaction("rw", db.surveys, db.surveyMaterials, async () => {
    const run = await db.surveys.get(surveyId);
    if (!run) return false;
    const changed = { ...run, ...change, updated: at };
    if (changed.problem === undefined) delete changed.problem;
    await db.surveys.put(changed);
    if (material) await db.surveyMaterials.put({ id: surveyId, subjectId: run.subjectId, material });
    return true;
  });
}

/**
 * @returns everything a run rests on, with words and vectors where it can be computed again from them
 * @throws Problem survey_gone; manifest_unreadable while it is not done
 */
export async function manifestOfRun(db: EarshotDatabase, surveyId: string): Promise<SurveyManifest> {
  const [{ manifest, spec }, stored] = await Promise.all([surveyOf(db, surveyId), db.surveyMaterials.get(surveyId)]);
  if (!manifest) {
    const why = "the survey is not done yet.";
    throw new Problem("manifest_unreadable", `“${spec.title}” cannot be saved: ${why}`, {
      name: spec.title,
      other: why,
    });
  }
  return { ...manifest, ...(stored ? { material: stored.material } : {}) };
}

/** Runs that an ended engine was at: nobody goes on with them until somebody says so. What was answered is there. */
export async function pauseUnfinished(db: EarshotDatabase): Promise<void> {
  const problem: SurveyRun["problem"] = {
    code: "answer_broken_off",
    message: "Earshot was ended before this survey was done. What was answered is kept; resume to go on.",
  };
  await db.surveys.filter(({ state }) => state === "running").modify({ state: "paused", problem });
}

/** Forgets a run and its answers; what a language model wrote stays for the next run that asks the same. */
export async function deleteSurvey(db: EarshotDatabase, surveyId: string): Promise<void> {
  await db.transaction("rw", db.surveys, db.surveyResponses, db.surveyMaterials, async () => {
    await db.surveyResponses.where("surveyId").equals(surveyId).delete();
    await db.surveyMaterials.delete(surveyId);
    await db.surveys.delete(surveyId);
  });
}

/** @returns what a language model wrote under this hash, if it is kept */
export async function writtenAnswer(db: EarshotDatabase, key: string): Promise<string | undefined> {
  return (await db.surveyAnswers.get(key))?.text;
}

/** Keeps what a language model wrote; nothing is kept of a subject that is gone. */
export async function keepWritten(db: EarshotDatabase, answer: StoredSurveyAnswer): Promise<void> {
  await db.transaction("rw", db.subjects, db.surveyAnswers, async () => {
    if (await db.subjects.get(answer.subjectId)) await db.surveyAnswers.put(answer);
  });
}

function gone(): Problem {
  return new Problem("survey_gone", "This survey was deleted. Set up another one.");
}
