/** The statements a text is rated by, as vectors. */
import type { Scale } from "../../domain";
import { primaryLanguage } from "../language";
import type { AnchorSet } from "../ssr/anchors";
import type { AnchorVectors } from "../ssr/rating";
import type { Vector } from "../vectors";
import type { SurveyVectors } from "./input";

/**
 * Statements in the language of the words that are rated, where the scale has them, else in the survey's.
 * @returns none when the scale has neither
 */
export function anchorsOf(scale: Scale, language: string, ownLanguage: string): readonly AnchorSet[] {
  const of = (wanted: string) =>
    scale.anchors.find((one) => primaryLanguage(one.language) === primaryLanguage(wanted))?.sets;
  return of(language) ?? of(ownLanguage) ?? [];
}

/** @throws Error when a text has no vector: `textsOf` names every one */
export function vectorsOf(texts: readonly string[], vectors: SurveyVectors): Vector[] {
  return texts.map((text) => vectorOf(text, vectors));
}

export function vectorOf(text: string, vectors: SurveyVectors): Vector {
  const vector = vectors.get(text);
  if (!vector) throw new Error(`There is no vector of "${text.slice(0, 80)}". Encode every text that textsOf names.`);
  return vector;
}

/** @returns one list of five vectors per set */
export function anchorVectors(sets: readonly AnchorSet[], vectors: SurveyVectors): AnchorVectors[] {
  return sets.map((set) => vectorsOf(set, vectors));
}
