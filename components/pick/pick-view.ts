/** Pointing at a review, from the first step to the recipe: what is drawn, and what can be asked for. */
import type { OwnRules, Proposals, Recipe } from "../../lib/collect/recipe/recipe";
import type { RecipeFile } from "../../lib/collect/recipe/recipe-file";

export type PickView =
  /** `words`: what is pointed at by keys now; "" while nothing is. */
  | { at: "pointing"; words: string }
  | { at: "finding" }
  | { at: "proposed"; proposals: Proposals; level: number }
  /** Nothing tells the place pointed at from the rest of the page. */
  | { at: "nothing" }
  | { at: "failed"; message: string };

export interface PickActions {
  begin(): void;
  /** Points by a key: arrows, Enter, Escape. */
  press(key: string): void;
  /** Takes a larger or smaller part of the page as one record. */
  level(index: number): void;
  /** Keeps the rules for the site and reads by them. */
  take(rules: OwnRules): void;
  close(): void;
}

export interface RecipeActions {
  rename(recipe: Recipe, label: string): void;
  remove(id: string): void;
  /** Saves them as a file. */
  export(recipes: readonly Recipe[]): void;
  /** @returns what was taken and what was wrong */
  import(file: File): Promise<RecipeFile>;
}
