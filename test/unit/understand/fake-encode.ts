import type { Review, Sentence } from "../../../lib/domain";
import type { Heads } from "../../../lib/understand/heads";
import { quantise } from "../../../lib/understand/vectors";

const WIDTH = 48;

/** Bag of words hashed into a few dimensions: texts with common words are similar, and nothing needs a model. */
export function fakeVector(text: string): Float32Array {
  const vector = new Float32Array(WIDTH);
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    let hash = 7;
    for (const letter of word) hash = (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) >>> 0;
    vector[3 + (hash % (WIDTH - 3))] = 1;
  }
  if (/good|great|love/iu.test(text)) vector[2] = 3;
  if (/bad|awful|hate/iu.test(text)) vector[0] = 3;
  if (!vector[0] && !vector[2]) vector[1] = 3;
  return vector;
}

export async function fakeEncode(texts: string[]): Promise<Float32Array[]> {
  return texts.map(fakeVector);
}

/** Reads the first three entries of a fake vector as negative, neutral, positive. */
export function fakeHeads(): Heads {
  const weights = new Float32Array(3 * WIDTH);
  for (let row = 0; row < 3; row++) weights[row * WIDTH + row] = 2;
  const stars = { inputs: 7, outputs: 1, weights: Float32Array.of(2, 0, 0, 0, 0, 0, 0), bias: Float32Array.of(3) };
  return {
    sentiment: [{ inputs: WIDTH, outputs: 3, weights, bias: new Float32Array(3) }],
    temperature: 1,
    stars,
    prior: new Float32Array(WIDTH),
    means: new Map([["en", new Float32Array(WIDTH)]]),
  };
}

export function review(id: string, body: string, more: Partial<Review> = {}): Review {
  return { id, subjectId: "s", kind: "review", body, place: { url: "" }, how: "test", collected: "", ...more };
}

/** One sentence that is the whole body. */
export function sentenceOf(of: Review, score = 0, language = "en"): Sentence {
  const label = score > 0.3 ? "positive" : score < -0.3 ? "negative" : "neutral";
  return {
    id: `${of.id}:0`,
    reviewId: of.id,
    subjectId: of.subjectId,
    index: 0,
    start: 0,
    end: of.body.length,
    language,
    sentiment: { label, score },
    vector: quantise(fakeVector(of.body)),
  };
}
