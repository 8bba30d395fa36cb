/** What people taught Earshot about sites. Only the engine writes. */
import { hostOfRecipe, type Recipe } from "../collect/recipe/recipe";
import type { EarshotDatabase } from "./db";

/** Keeps recipes; one with the id of another replaces it. */
export async function saveRecipes(db: EarshotDatabase, recipes: readonly Recipe[]): Promise<void> {
  await db.recipes.bulkPut([...recipes]);
}

/** Forgets a recipe; what was read by it stays. */
export async function deleteRecipe(db: EarshotDatabase, id: string): Promise<void> {
  await db.recipes.delete(id);
}

/** @returns the recipes for an address, the one made last first; those of a domain serve what is below it */
export async function recipesFor(db: EarshotDatabase, url: string): Promise<Recipe[]> {
  const host = hostOfRecipe(url);
  const parts = host.split(".");
  // A recipe for "com" would be one for half of the web: a name without a dot serves itself only.
  const hosts = parts
    .map((_, index) => parts.slice(index).join("."))
    .filter((name) => name === host || name.includes("."));
  return newestFirst(await db.recipes.where("host").anyOf(hosts).toArray());
}

/** @returns every recipe, the one made last first */
export async function allRecipes(db: EarshotDatabase): Promise<Recipe[]> {
  return newestFirst(await db.recipes.toArray());
}

/** Notes how many records a recipe found, and when (ISO time); once a day when they are as many as before. */
export async function noteFound(db: EarshotDatabase, id: string, found: number, at: string): Promise<void> {
  const last = (await db.recipes.get(id))?.last;
  if (last?.found !== found || last.at.slice(0, 10) !== at.slice(0, 10))
    await db.recipes.update(id, { last: { found, at } });
}

function newestFirst(recipes: Recipe[]): Recipe[] {
  return recipes.sort((a, b) => b.made.localeCompare(a.made));
}
