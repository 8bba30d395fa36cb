import { LARGEST_FILE, MOST_RECIPES, type RecipeFile, type RecipeProblem } from "../../lib/collect/recipe/recipe-file";
import { useTexts } from "../texts";

/** What was taken from a file of recipes, and a sentence for each thing that was wrong in it. */
export function RecipeImported({ file }: { file: RecipeFile }) {
  const { phrase, bytes } = useTexts();
  const sentence = ({ what, recipe, field = "", value = "" }: RecipeProblem) => {
    const problem = phrase("recipeProblem", { what, field, value, size: bytes(LARGEST_FILE), most: MOST_RECIPES });
    return recipe === undefined ? problem : phrase("recipeProblemIn", { recipe, problem });
  };
  return (
    <>
      <p>{phrase("recipesImported", { count: file.recipes.length })}</p>
      {file.problems.length > 0 && (
        <ul class="recipe-problems">
          {file.problems.map((problem, index) => (
            // The problems of one file never change places.
            <li key={String(index)}>{sentence(problem)}</li>
          ))}
        </ul>
      )}
    </>
  );
}
