/** What the place Notes is given to draw, and what people can do there. */
import type {
  Annotation,
  AnnotationDraft,
  Change,
  Coder,
  CodingBasis,
  ConflictChoice,
  Memo,
  MergePlan,
  Notebook,
  NotebookFormat,
  NotebookScope,
  NotebookWarning,
  PageCopy,
  SecondCoding,
  SecondCodingPlan,
} from "../../lib/domain";
import type { NotesLook, NotesState } from "../../lib/notebook-protocol";

/** A copy of a page without its content, which is loaded when somebody opens it. */
export type PageCopyEntry = Omit<PageCopy, "text" | "html"> & { whole: boolean };

export interface NotebookView {
  /** Those of the subject in view and of the page in the tab, oldest first. */
  annotations: readonly Annotation[];
  memos: readonly Memo[];
  coders: readonly Coder[];
  /** The latest first. */
  changes: readonly Change[];
  copies: readonly PageCopyEntry[];
  secondCodings: readonly SecondCoding[];
  /** What the page in the tab is known by; absent while none is, or a stored subject is shown. */
  pageKey?: string;
  /** What was found on the page in the tab; absent while it shows no notes. */
  page?: NotesState;
  look: Pick<NotesLook, "on" | "colourBy">;
  /** Notes that were pressed on the page, until others are. */
  opened?: readonly string[];
}

export const NO_NOTEBOOK: NotebookView = {
  annotations: [],
  memos: [],
  coders: [],
  changes: [],
  copies: [],
  secondCodings: [],
  look: { on: true, colourBy: "code" },
};

/** All reject with a Problem when they cannot be done. */
export interface NotebookActions {
  look(look: Pick<NotesLook, "on" | "colourBy">): void;
  /** Scrolls the page to it. */
  goTo(id: string): Promise<"quote" | "nothing">;
  make(draft: AnnotationDraft, inVivo?: true): Promise<{ id: string }>;
  edit(id: string, changes: Partial<Pick<Annotation, "note" | "codeIds" | "tags">>): Promise<void>;
  remove(ids: string[]): Promise<void>;
  /** Gives a note the place that is selected on the page now. */
  attach(id: string): Promise<void>;
  undo(id?: number): Promise<Change | undefined>;
  redo(): Promise<Change | undefined>;
  splitCode(
    codeId: string,
    parts: { name: string; description: string; annotationIds: string[] }[],
  ): Promise<{ codeIds: string[] }>;
  mergeCodes(codeIds: string[], into: string): Promise<void>;
  moveCode(codeId: string, parentId?: string, place?: number): Promise<void>;
  saveMemo(memo: Pick<Memo, "id" | "kind" | "about" | "subjectId" | "title" | "text">): Promise<void>;
  removeMemo(id: string): Promise<void>;
  nameCoder(name: string): Promise<void>;
  /** Copies the page in the tab; `html`: as one file, too. */
  copyPage(html: boolean): Promise<void>;
  openCopy(id: string): Promise<PageCopy>;
  removeCopy(id: string): Promise<void>;
  second: {
    begin(plan: SecondCodingPlan): Promise<{ id: string }>;
    code(id: string, unit: number, codeIds: string[]): Promise<void>;
    reveal(id: string): Promise<void>;
    run(id: string, basis: CodingBasis): Promise<void>;
    adjudicate(id: string, unit: number, codeId: string, yes: boolean): Promise<void>;
    /** Writes what was decided into the annotations. */
    apply(id: string): Promise<{ passages: number }>;
    remove(id: string): Promise<void>;
  };
  exchange: {
    notebook(scope: NotebookScope): Promise<Notebook>;
    plan(notebook: Notebook, format: NotebookFormat, warnings: NotebookWarning[]): Promise<MergePlan>;
    bring(
      notebook: Notebook,
      format: NotebookFormat,
      choices: Readonly<Record<string, ConflictChoice>>,
    ): Promise<{ codes: number; annotations: number; memos: number }>;
  };
}
