/** What people taught by pointing: made from a place on a page, and used on every page of its site from then on. */
import { Slices } from "../../lib/collect/document/slices";
import { readSnapshot } from "../../lib/collect/read/read-snapshot";
import { rebuild } from "../../lib/collect/read/rebuild";
import { propose } from "../../lib/collect/recipe/propose";
import type { OwnRules, Proposals } from "../../lib/collect/recipe/recipe";
import type { Capture } from "../../lib/collect/site";
import type { PageSnapshot } from "../../lib/collect/snapshot";
import type { EarshotDatabase } from "../../lib/store/db";
import { noteFound, recipesFor } from "../../lib/store/recipes";

/** @returns undefined when the place is not in the copy, or nothing tells it from the rest of the page */
export async function proposeFrom(snapshot: PageSnapshot, path: string): Promise<Proposals | undefined> {
  const document = await rebuild(snapshot, new Slices());
  return propose(document, path, { url: snapshot.url, now: new Date(snapshot.takenAt) });
}

/** Reads a copy of a page, by the recipes of its site too, and notes what each of them found. */
export async function readByRecipes(db: EarshotDatabase, snapshot: PageSnapshot): Promise<Capture> {
  const recipes = await recipesFor(db, snapshot.url);
  const found = new Map<OwnRules, number>();
  const own = recipes.map(({ rules }) => rules);
  const capture = await readSnapshot(snapshot, { own, onOwn: (rules, count) => found.set(rules, count) });
  for (const { id, rules } of recipes) {
    const count = found.get(rules);
    if (count) await noteFound(db, id, count, snapshot.takenAt);
  }
  return capture;
}
