/**
 * Recipes as a file that people send each other: JSON, data only. What comes from a file is checked piece by piece; what
 * is wrong is named, and the rest is taken.
 */
import { checkRules, type RuleProblem } from "./check-rules";
import { type OwnRules, type Recipe, recipeOf } from "./recipe";

/** Characters of the largest file, and recipes in it: thousands of times what one site needs. */
export const LARGEST_FILE = 500_000;
export const MOST_RECIPES = 500;
const LONGEST_LABEL = 100;

/** What is wrong with a file, as a code that the interface puts into words. */
export interface RecipeProblem {
  what: "too_large" | "not_json" | "not_recipes" | "too_many" | RuleProblem["what"];
  /** Position of the recipe in the file, 1 first. */
  recipe?: number;
  /** Name of the field, and what stands there. */
  field?: string;
  value?: string;
}

export interface RecipeFile {
  recipes: Recipe[];
  problems: RecipeProblem[];
}

/** @returns the text of a file with these recipes */
export function writeRecipes(recipes: readonly Recipe[]): string {
  const told = recipes.map(({ label, made, rules }) => ({ label, made, rules }));
  return `${JSON.stringify({ earshot: "recipes", version: 1, recipes: told }, null, 2)}\n`;
}

/**
 * @param isSelector whether a browser understands it; asked for every selector
 * @param now ISO time for recipes that do not say when they were made
 */
export function readRecipes(text: string, isSelector: (selector: string) => boolean, now: string): RecipeFile {
  if (text.length > LARGEST_FILE) return { recipes: [], problems: [{ what: "too_large" }] };
  const file = parse(text);
  if (file === undefined) return { recipes: [], problems: [{ what: "not_json" }] };
  const list = file instanceof Map ? (file.get("recipes") ?? undefined) : undefined;
  if (!(file instanceof Map) || file.get("earshot") !== "recipes" || !Array.isArray(list))
    return { recipes: [], problems: [{ what: "not_recipes" }] };
  const found: RecipeFile = { recipes: [], problems: [] };
  if (list.length > MOST_RECIPES) found.problems.push({ what: "too_many", value: String(list.length) });
  for (const [index, one] of list.slice(0, MOST_RECIPES).entries()) {
    const { rules, problems } = checkRules(one instanceof Map ? one.get("rules") : undefined, isSelector);
    found.problems.push(...problems.map((problem) => ({ ...problem, recipe: index + 1 })));
    if (rules && one instanceof Map) found.recipes.push(recipeFrom(rules, one, now));
  }
  return found;
}

function recipeFrom(rules: OwnRules, told: Map<string, unknown>, now: string): Recipe {
  const made = told.get("made");
  const label = told.get("label");
  const time = typeof made === "string" && !Number.isNaN(Date.parse(made)) ? new Date(made).toISOString() : now;
  const recipe = recipeOf(rules, time);
  return typeof label === "string" && label.trim()
    ? { ...recipe, label: label.trim().slice(0, LONGEST_LABEL) }
    : recipe;
}

/** Objects become maps: no key of a file is ever the name of a property. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text, (_, value: unknown) =>
      value !== null && typeof value === "object" && !Array.isArray(value) ? new Map(Object.entries(value)) : value,
    );
  } catch {
    return undefined;
  }
}
