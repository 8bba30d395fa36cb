import { describe, expect, it } from "vitest";
import { type Recipe, recipeOf } from "../../../../lib/collect/recipe/recipe";
import { LARGEST_FILE, MOST_RECIPES, readRecipes, writeRecipes } from "../../../../lib/collect/recipe/recipe-file";

const NOW = "2026-03-15T12:00:00.000Z";
/** Stands in for a browser: whatever holds no `!!` is a selector. */
const isSelector = (selector: string) => !selector.includes("!!");
const read = (text: string) => readRecipes(text, isSelector, NOW);

const RECIPE: Recipe = {
  ...recipeOf(
    {
      name: "own:shop.example",
      evidence: "made by hand on 2026-03-01",
      hosts: ["shop.example"],
      mark: ".opinion",
      record: ".opinion",
      kind: "review",
      body: [".words"],
      author: [".who@title", ".who"],
      date: [],
      alone: true,
      reply: { record: ".answer", body: [""] },
      more: { button: ".more" },
    },
    "2026-03-01T10:00:00.000Z",
  ),
  label: "The kettle shop",
};

function fileOf(rules: unknown, more: Record<string, unknown> = {}): string {
  return JSON.stringify({ earshot: "recipes", version: 1, recipes: [{ rules, ...more }] });
}
const RULES = { hosts: ["shop.example"], record: ".opinion", body: [".words"] };

describe("a file of recipes", () => {
  it("comes back as it was written", () => {
    expect(read(writeRecipes([RECIPE]))).toEqual({ recipes: [RECIPE], problems: [] });
  });

  it("needs no more than a host and a record", () => {
    const { recipes, problems } = read(fileOf({ hosts: ["www.Shop.example"], record: "li.opinion" }));
    expect(problems).toEqual([]);
    expect(recipes).toMatchObject([
      {
        id: "shop.example li.opinion",
        host: "shop.example",
        label: "shop.example",
        made: NOW,
        rules: { mark: "li.opinion", body: [], kind: "review" },
      },
    ]);
  });

  it.each([
    ["something else than JSON", "name,stars", "not_json"],
    ["JSON of another kind", '{"reviews": []}', "not_recipes"],
    ["a list", "[]", "not_recipes"],
    ["a file that is far too large", `"${"x".repeat(LARGEST_FILE)}"`, "too_large"],
  ])("refuses %s", (_, text, what) => {
    expect(read(text)).toEqual({ recipes: [], problems: [{ what }] });
  });

  it.each<[string, unknown, Record<string, unknown>]>([
    ["no rules", null, { what: "no_rules" }],
    ["no host", { record: "p" }, { what: "no_host" }],
    [
      "a host that is an address",
      { ...RULES, hosts: ["https://shop.example/"] },
      { what: "no_host", value: '["https://shop.example/"]' },
    ],
    ["no record", { hosts: ["shop.example"] }, { what: "missing", field: "record" }],
    ["a record that is no selector", { ...RULES, record: "!!" }, { what: "selector", field: "record", value: "!!" }],
    ["a record that is too long", { ...RULES, record: "a".repeat(501) }, { what: "too_long", field: "record" }],
  ])("leaves a recipe out that has %s, and says so", (_, rules, problem) => {
    const { recipes, problems } = read(fileOf(rules));
    expect(recipes).toEqual([]);
    expect(problems).toContainEqual(expect.objectContaining({ ...problem, recipe: 1 }));
  });

  it.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ["a step that is no selector", { author: ["!!", ".who"] }, { what: "selector", field: "author", value: "!!" }],
    ["a step that is no text", { author: [{}, ".who"] }, { what: "not_text", field: "author" }],
    [
      "steps that are no list",
      { author: ".who", title: [".what"] },
      { what: "not_steps", field: "author", value: ".who" },
    ],
    ["a field nobody knows", { run: "alert(1)" }, { what: "unknown", field: "run" }],
    ["a name that is a property of every object", { constructor: ["a"] }, { what: "unknown", field: "constructor" }],
  ])("takes the rest of a recipe with %s", (_, wrong, problem) => {
    const { recipes, problems } = read(fileOf({ ...RULES, ...wrong }));
    expect(problems).toEqual([{ ...problem, recipe: 1, ...(problem.value ? {} : { value: problems[0]?.value }) }]);
    expect(recipes[0]?.rules).toMatchObject({ record: ".opinion", body: [".words"] });
    expect(Object.keys(recipes[0]?.rules ?? {})).not.toContain("run");
  });

  it("takes the good recipes of a file and numbers the others", () => {
    const recipes = [
      { rules: RULES },
      { rules: { ...RULES, record: "!!" } },
      7,
      { rules: { ...RULES, record: "article" } },
    ];
    const result = read(JSON.stringify({ earshot: "recipes", recipes }));
    expect(result.recipes.map(({ rules }) => rules.record)).toEqual([".opinion", "article"]);
    expect(result.problems.map(({ recipe }) => recipe)).toEqual([2, 3]);
  });

  it("stops at a number nobody has", () => {
    const recipes = Array.from({ length: MOST_RECIPES + 1 }, (_, index) => ({
      rules: { ...RULES, record: `.r${index}` },
    }));
    const result = read(JSON.stringify({ earshot: "recipes", recipes }));
    expect(result.recipes).toHaveLength(MOST_RECIPES);
    expect(result.problems).toEqual([{ what: "too_many", value: String(MOST_RECIPES + 1) }]);
  });
});
