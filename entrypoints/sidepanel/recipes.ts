/** Recipes as files: out of the panel and into it. */
import type { RecipeActions } from "../../components/pick/pick-view";
import type { Recipe } from "../../lib/collect/recipe/recipe";
import { LARGEST_FILE, type RecipeFile, readRecipes, writeRecipes } from "../../lib/collect/recipe/recipe-file";
import { sendMessage } from "../../lib/protocol";
import { saveFile } from "./save-file";

/** @param failed hears that the engine did not answer */
export function recipeActions(failed: () => void): RecipeActions {
  return {
    rename: (recipe, label) => void sendMessage("engineRecipeSave", { recipes: [{ ...recipe, label }] }).catch(failed),
    remove: (id) => void sendMessage("engineRecipeDelete", { id }).catch(failed),
    export: (recipes) => saveFile(nameOf(recipes), writeRecipes(recipes), "application/json"),
    import: async (file) => {
      const found = await readFile(file);
      if (found.recipes.length > 0) await sendMessage("engineRecipeSave", { recipes: found.recipes }).catch(failed);
      return found;
    },
  };
}

async function readFile(file: File): Promise<RecipeFile> {
  // four bytes are the most that one character takes
  if (file.size > LARGEST_FILE * 4) return { recipes: [], problems: [{ what: "too_large" }] };
  const empty = document.implementation.createHTMLDocument("");
  const isSelector = (selector: string) => {
    try {
      empty.querySelector(selector);
      return true;
    } catch {
      return false;
    }
  };
  return readRecipes(await file.text(), isSelector, new Date().toISOString());
}

function nameOf(recipes: readonly Recipe[]): string {
  const [only, ...others] = recipes;
  const host = others.length === 0 ? only?.host.replace(/[^\w.-]+/g, "-") : "";
  return `earshot-recipe${others.length === 0 ? "" : "s"}${host ? `-${host}` : ""}.json`;
}
