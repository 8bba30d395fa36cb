/** Statements of one's own are looked at before a survey rests on them. */
import { checkAnchors, isFlat } from "../lib/ask/ssr/check";
import { anchorsFor } from "../lib/ask/ssr/scales";
import type { Scale } from "../lib/domain";
import { loadHeads } from "../lib/models/heads";
import type { Encoder } from "../lib/models/model";
import { sentenceSentiment } from "../lib/understand/sentiment";

/** @returns a sentence for each scale whose points will not do what they should */
export async function scaleWarnings(scales: readonly Scale[], language: string, encoder: Encoder): Promise<string[]> {
  const { calibration } = loadHeads();
  const told = scales.map(async (scale) => {
    const statements = [...new Set(anchorsFor(scale, language).flat())];
    const readings = await encoder.read(statements);
    const vectors = new Map(readings.map(({ vector }, i) => [statements[i] ?? "", vector]));
    const scores = new Map(readings.map((one, i) => [statements[i] ?? "", sentenceSentiment(one, calibration).score]));
    const check = checkAnchors(scale, language, vectors, scores);
    const name = `the statements of “${scale.name ?? scale.id}”`;
    if (isFlat(check)) return [`${name} can hardly be told apart, so texts are rated alike. Vary their words.`];
    if (check.verdict === "reversed")
      return [`${name} seem to run from the most to the least. Point 1 is the least: turn them round.`];
    return check.verdict === "bad" ? [`${name} are not in order. Do not rely on their points.`] : [];
  });
  return (await Promise.all(told)).flat();
}
