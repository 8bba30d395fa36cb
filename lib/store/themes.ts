/** Themes and what a person changed about them. Each function is one transaction; only the engine calls them. */
import type { Sentence, Theme, ThemeEdit } from "../domain";
import type { EarshotDatabase, StoredThemeEdit } from "./db";

/** Where a sentence belongs, and where it did before changes by hand. */
export type Placed = Pick<Sentence, "themeId" | "subthemeId" | "found">;

/** Replaces the themes of a subject and points its sentences at them; those `placed` does not name belong nowhere. */
export async function replaceThemes(
  db: EarshotDatabase,
  subjectId: string,
  themes: readonly Theme[],
  placed: ReadonlyMap<string, Placed>,
): Promise<void> {
  await db.transaction("rw", db.subjects, db.themes, db.sentences, async () => {
    const subject = await db.subjects.get(subjectId);
    if (!subject) return; // deleted meanwhile
    await db.themes.where("subjectId").equals(subjectId).delete();
    await db.themes.bulkPut([...themes]);
    const sentences = await db.sentences.where("subjectId").equals(subjectId).toArray();
    const moved = sentences.flatMap((sentence): Sentence[] => {
      const place = placed.get(sentence.id);
      return isThere(sentence, place) ? [] : [at(sentence, place)];
    });
    await db.sentences.bulkPut(moved);
    await db.subjects.update(subjectId, { themed: (subject.themed ?? 0) + 1 });
  });
}

function isThere({ themeId, subthemeId, found }: Sentence, place: Placed | undefined): boolean {
  return (
    themeId === place?.themeId &&
    subthemeId === place?.subthemeId &&
    found?.themeId === place?.found?.themeId &&
    found?.subthemeId === place?.found?.subthemeId
  );
}

function at({ themeId: _, subthemeId: __, found: ___, ...sentence }: Sentence, place: Placed = {}): Sentence {
  const set = Object.entries(place).filter(([, value]) => value !== undefined);
  return { ...sentence, ...(Object.fromEntries(set) as Placed) };
}

/** @returns the changes by hand of a subject's themes, oldest first */
export async function themeEditsOf(db: EarshotDatabase, subjectId: string): Promise<StoredThemeEdit[]> {
  const edits = await db.themeEdits.where("subjectId").equals(subjectId).toArray();
  return edits.sort((a, b) => (a.id ?? 0) - (b.id ?? 0));
}

/** Keeps a change after all others, with the names of themes it may make disappear. */
export async function appendThemeEdit(
  db: EarshotDatabase,
  subjectId: string,
  edit: ThemeEdit,
  names: NonNullable<StoredThemeEdit["names"]>,
  at: string,
): Promise<void> {
  await db.themeEdits.add({ subjectId, edit, names, at });
}

/** Forgets the last change. @returns it, or undefined when there was none */
export async function takeBackThemeEdit(db: EarshotDatabase, subjectId: string): Promise<StoredThemeEdit | undefined> {
  return db.transaction("rw", db.themeEdits, async () => {
    const last = (await themeEditsOf(db, subjectId)).at(-1);
    if (last?.id !== undefined) await db.themeEdits.delete(last.id);
    return last;
  });
}
