import { EMOTIONS, INTENTS, type Review, type Sentence } from "../../../lib/domain";
import type { TextReading } from "../../../lib/models/model";
import type { Heads } from "../../../lib/understand/heads";
import {
  CATEGORIES,
  CLASSES,
  type Class,
  SENTENCE,
  SENTENCE_OUTPUTS,
  SIDES,
  TAGS,
  TOKEN,
  TOKEN_OUTPUTS,
} from "../../../lib/understand/reading";
import { REVIEW_FEATURES } from "../../../lib/understand/stars";
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

/** What a reader that only knows a few words would say: one token per word, logits by word. */
export async function fakeRead(texts: string[]): Promise<TextReading[]> {
  return texts.map((text) => {
    const words = [...text.matchAll(/[\p{L}\p{N}']+/gu)];
    const values = new Float32Array(words.length * TOKEN_OUTPUTS);
    words.forEach(([word], i) => {
      values.set(fakeColumns(word), i * TOKEN_OUTPUTS);
    });
    const starts = Uint32Array.from(words, ({ index }) => index);
    const ends = Uint32Array.from(words, ({ index, 0: word }) => index + word.length);
    return { vector: fakeVector(text), sentence: fakeSentence(text), tokens: { starts, ends, values } };
  });
}

const GOOD = /good|great|love|лучш/iu;
const BAD = /bad|awful|hate/iu;

function fakeSentence(text: string): Float32Array {
  const out = new Float32Array(SENTENCE_OUTPUTS).fill(-4);
  const [good, bad] = [GOOD.test(text), BAD.test(text)];
  const at = (name: Class) => SENTENCE.sentiment[0] + CLASSES.indexOf(name);
  out[at(good && bad ? "mixed" : good ? "positive" : bad ? "negative" : "neutral")] = 2;
  if (/broke/iu.test(text)) out[SENTENCE.intents[0] + INTENTS.indexOf("problem")] = 3;
  out[SENTENCE.emotions[0] + EMOTIONS.indexOf(/hate/iu.test(text) ? "anger" : "neutral")] = 3;
  return out;
}

/** Straps and sounds are things that are judged, by the feeling words of a class each. */
function fakeColumns(word: string): Float32Array {
  const row = new Float32Array(TOKEN_OUTPUTS);
  const thing = /^(?:strap|sound)s?$/iu.test(word);
  row[TOKEN.tags[0] + TAGS.indexOf(thing ? "term" : "outside")] = 4;
  row[TOKEN.sides[0] + SIDES.indexOf(/sound/iu.test(word) ? "positive" : "negative")] = 2;
  row[TOKEN.categories[0] + CATEGORIES.indexOf(/sound/iu.test(word) ? "performance" : undefined)] = 2;
  if (GOOD.test(word)) row[TOKEN.shares[0] + CLASSES.indexOf("positive")] = 2;
  if (BAD.test(word)) row[TOKEN.shares[0] + CLASSES.indexOf("negative")] = 2;
  return row;
}

/** Heads that take the fake readings as they are. */
export function fakeHeads(): Heads {
  const line = { slope: 1, offset: 0, from: 0.5 };
  const layer = (weight: number, bias: number) => ({
    inputs: REVIEW_FEATURES,
    outputs: 1,
    weights: Float32Array.from({ length: REVIEW_FEATURES }, (_, i) => (i === 0 ? weight : 0)),
    bias: Float32Array.of(bias),
  });
  const intents = Object.fromEntries(INTENTS.map((intent) => [intent, line])) as Heads["calibration"]["intents"];
  return {
    calibration: { sentiment: 1, emotion: 1, side: 1, outside: 0, intents, review: { slope: 3, offset: 0 } },
    stars: layer(2, 3),
    satisfied: layer(4, 0),
    recommends: layer(4, 0),
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
