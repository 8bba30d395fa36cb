/** From where every sentence belongs to the themes that are shown: numbers for each, names and quotes from whoever knows them. */
import type { Quote, Sentence, Theme } from "../domain";
import type { PlannedTheme, ThemePlan } from "./theme-edits";
import { collectionOf, figuresOf } from "./theme-figures";
import type { ThemedReview } from "./theme-material";

/** What a theme says of itself in words. */
export interface ThemeWords {
  label: string;
  keywords: string[];
  quotes: Quote[];
  /** Its name as made, when `label` was given by hand. */
  madeLabel?: string;
}

/** @returns the words of a theme, given its sentences */
export type TellWords = (theme: PlannedTheme, sentences: readonly Sentence[]) => ThemeWords;

/**
 * @param sentences all that have a home in the plan, and possibly others
 * @returns themes with at least one sentence: first level by number of reviews with the rest last, then the parts
 */
export function describeThemes(
  plan: ThemePlan,
  sentences: readonly Sentence[],
  reviews: readonly ThemedReview[],
  tell: TellWords,
): Theme[] {
  const members = new Map<string, Sentence[]>(plan.themes.map(({ id }) => [id, []]));
  for (const sentence of sentences) {
    const home = plan.homes.get(sentence.id);
    if (!home) continue;
    members.get(home.themeId)?.push(sentence);
    if (home.subthemeId !== undefined) members.get(home.subthemeId)?.push(sentence);
  }
  const collection = collectionOf(reviews);
  const themes = plan.themes.flatMap((planned): Theme[] => {
    const own = members.get(planned.id) ?? [];
    const [first] = own;
    if (!first) return [];
    const { id, parentId, pinned, kind } = planned;
    return [
      {
        id,
        subjectId: first.subjectId,
        ...tell(planned, own),
        ...figuresOf(own, collection),
        ...(parentId === undefined ? {} : { parentId }),
        ...(pinned ? { pinned } : {}),
        ...(kind === "rest" ? { rest: true } : kind === "general" ? { general: true } : {}),
      },
    ];
  });
  return themes.sort(byRank);
}

function byRank(a: Theme, b: Theme): number {
  const level = Number(a.parentId !== undefined) - Number(b.parentId !== undefined);
  const rest = Number(a.rest ?? false) - Number(b.rest ?? false);
  return level || rest || b.size - a.size || (a.label < b.label ? -1 : a.label > b.label ? 1 : a.id < b.id ? -1 : 1);
}
