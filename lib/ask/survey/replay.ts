/** A run once more, from its manifest alone. */
import { Problem, type SurveyManifest, type SurveyMaterial, type SurveyResults } from "../../domain";
import { answerFromReviews } from "./answer";
import { hashOf } from "./canonical";
import { surveyHash } from "./manifest";
import { unpacked } from "./material";
import { drawPanel } from "./panel";
import { readManifest } from "./read-manifest";
import { resultsOf } from "./results";

/**
 * @param manifest as `withMaterial` made it, or parsed JSON of one, which is checked
 * @param name of its file, for what is said
 * @returns the same figures as the run had, to the last digit
 * @throws Problem manifest_unreadable, manifest_engine (a language model's words cannot be computed again), manifest_changed
 */
export function replay(manifest: unknown, name = "The manifest"): SurveyResults {
  const read = readManifest(manifest, name);
  const material = materialOf(read, name);
  const input = unpacked(read, material);
  const panel = drawPanel(input.spec, input.evidence, input.segments);
  if (surveyHash({ ...read, panel, reviews: input.evidence.reviews }) !== read.hash)
    throw changed(name, "what was asked, or of whom");
  const responses = panel.map((respondent) => answerFromReviews(input, respondent));
  return resultsOf(input.spec, responses, input.evidence, input.segments, input.currency);
}

function materialOf({ engine, spec, material }: SurveyManifest, name: string): SurveyMaterial {
  if (engine || spec.mode === "engine")
    throw new Problem(
      "manifest_engine",
      `${name} is of a run with a language model, whose words cannot be computed again.`,
      { name },
    );
  if (!material) {
    const why = "it was saved without the words and vectors of the run.";
    throw new Problem("manifest_unreadable", `${name} cannot be run again: ${why}`, { name, other: why });
  }
  const { hash, ...all } = material;
  if (hash !== undefined && hashOf(all) !== hash) throw changed(name, "words or vectors");
  return material;
}

function changed(name: string, what: string): Problem {
  return new Problem(
    "manifest_changed",
    `${name} was changed after it was saved: ${what}. Use the file as it was saved.`,
    { name, other: what },
  );
}
