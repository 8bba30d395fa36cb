/** Made-up records for tests of the store and the engine. */
import type { Finding, Review, Sentence, Subject } from "../../../lib/domain";

export function makeSubject(id = "s1"): Subject {
  return { id, name: "Sample kettle", url: "https://shop.example/kettle", site: "shop.example" };
}

export function makeReview(id: string, body = `Body of ${id}.`, subjectId = "s1"): Review {
  const place = { url: "https://shop.example/kettle", selector: `#${id}` };
  return { id, subjectId, kind: "review", body, place, how: "structure", collected: "2026-01-02T03:04:05Z" };
}

export function makeFinding(version = 1): Finding {
  const sentiment = { label: "positive", score: 0.8 } as const;
  return { sentiment, stars: 5, language: "en", contradicts: false, question: false, flags: [], version };
}

export function makeSentence(review: Review, index = 0): Sentence {
  return {
    id: `${review.id}:${index}`,
    reviewId: review.id,
    subjectId: review.subjectId,
    index,
    start: 0,
    end: review.body.length,
    language: "en",
    sentiment: { label: "positive", score: 0.8 },
    vector: new Int8Array([1, 2, 3]),
  };
}

export function makeUnderstood(review: Review, version = 1) {
  return { review, sentences: [makeSentence(review)], finding: makeFinding(version) };
}
