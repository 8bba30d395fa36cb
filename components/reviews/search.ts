import { useEffect, useState } from "preact/hooks";
import type { FacetedReview } from "../../lib/report/facets";
import { matcherOf } from "../../lib/report/words";
import type { MeaningHit } from "../view";

/** Typing pauses this long before the engine is asked (ms). */
const PAUSE = 350;
/** Shorter queries are looked for as words only. */
const SHORTEST = 2;

/** Everything is somewhat close to everything: only so many reviews are shown for their meaning alone. */
const CLOSEST = 20;

export type SearchState = "none" | "searching" | "done" | "failed";

/** Asks for sentences by meaning once typing pauses; an answer to an older query is dropped. */
export function useDeferredSearch(
  query: string,
  search: (query: string) => Promise<MeaningHit[]>,
): { hits: readonly MeaningHit[]; state: SearchState } {
  const [result, setResult] = useState<{ hits: readonly MeaningHit[]; state: SearchState }>(NONE);
  useEffect(() => {
    const text = query.trim();
    if (text.length < SHORTEST) {
      setResult(NONE);
      return;
    }
    let current = true;
    setResult({ hits: [], state: "searching" });
    const timer = setTimeout(() => {
      search(text).then(
        (hits) => current && setResult({ hits, state: "done" }),
        () => current && setResult({ hits: [], state: "failed" }),
      );
    }, PAUSE);
    return () => {
      current = false;
      clearTimeout(timer);
    };
    // The search function may be a new one on each drawing; only the words decide.
  }, [query]);
  return result;
}

const NONE = { hits: [], state: "none" } as const;

/** What a query found. */
export interface Found {
  /** Reviews with the words first, then those close in meaning, the closest first. */
  reviews: FacetedReview[];
  /** Ids of reviews found by meaning only. */
  byMeaning: ReadonlySet<string>;
  /** Starts of the sentences that were found, by review id. */
  hits: ReadonlyMap<string, ReadonlySet<number>>;
}

/** @returns all reviews for an empty query */
export function searchReviews(all: readonly FacetedReview[], query: string, hits: readonly MeaningHit[]): Found {
  if (query.trim() === "") return { reviews: [...all], byMeaning: new Set(), hits: new Map() };
  const matches = matcherOf(query);
  const withWords = all.filter(({ review }) => matches(review));
  const known = new Set(withWords.map(({ review }) => review.id));
  const byId = new Map(all.map((item) => [item.review.id, item]));
  const starts = new Map<string, Set<number>>();
  const close: FacetedReview[] = [];
  for (const hit of hits) {
    const item = byId.get(hit.reviewId);
    if (!item) continue;
    const list = starts.get(hit.reviewId);
    if (list) list.add(hit.start);
    else {
      starts.set(hit.reviewId, new Set([hit.start]));
      if (!known.has(hit.reviewId) && close.length < CLOSEST) close.push(item);
    }
  }
  const byMeaning = new Set(close.map(({ review }) => review.id));
  return { reviews: [...withWords, ...close], byMeaning, hits: starts };
}
