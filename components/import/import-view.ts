/** Reviews that a person brings, from the question to what was stored: what is drawn, and what can be asked for. */
import type { ImportChoices } from "../../lib/collect/files/import";
import type { ImportSource, Preview } from "../../lib/collect/files/preview";
import type { ProblemCode } from "../../lib/collect/files/problem";
import type { Problem } from "../../lib/domain";

/** `selection`: nothing is selected on the page, or it may not be read. */
export type ImportProblem = { code: ProblemCode | "selection"; name: string };

export interface StoredSubject {
  id: string;
  name: string;
  found: number;
  /** Not stored before. */
  added: number;
}

export type ImportView =
  | { at: "asking"; problem?: ImportProblem }
  | { at: "opening"; name: string }
  | {
      at: "preview";
      source: ImportSource;
      preview: Preview;
      choices: ImportChoices;
      /** A choice is being tried. */
      busy: boolean;
      /** The last choice could not be followed; what is shown is the one before. */
      problem?: ImportProblem;
    }
  | { at: "storing"; name: string; done: number; total: number }
  /** `problem`: why it failed, where that is known; `message` is what the machine says about it. */
  | {
      at: "stored";
      how: "done" | "stopped" | "failed";
      subjects: StoredSubject[];
      problem?: Problem["code"];
      message?: string;
    };

export interface ImportActions {
  begin(): void;
  /** Leaves without storing anything more; what was stored stays. */
  close(): void;
  file(file: File): void;
  text(text: string): void;
  /** Takes what is selected on the page in the tab. */
  selection(): void;
  /** Adds to the choices made so far. */
  change(choices: ImportChoices): void;
  store(): void;
  stop(): void;
}
