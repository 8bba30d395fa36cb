/** Makes the themes of a subject: new reviews go into the themes that are there, and when they are many, themes are made anew. */
import type { Sentence, Theme, ThemeEdit } from "../../lib/domain";
import type { Home } from "../../lib/understand/theme-edits";
import { growThemes, type ThemeModel } from "../../lib/understand/theme-growth";
import type { ThemedReview } from "../../lib/understand/theme-material";
import { discoverThemes } from "../../lib/understand/themes";

export interface ThemesWanted {
  subjectId: string;
  reviews: readonly ThemedReview[];
  sentences: readonly Sentence[];
  /** Themes as they are shown, and the names of those that are out of sight by an edit. */
  shown: readonly Theme[];
  names: readonly Pick<Theme, "id" | "label" | "madeLabel">[];
  edits: readonly ThemeEdit[];
  about?: string;
  means: ReadonlyMap<string, Float32Array>;
  /** Only what was changed by hand changes. */
  keep: boolean;
  /** Newer heads have yet to read some of the reviews: no time to find other themes. */
  partial: boolean;
}

export interface ThemesMade {
  themes: Theme[];
  homes: ReadonlyMap<string, Home>;
  found: ReadonlyMap<string, Home>;
}

/** Models of subjects looked at lately; one that is gone costs a making anew. */
const models = new Map<string, ThemeModel>();
const KEPT = 3;
/**
 * Themes of fewer sentences are always made anew: it takes a fifth of a second, and what is shown of a page does not then depend on the order
 * in which its reviews came in.
 */
const FEW = 2000;

/** @returns the themes as they should be shown, and where every sentence belongs */
export function makeThemes(wanted: ThemesWanted): ThemesMade {
  const grown = wanted.keep ? undefined : grow(wanted);
  return grown ?? discover(wanted);
}

/** Models hold words of the reviews: they go when a subject is deleted. */
export function forgetThemeModels(): void {
  models.clear();
}

function grow({ subjectId, reviews, sentences, shown, edits, partial }: ThemesWanted): ThemesMade | undefined {
  const model = models.get(subjectId);
  if (!model || shown.length === 0 || (sentences.length < FEW && !partial)) return undefined;
  const grown = growThemes({ model, reviews, sentences, previous: shown, edits });
  return grown.stale ? undefined : grown;
}

function discover({ subjectId, shown, names, ...wanted }: ThemesWanted): ThemesMade {
  const known = new Set(shown.map(({ id }) => id));
  const previous = [...shown, ...names.filter(({ id }) => !known.has(id))];
  const made = discoverThemes({ ...wanted, previous });
  models.delete(subjectId);
  models.set(subjectId, made.model);
  for (const oldest of models.keys()) {
    if (models.size <= KEPT) break;
    models.delete(oldest);
  }
  return made;
}
