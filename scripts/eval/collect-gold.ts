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
  /** Only records with words were counted; stars alone are neither right nor wrong. */
  wordsOnly: boolean;
}

/**
 * @param page the HTML as it is read: comments that a page fetches later are named in some gold files, but are not in it,
 * and reviews that stand in its data alone cannot be asked for when that data was taken out
 */
export function expectationOf(name: string, gold: Gold, html: string, withoutStructured = false): Expectation {
  const page = fold(html);
  const visible = visibleLetters(html);
  const stated = (gold.reviews ?? gold.jsonld_reviews ?? []).map(expected).filter(({ body, title }) => body || title);
  const isVisible = ({ body, title }: Expected) => visible.includes(fold(body || (title ?? ""), HEAD));
  const reviews = withoutStructured ? stated.filter(isVisible) : stated;
  const complete = gold.reviews !== undefined && !name.startsWith("negatives/");
  const hidden = reviews.filter((review) => !isVisible(review)).length;
  return {
    reviews,
    count: complete
      ? reviews.length
      : (gold.n_reviews ??
        gold.n_comments ??
        // comments of the page itself, and reviews that only its data holds
        (gold.n_wp_comment_nodes ? Math.max(gold.n_wp_comment_nodes + hidden, reviews.length) : undefined) ??
        Number(gold.note?.match(/^(\d+) JSON-LD/)?.[1] ?? Number.NaN)),
    inside: (gold.comments_gold_snippets ?? []).filter((snippet) => page.includes(fold(decodeEntities(snippet)))),
    outside: [...(gold.main_with ?? []), ...(gold.without ?? [])],
    negative: name.startsWith("negatives/"),
    wordsOnly: !complete && gold.n_reviews === undefined && gold.n_comments === undefined,
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

/** Letters by which a text is looked for in the page; tags may stand in the middle of longer ones. */
const HEAD = 24;

function visibleLetters(html: string): string {
  const text = html.replace(/<script\b[\s\S]*?<\/script>|<style\b[\s\S]*?<\/style>|<[^>]{1,4000}>/gi, "");
  return fold(decodeEntities(text));
}
