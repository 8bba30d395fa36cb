import type { Annotation, Coder, Memo, NotebookFormat } from "./annotation";
import type { Code } from "./code";

/** A code without what only this machine learnt from it. */
export type NotebookCode = Omit<Code, "examples">;

/** A text that was coded: what every exchange format calls a source. */
export interface NotebookDocument {
  /** Of the review, or of the page's copy; a page without one: `page:` + its key. */
  id: string;
  kind: "review" | "page";
  name: string;
  subjectId?: string;
  url?: string;
  /** ISO 8601, as precise as it is known. */
  date?: string;
  /** Verbatim; positions of passages point into it. */
  text: string;
  /** What is known of it beside its words: stars, language, product. Never an author. */
  variables: Readonly<Record<string, string | number>>;
}

/** An annotation with the place of its words in its document; absent where the document does not hold them. */
export interface NotebookAnnotation extends Annotation {
  documentId?: string;
  start?: number;
  end?: number;
}

/** Everything a researcher made, whole enough to be carried elsewhere. */
export interface Notebook {
  title: string;
  /** ISO 8601. */
  made: string;
  /** The person whose notebook it is. */
  ownCoderId?: string;
  coders: Coder[];
  codes: NotebookCode[];
  documents: NotebookDocument[];
  annotations: NotebookAnnotation[];
  memos: Memo[];
}

/** Which notes are meant: of a subject, of a page, or all. */
export interface NotebookScope {
  subjectId?: string;
  pageKey?: string;
  /** Reviews in which nothing was marked, too: who reads it sees what was left uncoded. */
  allReviews?: true;
}

/** What would come of bringing a notebook, shown before anything is stored. */
export interface MergePlan {
  title: string;
  format: NotebookFormat;
  fresh: { codes: number; annotations: number; memos: number; coders: number; documents: number };
  /** There already, word for word. */
  same: number;
  conflicts: MergeConflict[];
  /** What of the file could not be taken, in the reader's words by code. */
  warnings: NotebookWarning[];
}

/** The same thing, changed on both sides. */
export interface MergeConflict {
  /** Of the thing. */
  id: string;
  what: "code" | "annotation" | "memo";
  /** What it is called: name of the code, words of the passage, title of the memo. */
  name: string;
  /** Fields that differ, each with both values in words. */
  fields: { field: string; mine: string; theirs: string }[];
}

export type ConflictChoice = "mine" | "theirs" | "both";

export const NOTEBOOK_WARNINGS = [
  "selection_outside",
  "selection_not_text",
  "source_missing",
  "source_not_text",
  "code_unknown",
  "target_unknown",
  "entry_unreadable",
  "entry_twice",
  "place_lost",
] as const;

/** One part that was left out or changed while the rest was taken. */
export interface NotebookWarning {
  code: (typeof NOTEBOOK_WARNINGS)[number];
  /** What it was called, or where in the file it stands. */
  name: string;
  count: number;
}

/** What was changed, for history and undo. */
export const CHANGE_KINDS = [
  "note_make",
  "note_edit",
  "note_delete",
  "note_attach",
  "code_make",
  "code_edit",
  "code_rename",
  "code_move",
  "code_merge",
  "code_split",
  "code_delete",
  "judge",
  "memo_make",
  "memo_edit",
  "memo_delete",
  "coder_name",
  "import",
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** One entry of the history; `id` orders them. Undone entries stay, and can be done again until something else is done. */
export interface Change {
  id: number;
  /** ISO 8601. */
  at: string;
  kind: ChangeKind;
  subjectId?: string;
  /** What it was done to, and the second thing where there is one. */
  name: string;
  other?: string;
  /** How many passages it touched, where that is more than one. */
  count?: number;
  undone?: true;
}
