import { useState } from "preact/hooks";
import type { Recipe } from "../../lib/collect/recipe/recipe";
import type { RecipeFile } from "../../lib/collect/recipe/recipe-file";
import type { RecipeActions } from "../pick/pick-view";
import { useTexts } from "../texts";
import { RecipeImported } from "./RecipeImported";
import { RecipeRow } from "./RecipeRow";

/** What people taught Earshot by pointing, by site; to be kept, renamed, sent to others and deleted. */
export function RecipeSection({ recipes, actions }: { recipes: readonly Recipe[]; actions: RecipeActions }) {
  const { phrase } = useTexts();
  const [imported, setImported] = useState<RecipeFile>();
  async function take(input: HTMLInputElement) {
    const file = input.files?.[0];
    if (file) setImported(await actions.import(file));
    input.value = ""; // the same file can be chosen again
  }
  return (
    <section>
      <h2>{phrase("recipes")}</h2>
      <p class="soft">{phrase(recipes.length > 0 ? "recipesWhat" : "recipesNone")}</p>
      <ul class="library">
        {recipes.map((recipe) => (
          <RecipeRow key={recipe.id} recipe={recipe} actions={actions} />
        ))}
      </ul>
      <p class="actions">
        {recipes.length > 0 && (
          <button type="button" class="small" onClick={() => actions.export(recipes)}>
            {phrase("recipesExport", { count: recipes.length })}
          </button>
        )}
        <label class="recipe-add">
          {phrase("recipesImport")}
          <input type="file" accept=".json,application/json" onChange={(event) => void take(event.currentTarget)} />
        </label>
      </p>
      <div role="status">{imported && <RecipeImported file={imported} />}</div>
    </section>
  );
}
