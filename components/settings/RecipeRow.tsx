import { useState } from "preact/hooks";
import type { Recipe } from "../../lib/collect/recipe/recipe";
import type { RecipeActions } from "../pick/pick-view";
import { useTexts } from "../texts";
import { ConfirmButton } from "./ConfirmButton";

/** One recipe: its site, when it was made, how much it found last, and what can be done with it. */
export function RecipeRow({ recipe, actions }: { recipe: Recipe; actions: RecipeActions }) {
  const { phrase, date } = useTexts();
  const [renaming, setRenaming] = useState(false);
  const { label, last } = recipe;
  const host = recipe.host || phrase("recipeLocal");
  const facts = [
    label === recipe.host ? undefined : host,
    phrase("recipeMade", { date: date(recipe.made) }),
    last && phrase("recipeFound", { count: last.found, date: date(last.at) }),
  ];
  return (
    <li>
      <div>
        {renaming ? (
          <RenameForm
            label={label || host}
            onName={(name) => {
              setRenaming(false);
              if (name && name !== label) actions.rename(recipe, name);
            }}
          />
        ) : (
          <b dir="auto">{label || host}</b>
        )}
        <span class="sub">{facts.filter(Boolean).join(" · ")}</span>
      </div>
      {!renaming && (
        <span class="actions">
          <button
            type="button"
            class="small"
            aria-label={about(phrase("rename"), label)}
            onClick={() => setRenaming(true)}
          >
            {phrase("rename")}
          </button>
          <button
            type="button"
            class="small"
            aria-label={about(phrase("recipeExport"), label)}
            onClick={() => actions.export([recipe])}
          >
            {phrase("recipeExport")}
          </button>
        </span>
      )}
      <ConfirmButton
        label={phrase("delete")}
        about={label || host}
        question={phrase("recipeDeleteQuestion")}
        onConfirm={() => actions.remove(recipe.id)}
      />
    </li>
  );
}

function about(action: string, label: string): string {
  return `${action}: ${label}`;
}

function RenameForm({ label, onName }: { label: string; onName: (name: string) => void }) {
  const { phrase } = useTexts();
  const [name, setName] = useState(label);
  return (
    <form
      class="recipe-name"
      onKeyDown={(event) => event.key === "Escape" && onName("")}
      onSubmit={(event) => {
        event.preventDefault();
        onName(name.trim());
      }}
    >
      <input
        ref={(input) => input?.focus()}
        aria-label={phrase("recipeName")}
        value={name}
        maxLength={100}
        onInput={(event) => setName(event.currentTarget.value)}
      />
      <button type="submit" class="small">
        {phrase("save")}
      </button>
    </form>
  );
}
