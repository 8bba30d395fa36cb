/** Where each reviewer stands: the mean of what they wrote, and what they speak of, praise and complain about. */
import { groupBy } from "../material";
import type { Crowd } from "./crowd";
import type { Feature } from "./features";
import { normalise, type SentenceSpace } from "./space";

/** Marks tell less than words, but they tell it across languages. */
const MARKS_WEIGHT = 0.5;
/** What nearly everybody or hardly anybody shows tells people apart badly. */
const RAREST = 0.02;
const COMMONEST = 0.6;
const MARKING: ReadonlySet<Feature["kind"]> = new Set<Feature["kind"]>(["theme", "matter", "intent"]);

/**
 * @returns person → vector of length 1: the mean of their sentences, each centred on its language, and behind it their marks weighted by
 * how rare they are. People without a usable vector are left out
 */
export function peopleVectors(
  crowd: Crowd,
  space: SentenceSpace,
  features: readonly Feature[],
): Map<number, Float32Array> {
  const marks = features.filter(
    ({ kind, people }) =>
      MARKING.has(kind) && people.size >= Math.max(2, RAREST * crowd.people) && people.size <= COMMONEST * crowd.people,
  );
  const dimensions = space.dimensions + marks.length;
  const vectors = new Map<number, Float32Array>();
  for (const [person, sentences] of groupBy(crowd.sentences, ({ reviewId }) => crowd.personOf.get(reviewId) ?? -1)) {
    const words = new Float32Array(space.dimensions);
    const usable = sentences.filter((sentence) => space.add(sentence, words)).length;
    if (usable === 0) continue;
    const vector = new Float32Array(dimensions);
    vector.set(normalise(words));
    vectors.set(person, vector);
  }
  addMarks(vectors, marks, crowd.people, space.dimensions);
  for (const vector of vectors.values()) normalise(vector);
  return vectors;
}

function addMarks(vectors: ReadonlyMap<number, Float32Array>, marks: readonly Feature[], all: number, from: number) {
  for (const [i, { people }] of marks.entries()) {
    const rarity = Math.log(all / people.size);
    for (const person of people) {
      const vector = vectors.get(person);
      if (vector) vector[from + i] = rarity;
    }
  }
  for (const vector of vectors.values()) {
    const tail = normalise(vector.subarray(from));
    for (let i = 0; i < tail.length; i++) tail[i] = (tail[i] ?? 0) * MARKS_WEIGHT;
  }
}
