/** What was being done in the place Test, kept in this browser so that it is there when the panel comes back to it. */
import type { SurveyDraft } from "./draft";
import type { ScaleDraft } from "./scales/scale-draft";

export type TestWhere =
  | { at: "home" }
  | { at: "setup" }
  | { at: "run"; id: string }
  | { at: "scales" }
  | { at: "scale" };

/** Work in hand; what nobody touched may be dropped without a word. */
export interface InHand<Work> {
  work: Work;
  touched: boolean;
}

export interface KeptTest {
  where: TestWhere;
  draft?: InHand<SurveyDraft>;
  scale?: InHand<ScaleDraft>;
}

const START = "earshot.test.";
/** Of the fields a draft has: one of another make is not taken up. */
const MAKE = 1;

/** @returns what was kept for a subject; the beginning where there is nothing that can be read */
export function keptTest(subjectId: string): KeptTest {
  try {
    const kept = JSON.parse(localStorage.getItem(START + subjectId) ?? "null") as (KeptTest & { make: number }) | null;
    if (kept?.make === MAKE) {
      const { make: _, ...rest } = kept;
      return rest;
    }
  } catch {
    // no storage here, or not what was kept: begin anew
  }
  return { where: { at: "home" } };
}

export function keepTest(subjectId: string, kept: KeptTest): void {
  try {
    if (!kept.draft && !kept.scale && kept.where.at === "home") localStorage.removeItem(START + subjectId);
    else localStorage.setItem(START + subjectId, JSON.stringify({ ...kept, make: MAKE }));
  } catch {
    // a full store must not keep anybody from working on
  }
}

/** @param subjectId of one that is deleted; all of them where absent */
export function forgetTest(subjectId?: string): void {
  try {
    const keys = subjectId === undefined ? Object.keys(localStorage) : [START + subjectId];
    for (const key of keys) if (key.startsWith(START)) localStorage.removeItem(key);
  } catch {
    // nothing is kept where there is no storage
  }
}
