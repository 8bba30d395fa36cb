/** Another notebook brought into this one: all of it or nothing, and one change that can be taken back. */
import { matchDocuments } from "../../annotate/exchange/match";
import { expectTree } from "../../annotate/exchange/merge-plan";
import type { ConflictChoice, Notebook, NotebookFormat } from "../../domain";
import { change } from "../changes";
import type { EarshotDatabase } from "../db";
import { bringAnnotations } from "./annotations";
import { bringCoders } from "./coders";
import { bringCodes } from "./codes";
import { bringDocuments, mineBeside } from "./documents";
import { bringMemos } from "./memos";

export interface Bringing {
  notebook: Notebook;
  format: NotebookFormat;
  /** By the id of what is here; what has none stays as it is. */
  choices: Readonly<Record<string, ConflictChoice>>;
  /** The subject in view: where passages go of which nothing else says where they belong. */
  subjectId?: string;
}

export interface Brought {
  codes: number;
  annotations: number;
  memos: number;
}

/**
 * @param now ISO 8601
 * @throws Problem code_cycle
 */
export async function bringNotebook(db: EarshotDatabase, bringing: Bringing, now: string): Promise<Brought> {
  const { notebook } = bringing;
  expectTree(notebook.codes);
  const said = ({ codes, annotations, memos }: Brought) => ({
    kind: "import" as const,
    name: notebook.title,
    subjectId: bringing.subjectId,
    count: codes + annotations + memos,
  });
  return change(db, now, said, async (draft) => {
    const mine = await mineBeside(db, notebook, now);
    const documents = matchDocuments(mine.documents, notebook.documents);
    const copies = await bringDocuments(db, draft, bringing, documents, now);
    const coders = await bringCoders(db, draft, bringing);
    const codes = await bringCodes(db, draft, mine, bringing, now);
    const parts = { mine, documents, copies, coders, codes: codes.matched };
    const annotations = await bringAnnotations(db, draft, bringing, parts, now);
    const memos = await bringMemos(db, draft, bringing, { ...parts, annotations: annotations.ids });
    return { codes: codes.count, annotations: annotations.count, memos };
  });
}
