/** Scales people write: read, kept, and looked at before anything rests on them. */
import { checkAnchors } from "../../lib/ask/ssr/check";
import { anchorsFor, builtInScales, readScale } from "../../lib/ask/ssr/scales";
import type { AnchorCheck, Scale } from "../../lib/domain";
import type { EarshotDatabase } from "../../lib/store/db";
import { saveScale } from "../../lib/store/scales";
import type { TextVectors } from "./text-vectors";

/** @returns it as it is kept, its version raised @throws Problem scale_* */
export async function keepScale(db: EarshotDatabase, given: Scale): Promise<Scale> {
  const { id, name, basedOn, anchors, version } = readScale(given);
  const builtIn = new Set(builtInScales().map((scale) => scale.id));
  const scale = { id: given.id || id, name, basedOn, anchors, version };
  return saveScale(db, withoutAbsent(scale), builtIn, new Date().toISOString());
}

export interface ScaleCheckParts {
  vectors: TextVectors;
  /** Sentiment of statements, −1..1: it alone notices that a scale runs from the most to the least. */
  scoresOf(texts: readonly string[]): Promise<number[]>;
}

/** @returns whether the statements of a language do what they should @throws Problem scale_*, survey_language; what the encoder throws */
export async function checkScale(
  { vectors, scoresOf }: ScaleCheckParts,
  scale: Scale,
  language: string,
): Promise<AnchorCheck> {
  const read = { ...readScale(scale), id: scale.id };
  const statements = [...new Set(anchorsFor(read, language).flat())];
  const [made, scores] = await Promise.all([vectors.of(statements), scoresOf(statements)]);
  return checkAnchors(read, language, made, new Map(statements.map((words, i) => [words, scores[i] ?? 0])));
}

function withoutAbsent(scale: { [Key in keyof Scale]: Scale[Key] | undefined }): Scale {
  return Object.fromEntries(Object.entries(scale).filter(([, value]) => value !== undefined)) as unknown as Scale;
}
