/** Themes changed by hand: an edit is checked, kept, and applied to the themes as they were made; taking it back is leaving it out. */
import { Problem, type ProblemCode, type Theme, type ThemeEdit } from "../../lib/domain";
import type { EarshotDatabase, StoredThemeEdit } from "../../lib/store/db";
import { appendThemeEdit, takeBackThemeEdit } from "../../lib/store/themes";
import type { ByHand } from "./settle";

type Settle = (subjectId: string, byHand: ByHand) => Promise<void>;

/** @throws Problem when the edit cannot be made; nothing is stored then */
export async function editThemesByHand(
  db: EarshotDatabase,
  subjectId: string,
  edit: ThemeEdit,
  settle: Settle,
): Promise<void> {
  const themes = await db.themes.where("subjectId").equals(subjectId).toArray();
  const problem = problemOf(edit, themes) ?? (await missingSentence(db, subjectId, edit));
  if (problem) throw problem;
  await appendThemeEdit(db, subjectId, edit, namesFor(edit, themes), new Date().toISOString());
  await settle(subjectId, { keep: true });
}

/** @returns what was taken back; undefined when nothing was left */
export async function undoThemeEdit(
  db: EarshotDatabase,
  subjectId: string,
  settle: Settle,
): Promise<ThemeEdit | undefined> {
  const undone = await takeBackThemeEdit(db, subjectId);
  if (undone) await settle(subjectId, { keep: true, undone });
  return undone?.edit;
}

function problemOf(edit: ThemeEdit, themes: readonly Theme[]): Problem | undefined {
  const theme = themes.find(({ id }) => id === edit.themeId);
  if (!theme)
    return new Problem("theme_gone", "This theme is no longer there. Themes were made anew; choose one from the list.");
  if (edit.kind === "rename" && !edit.label.trim())
    return new Problem("theme_name_missing", "A theme needs a name. Write one first.");
  if (edit.kind === "split" && !themes.some(({ parentId }) => parentId === theme.id))
    return about("theme_without_parts", `"${theme.label}" has no parts to split it into.`, theme);
  if (edit.kind !== "merge") return undefined;
  const into = themes.find(({ id }) => id === edit.into);
  if (!into) return new Problem("theme_gone", "The theme to merge into is no longer there. Choose another.");
  if (into.id === theme.id) return new Problem("theme_into_itself", "A theme cannot be merged into itself.");
  if (into.parentId !== theme.id) return undefined;
  return about("theme_part_already", `"${into.label}" is a part of "${theme.label}" already.`, into, theme);
}

async function missingSentence(db: EarshotDatabase, subjectId: string, edit: ThemeEdit): Promise<Problem | undefined> {
  if (edit.kind !== "move") return undefined;
  const sentence = await db.sentences.get(edit.sentenceId);
  return sentence?.subjectId === subjectId
    ? undefined
    : new Problem("sentence_gone", "This sentence is no longer stored.");
}

function about(code: ProblemCode, message: string, theme: Theme, other?: Theme): Problem {
  return new Problem(code, message, { name: theme.label, ...(other ? { other: other.label } : {}) });
}

/** Names of the themes an edit speaks of, and of their parts: merging and splitting take some of them out of sight. */
function namesFor(edit: ThemeEdit, themes: readonly Theme[]): NonNullable<StoredThemeEdit["names"]> {
  const ids = new Set([edit.themeId, ...(edit.kind === "merge" ? [edit.into] : [])]);
  return themes
    .filter(({ id, parentId }) => ids.has(id) || (parentId !== undefined && ids.has(parentId)))
    .map(({ id, label, madeLabel }) => ({ id, label, ...(madeLabel === undefined ? {} : { madeLabel }) }));
}
