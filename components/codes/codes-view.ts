/** What the places of codes are given, and what they can ask for. */
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Code, CodeExample } from "../../lib/domain";
import type { CodeFields } from "../../lib/notebook-protocol";
import type { CodeAdvice } from "../../lib/protocol";

/** What a person writes about a code. */
export type CodeDraft = CodeFields;

export interface CodeActions {
  /** Keeps a code or its new name; rejects with a sentence when it cannot be kept. */
  save(draft: CodeDraft): Promise<void>;
  remove(id: string): Promise<void>;
  /** This sentence belongs to the code or not; `undefined` takes the judgement back. */
  judge(codeId: string, sentenceId: string, yes: boolean | undefined): Promise<void>;
  /** What may belong to the code among the sentences of the subject in view. */
  suggest(codeId: string): Promise<CodeAdvice>;
  /** Hands a table over as a file. */
  saveTable(name: string, text: string): void;
}

/** Codes of the subject in view, for whatever shows sentences. */
export interface Codes {
  /** The subject in view: new codes belong to it. */
  subjectId?: string;
  codes: readonly Code[];
  actions: CodeActions;
}

const quiet = async () => {};
const NONE: Codes = {
  codes: [],
  actions: {
    save: quiet,
    remove: quiet,
    judge: quiet,
    suggest: async () => ({ suggestions: [], ask: [] }),
    saveTable: () => {},
  },
};

export const CodesContext = createContext<Codes>(NONE);

/** @returns the codes of the subject in view and what can be done with them */
export function useCodes(): Codes {
  return useContext(CodesContext);
}

/** @returns the judgement about a passage; sentences may have been cut anew since, so what overlaps is meant */
export function judgementOf(
  code: Code,
  { reviewId, start, end }: { reviewId: string; start: number; end: number },
): CodeExample | undefined {
  return code.examples.find((example) => example.reviewId === reviewId && example.start < end && start < example.end);
}

/** How many sentences were judged to belong, and how many not. */
export function judgedCounts(code: Code): { yes: number; no: number } {
  const yes = code.examples.filter((example) => example.yes).length;
  return { yes, no: code.examples.length - yes };
}
