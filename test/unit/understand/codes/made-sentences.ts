/** Made-up sentence vectors: a few topics, each a direction with noise around it, said in two languages that differ by a shift. */

import type { CodeExample } from "../../../../lib/domain";
import type { Place } from "../../../../lib/understand/codes/advise";
import type { Located } from "../../../../lib/understand/codes/space";
import { quantise } from "../../../../lib/understand/vectors";
import { seededRandom } from "../../../../scripts/train/random";

export const WIDTH = 48;

export interface MadeSentence extends Located, Place {
  vector: Int8Array;
  topic: number;
}

/** @returns `count` sentences about topics 0, 1, 2 … in turns, every third round in German */
export function madeSentences(count: number, topics = 6, seed = 3): MadeSentence[] {
  const random = seededRandom(seed);
  const direction = () => Float32Array.from({ length: WIDTH }, () => random() - 0.5);
  const centres = Array.from({ length: topics }, direction);
  const shared = direction();
  const german = direction();
  return Array.from({ length: count }, (_, i) => {
    const topic = i % topics;
    const language = Math.floor(i / topics) % 3 === 0 ? "de" : "en";
    const noise = direction();
    const vector = noise.map(
      (value, d) =>
        0.9 * value +
        1.1 * (centres[topic]?.[d] ?? 0) +
        2 * (shared[d] ?? 0) +
        (language === "de" ? 2 * (german[d] ?? 0) : 0),
    );
    return { id: `r${i}:0`, reviewId: `r${i}`, start: 0, end: 20, topic, language, vector: quantise(vector) };
  });
}

export function exampleOf({ reviewId, start, end, vector, language }: MadeSentence, yes: boolean): CodeExample {
  return { reviewId, start, end, text: "A sentence that was.", vector, language, yes };
}
