import "fake-indexeddb/auto";
import { afterEach, describe, expect, it } from "vitest";
import { recipeOf } from "../../../lib/collect/recipe/recipe";
import { EarshotDatabase } from "../../../lib/store/db";
import { allRecipes, deleteRecipe, noteFound, recipesFor, saveRecipes } from "../../../lib/store/recipes";
import { forgetAll } from "../../../lib/store/write";

const db = new EarshotDatabase("recipes");
afterEach(() => forgetAll(db));

function recipe(host: string, record = ".opinion", made = "2026-03-01T10:00:00.000Z") {
  const rules = { name: `own:${host}`, evidence: "made by hand", hosts: [host], mark: record, record, body: [] };
  return recipeOf({ ...rules, kind: "review" }, made);
}
const recordsFor = async (url: string) => (await recipesFor(db, url)).map(({ rules }) => rules.record);

describe("stored recipes", () => {
  it("serve their host and what is below it, the latest first", async () => {
    await saveRecipes(db, [
      recipe("shop.example", ".old"),
      recipe("shop.example", ".new", "2026-03-02T10:00:00.000Z"),
      recipe("board.shop.example", ".board", "2026-01-01T10:00:00.000Z"),
      recipe("example", ".other", "2026-03-09T10:00:00.000Z"),
      recipe("notshop.example", ".stranger"),
    ]);
    expect(await recordsFor("https://www.shop.example/a")).toEqual([".new", ".old"]);
    expect(await recordsFor("https://board.shop.example/")).toEqual([".new", ".old", ".board"]);
    expect(await recordsFor("https://example/")).toEqual([".other"]);
    expect(await recordsFor("file:///tmp/page.html")).toEqual([]);
  });

  it("replace the one for the same records", async () => {
    await saveRecipes(db, [recipe("shop.example")]);
    await saveRecipes(db, [{ ...recipe("shop.example"), label: "The shop" }]);
    expect((await allRecipes(db)).map(({ label }) => label)).toEqual(["The shop"]);
  });

  it("remember how many they found, and when", async () => {
    const one = recipe("shop.example");
    await saveRecipes(db, [one]);
    await noteFound(db, one.id, 18, "2026-03-02T10:00:00.000Z");
    await noteFound(db, one.id, 18, "2026-03-02T11:00:00.000Z");
    expect((await allRecipes(db))[0]?.last).toEqual({ found: 18, at: "2026-03-02T10:00:00.000Z" });
    await noteFound(db, one.id, 17, "2026-03-02T12:00:00.000Z");
    await noteFound(db, "gone", 3, "2026-03-02T12:00:00.000Z");
    expect((await allRecipes(db)).map(({ last }) => last?.found)).toEqual([17]);
  });

  it("go one by one, or with everything else", async () => {
    const [one, two] = [recipe("shop.example"), recipe("board.example")];
    await saveRecipes(db, [one, two]);
    await deleteRecipe(db, one.id);
    expect((await allRecipes(db)).map(({ host }) => host)).toEqual(["board.example"]);
    await forgetAll(db);
    expect(await allRecipes(db)).toEqual([]);
  });
});
