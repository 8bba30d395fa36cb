/** What is known about a page, in the several forms of `gold.json`, as one expectation. */

import { decodeEntities } from "../../lib/collect/data/markup";
import { fold } from "../../lib/collect/document/fold";

interface GoldReview {
  id?: string;
  stars?: number;
  rating?: number | null;
  best?: number | null;
  body?: string;
  body_start?: string;
  text?: string;
  title?: string;
  author?: string | null;
  date?: string | null;
  publishedDate?: string;
}

export interface Gold {
  url?: string;
  reviews?: GoldReview[];
  jsonld_reviews?: GoldReview[];
  n_reviews?: number;
  n_comments?: number;
  n_wp_comment_nodes?: number;
  comments_gold_snippets?: string[];
  main_with?: string[];
  without?: string[];
  note?: string;
}

export interface Expected {
  body: string;
  title?: string;
  rating?: number;
  author?: string;
  date?: string;
}

export interface Expectation {
  /** Reviews known word for word, or the beginnings of them. */
  reviews: Expected[];
  /** How many records there are in all, when that is known. */
  count?: number;
  /** Strings that lie in some record, and strings that must lie in none. */
  inside: string[];
  outside: string[];
  /** Nothing may be reported at all. */
  negative: boolean;
}

/**
 * @param page letters of the whole HTML: comments that a page fetches later are named in some gold files, but are not in it
 */
export function expectationOf(name: string, gold: Gold, page: string): Expectation {
  const reviews = (gold.reviews ?? gold.jsonld_reviews ?? []).map(expected).filter(({ body, title }) => body || title);
  const complete = gold.reviews !== undefined && !name.startsWith("negatives/");
  return {
    reviews,
    count: complete
      ? reviews.length
      : (gold.n_reviews ?? gold.n_comments ?? Number(gold.note?.match(/^(\d+) JSON-LD/)?.[1] ?? Number.NaN)),
    inside: (gold.comments_gold_snippets ?? []).filter((snippet) => page.includes(fold(decodeEntities(snippet)))),
    outside: [...(gold.main_with ?? []), ...(gold.without ?? [])],
    negative: name.startsWith("negatives/"),
  };
}

function expected(review: GoldReview): Expected {
  return {
    body: (review.body ?? review.body_start ?? review.text ?? "").replace(/\s*Read more\s*<div.*$/s, ""),
    title: review.title,
    rating: review.stars ?? review.rating ?? undefined,
    author: review.author ?? undefined,
    date: review.publishedDate ?? review.date ?? undefined,
  };
}
