/** The part of the protocol that is about the researcher's notebook; `protocol.ts` takes it in. */
import type {
  Annotation,
  AnnotationDraft,
  Change,
  Code,
  CodingBasis,
  ConflictChoice,
  Memo,
  MergePlan,
  Notebook,
  NotebookFormat,
  NotebookScope,
  NotebookWarning,
  PageTarget,
  Polarity,
  Quote,
  Repeats,
  SecondCodingPlan,
  Selector,
} from "./domain";

/** What the page is told to find and paint. */
export interface PageNote {
  id: string;
  text: string;
  selectors: Selector[];
  /** Made on another page: only its review leads back to it. */
  elsewhere?: true;
  frame?: string;
  repeats?: Repeats;
  /** The review it lies in. */
  review?: Quote & { body: string; selector?: string };
  /** Names of its codes, first letters of the note: what is read out. */
  label: string;
  /** `#rrggbb` of its first code. */
  colour?: string;
  /** Of the sentences it covers, where they are understood. */
  polarity?: Polarity;
  note: boolean;
}

/** A code as the adder offers it. */
export interface AdderCode {
  id: string;
  name: string;
  colour: string;
  shortcut?: string;
  /** How deep in the codebook, from 0. */
  depth: number;
}

/** All that a page needs to know of the notes that belong on it. */
export interface NotesHere {
  notes: PageNote[];
  codes: AdderCode[];
  subjectId?: string;
}

/** How the notes are to be shown on the page, chosen in the panel. */
export interface NotesLook {
  on: boolean;
  colourBy: "code" | "sentiment";
  /** What stands on the adder and the margin, in the reader's language, by name (`adder` texts). `{count}` is filled in. */
  texts: Readonly<Record<string, string>>;
}

/** How a note was found again: by which selector, or in its review. */
export type AnchoredBy = "range" | "position" | "quote" | "similar" | "review";

/** What became of the notes on the page in the tab. */
export interface NotesState {
  url: string;
  pageKey: string;
  found: { id: string; by: AnchoredBy }[];
  /** Made on this page and not to be found on it now. */
  orphans: string[];
  /** Not all were tried yet. */
  busy: boolean;
}

/** A passage a person selected on the page. `why` says why it cannot be annotated. */
export type SelectedPassage =
  | { ok: true; target: PageTarget; text: string; review?: { body: string } }
  | { ok: false; why: "empty" | "input" | "frames" | "whole" | "unreachable" };

/** A copy of a page on its way to the store. */
export interface RawPageCopy {
  url: string;
  title: string;
  /** ISO 8601. */
  taken: string;
  text: string;
  html?: string;
  missing?: string[];
}

/** What a page sends when somebody marks something on it. */
export interface PageAnnotation {
  target: PageTarget;
  text: string;
  note: string;
  codeIds: string[];
  tags: string[];
  /** A code named by the passage itself is made and given. */
  inVivo?: true;
  /** Name of a new code to make and give. */
  newCode?: string;
  /** Text of the page, sent with the first note on it so that the words keep their surroundings. */
  copy?: RawPageCopy;
}

/** How much of what a backup holds. */
export interface BackupCounts {
  subjects: number;
  reviews: number;
  annotations: number;
}

/** What stands in a backup, read before it is brought back. */
export interface BackupSummary {
  /** ISO 8601. */
  made: string;
  /** Locked with a passphrase. */
  locked: boolean;
  bytes: number;
  /** Absent while it is locked. */
  counts?: BackupCounts;
}

export interface NotebookProtocol {
  /** panel → notes: show notes and the adder on this page, or take all of it away. */
  notesShow(data: NotesLook): void;
  /** panel → notes: something changed; ask the engine again. */
  notesRefresh(): void;
  /** panel → notes: scroll to a note and light it up. */
  notesGoTo(data: { id: string }): { shown: "quote" | "nothing" };
  /** background → notes: the key for the adder was pressed. */
  notesAdder(): void;
  /** panel → notes: what is selected on the page now? */
  notesSelected(): SelectedPassage;
  /** panel → notes: a copy of this page, as text or as one file too. Nothing is fetched that the page has not loaded itself. */
  notesCopy(data: { html: boolean }): RawPageCopy;
  /** notes → panel: what was found. */
  notesState(data: NotesState): void;
  /** notes → panel: somebody pressed a highlight or a mark in the margin. */
  noteOpened(data: { ids: string[] }): void;

