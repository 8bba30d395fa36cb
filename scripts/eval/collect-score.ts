/** Compares what was read with what is known. */

import { fold } from "../../lib/collect/document/fold";
import { parseDate } from "../../lib/collect/normalise/date";
import type { Review } from "../../lib/domain";
import type { Expectation, Expected } from "./collect-gold";

interface Hits {
  right: number;
  of: number;
}

export interface PageScore {
  name: string;
  /** Records read, and how many there should be (NaN when nobody knows). */
  found: number;
  expected: number;
  /** Records that are right, of those found; known texts found again, of those known. */
  right: number;
  matched: number;
  wanted: number;
  rating: Hits;
  author: Hits;
  date: Hits;
  falseReports: number;
  note: string;
}

export function emptyScore(): PageScore {
  const none = () => ({ right: 0, of: 0 });
  return {
    name: "",
    found: 0,
    expected: 0,
    right: 0,
    matched: 0,
    wanted: 0,
    rating: none(),
    author: none(),
    date: none(),
    falseReports: 0,
    note: "",
  };
}

export function score(reviews: Review[], expectation: Expectation): PageScore {
  const result = { ...emptyScore(), found: reviews.length, expected: expectation.count ?? Number.NaN };
  if (expectation.negative)
    return {
      ...result,
      expected: 0,
      falseReports: reviews.length,
      note: reviews.length ? `false: ${reviews[0]?.body.slice(0, 60)}` : "",
    };
  const missed = matchReviews(reviews, expectation, result);
  countWithin(reviews, expectation, result);
  const stolen = snippets(reviews, expectation, result);
  result.note = [missed[0] && `missed: ${missed[0].slice(0, 50)}`, stolen[0] && `wrong: ${stolen[0].slice(0, 50)}`]
    .filter(Boolean)
    .join(" · ");
  return result;
}

function matchReviews(reviews: Review[], { reviews: known }: Expectation, result: PageScore): string[] {
  const free = new Set(reviews);
  const missed: string[] = [];
  for (const gold of known) {
    const match = [...free].find((review) => isSame(review, gold));
    if (!match) missed.push(gold.body || (gold.title ?? ""));
    if (!match) continue;
    free.delete(match);
    result.matched += 1;
    compare(match, gold, result);
  }
  result.wanted += known.length;
  return missed;
}

/** The beginning of the text agrees, and the person where the text is too short to tell. */
function isSame(review: Review, gold: Expected): boolean {
  const [found, known] = [fold(review.body || (review.title ?? "")), fold(gold.body || (gold.title ?? ""))];
  const shared = Math.min(known.length, 200);
  if (found.slice(0, shared) !== known.slice(0, shared) || found.length < known.length - 4) return false;
  return known.length >= 30 || !gold.author || !review.author || fold(review.author) === fold(gold.author);
}

function compare(review: Review, gold: Expected, result: PageScore): void {
  const now = new Date();
  if (gold.rating !== undefined) tally(result.rating, review.rating === gold.rating);
  if (gold.author) tally(result.author, fold(review.author ?? "") === fold(gold.author));
  const day = gold.date && parseDate(gold.date, { now, order: "month-first" })?.slice(0, 10);
  if (day) tally(result.date, Math.abs(Date.parse(review.date?.slice(0, 10) ?? "") - Date.parse(day)) <= 86_400_000);
}

function tally(hits: Hits, right: boolean): void {
  hits.of += 1;
  if (right) hits.right += 1;
}

/** With a known count, records beyond it are wrong and those missing below it are misses. */
function countWithin(reviews: Review[], { count, reviews: known }: Expectation, result: PageScore): void {
  if (count === undefined || Number.isNaN(count)) {
    result.found = known.length ? result.matched : 0;
    result.right = result.found;
    return;
  }
  const others = Math.min(reviews.length - result.matched, Math.max(0, count - known.length));
  result.right = result.matched + others;
  result.matched += others;
  result.wanted += Math.max(0, count - known.length);
}

/** Known strings of comments must be read, strings of the article and its surroundings must not. */
function snippets(reviews: Review[], { inside, outside }: Expectation, result: PageScore): string[] {
  const texts = reviews.map(({ body, title, author }) => fold(`${author} ${title} ${body}`));
  const bodies = reviews.map(({ body }) => fold(body));
  const has = (list: string[], snippet: string) => list.some((text) => text.includes(fold(snippet)));
  const lost = inside.filter((snippet) => !has(texts, snippet));
  const stolen = outside.filter((snippet) => fold(snippet).length > 8 && has(bodies, snippet));
  result.wanted += inside.length;
  result.matched += inside.length - lost.length;
  if (inside.length) {
    result.found = reviews.length;
    result.right = Math.max(0, reviews.length - stolen.length);
  }
  return lost.length ? [...stolen, ...lost.map((snippet) => `not read: ${snippet}`)] : stolen;
}

export function add(total: PageScore, page: PageScore): PageScore {
  const both = (a: Hits, b: Hits) => ({ right: a.right + b.right, of: a.of + b.of });
  return {
    ...total,
    found: total.found + page.found,
    right: total.right + page.right,
    matched: total.matched + page.matched,
    wanted: total.wanted + page.wanted,
    rating: both(total.rating, page.rating),
    author: both(total.author, page.author),
    date: both(total.date, page.date),
    falseReports: total.falseReports + page.falseReports,
  };
}

/** Shares from 0 to 1, three digits; `negatives` counts records reported where there are none. */
export function sum(total: PageScore) {
  const share = (right: number, of: number) => (of ? Math.round((1000 * right) / of) / 1000 : 0);
  const precision = share(total.right, total.found + total.falseReports);
  const recall = share(total.matched, total.wanted);
  return {
    precision,
    recall,
    f1: share(2 * precision * recall, precision + recall),
    rating: share(total.rating.right, total.rating.of),
    author: share(total.author.right, total.author.of),
    date: share(total.date.right, total.date.of),
    negatives: total.falseReports,
  };
}
