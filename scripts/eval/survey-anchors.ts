/** The built-in statements, looked at as those of a person are before a survey rests on them. */
import { ANCHOR_LANGUAGES } from "../../lib/ask/ssr/anchors";
import { checkAnchors } from "../../lib/ask/ssr/check";
import { anchorsFor, builtInScales } from "../../lib/ask/ssr/scales";
import type { loadHeads } from "../../lib/models/heads";
import { sentenceSentiment } from "../../lib/understand/sentiment";
import type { VectorCache } from "../train/vector-cache";

/** @returns one row for each scale and language */
export async function checkBuiltIn(cache: VectorCache, heads: ReturnType<typeof loadHeads>) {
  const rows: Record<string, string | number>[] = [];
  for (const language of ANCHOR_LANGUAGES)
    for (const scale of builtInScales()) {
      const texts = anchorsFor(scale, language).flat();
      const readings = await cache.read(texts);
      const vectors = new Map(texts.map((text, i) => [text, readings[i]?.vector ?? new Float32Array()]));
      const scores = new Map(
        texts.flatMap((text, i) => {
          const reading = readings[i];
          return reading ? [[text, sentenceSentiment(reading, heads.calibration).score] as const] : [];
        }),
      );
      const check = checkAnchors(scale, language, vectors, scores);
      const order = check.sets.map((set) => set.order.toFixed(1)).join(" ");
      const closest = Math.max(...check.sets.map((set) => set.closest.similarity)).toFixed(3);
      const { tried, landed, near } = check.paraphrases;
      rows.push({
        language,
        scale: scale.id,
        order,
        landed: `${landed}/${tried}`,
        near: `${near}/${tried}`,
        closest,
        verdict: check.verdict,
      });
    }
  return rows;
}