  /** notes → engine: which notes belong on this page? Its own, and those on reviews that it may show. */
  engineNotesHere(data: { url: string }): NotesHere;
  /** notes → engine: keep a new annotation; its review is looked for. */
  engineAnnotate(data: PageAnnotation): { id: string; reviewId?: string };
  /** panel → engine: annotate a passage of a review in the panel: a sentence, a selection, all of it. */
  engineNoteMake(data: { draft: AnnotationDraft; inVivo?: true }): { id: string };
  engineNoteEdit(data: { id: string; changes: Partial<Pick<Annotation, "note" | "codeIds" | "tags">> }): void;
  engineNoteDelete(data: { ids: string[] }): void;
  /** panel → engine: an orphan, or any note, gets another place. */
  engineNoteAttach(data: { id: string; target: PageTarget; text: string }): void;
  /** panel → engine: into which parts passages of a code go; the code stays, with what is in no part. */
  engineCodeSplit(data: { codeId: string; parts: { name: string; description: string; annotationIds: string[] }[] }): {
    codeIds: string[];
  };
  /** panel → engine: passages, examples and parts go to `into`; the others are no more. */
  engineCodeMerge(data: { codeIds: string[]; into: string }): void;
  /** panel → engine: under another parent (none: to the top), at a place among its parts. Rejects a cycle. */
  engineCodeMove(data: { codeId: string; parentId?: string; place?: number }): void;
  engineMemoSave(data: { memo: Pick<Memo, "id" | "kind" | "about" | "subjectId" | "title" | "text"> }): void;
  engineMemoDelete(data: { id: string }): void;
  /** panel → engine: what this person is called in files they give away. */
  engineCoderName(data: { name: string }): void;
  /** panel → engine: take back a change, the latest one or this one, where nothing since rests on it. Answers what it was. */
  engineChangeUndo(data: { id?: number }): Change | undefined;
  /** panel → engine: do again what was taken back last. */
  engineChangeRedo(): Change | undefined;
  enginePageCopyKeep(data: { copy: RawPageCopy; subjectId?: string }): { id: string };
  enginePageCopyDelete(data: { id: string }): void;

  /** panel → engine: draw the sample of a double coding; the machine codes it at once, unseen. */
  engineSecondBegin(data: SecondCodingPlan): { id: string };
  /** panel → engine: the person's codes of one unit. Kept as an annotation, too. */
  engineSecondCode(data: { id: string; unit: number; codeIds: string[] }): void;
  /** panel → engine: no more blind coding: what the machine coded may be seen from now on. */
  engineSecondReveal(data: { id: string }): void;
  /** panel → engine: let the machine code once more, on another basis. */
  engineSecondRun(data: { id: string; basis: CodingBasis }): void;
  engineSecondAdjudicate(data: { id: string; unit: number; codeId: string; yes: boolean }): void;
  /** panel → engine: write what was decided into the person's annotations, as one change. Answers how many passages it changed. */
  engineSecondApply(data: { id: string }): { passages: number };
  engineSecondDelete(data: { id: string }): void;

  /** panel → engine: everything within the scope, ready to be written to a file. */
  engineNotebook(data: { scope: NotebookScope }): Notebook;
  /** panel → engine: what bringing this notebook would do. Nothing is stored. */
  engineNotebookPlan(data: { notebook: Notebook; format: NotebookFormat; warnings: NotebookWarning[] }): MergePlan;
  /** panel → engine: bring it, all or nothing. Conflicts without a choice stay as they are here. */
  engineNotebookBring(data: {
    notebook: Notebook;
    format: NotebookFormat;
    choices: Readonly<Record<string, ConflictChoice>>;
    /** Where passages go of which nothing says where they belong. */
    subjectId?: string;
  }): { codes: number; annotations: number; memos: number };

  /** panel → engine: look into a file laid down under `inbox/`; `title` is what the person calls it. */
  engineBackupLook(data: { name: string; title: string }): BackupSummary;
  /** panel → engine: replace everything with what is in the file; rejects before anything is changed when the file is not whole. */
  engineRestore(data: { name: string; title: string; passphrase?: string }): BackupCounts;
}

/** What a code is saved with; its examples are kept. */
export type CodeFields = Pick<
  Code,
  | "id"
  | "subjectId"
  | "name"
  | "description"
  | "parentId"
  | "colour"
  | "shortcut"
  | "include"
  | "exclude"
  | "place"
  | "inVivo"
>;
