/** How much speaks for a group of like elements being reviews or comments. */
import { line } from "../document/text";
import {
  COMMENT_WORD,
  ELSEWHERE_WORD,
  FURNITURE_WORD,
  PRICE_TEXT,
  QUESTION_WORD,
  REVIEW_WORD,
  WEAK_WORD,
  wordsOf,
} from "../document/vocabulary";
import type { Group } from "./groups";
import type { Marks } from "./marks";
import { ownOf } from "./own";

export interface Evidence {
  /** Members that carry a text and at least one mark. */
  count: number;
  /** Shares of members (0–1). */
  date: number;
  author: number;
  rating: number;
  answer: number;
  action: number;
  /** Mean number of different things known about a member, and of its dates. */
  completeness: number;
  datesEach: number;
  /** Median characters of a member that are neither a mark nor a control. */
  letters: number;
  /** Points for and against; records need at least `ENOUGH`. */
  points: number;
  reviewLike: boolean;
  named: boolean;
}

export const ENOUGH = 6;
const SAMPLE = 40;

export function weigh(group: Group, marks: Marks): Evidence {
  const step = Math.max(1, Math.ceil(group.members.length / SAMPLE));
  const sample = group.members.filter((_, index) => index % step === 0);
  const seen = sample.map((member) => ({ member, tally: marks.tallies.get(member), text: line(member.textContent) }));
  const full = seen.filter(({ text }) => text.length > 2);
  const share = (test: (item: (typeof seen)[number]) => boolean) => full.filter(test).length / Math.max(1, full.length);
  const date = share(({ tally }) => (tally?.date ?? 0) > 0);
  const author = share(({ tally }) => (tally?.author ?? 0) > 0);
  const rating = share(({ tally }) => (tally?.rating ?? 0) > 0);
  const answer = share(({ tally }) => (tally?.answer ?? 0) > 0);
  const action = share(({ tally }) => (tally?.action ?? 0) > 0);
  const names = naming(sample[0]);
  const carriesId = share(({ member }) => member.matches(RECORD_ID) || member.querySelector(RECORD_ID) !== null) >= 0.8;
  const base = { date, author, rating, answer, action };
  const points = forIt(base, names) + (carriesId ? 2 : 0) - against(group, sample, share, names);
  const letters = median(full.slice(0, 12).map(({ member }) => ownOf(member, () => false, marks).letters));
  const datesEach = full.reduce((sum, { tally }) => sum + (tally?.date ?? 0), 0) / Math.max(1, full.length);
  return {
    ...base,
    count: Math.round((group.members.length * full.length) / Math.max(1, sample.length)),
    completeness: date + author + rating + Math.max(answer, action * 0.5),
    datesEach,
    letters,
    points,
    named: names.own && !names.weak,
    reviewLike: names.review && !names.comment,
  };
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Attributes in which only reviews and comments carry their number. */
const RECORD_ID = "[data-review-id], [data-reviewid], [data-comment-id], [data-commentid], [data-comment_id]";

type Shares = Pick<Evidence, "date" | "author" | "rating" | "answer" | "action">;

function forIt(shares: Shares, names: Names): number {
  let points = 0;
  if (names.own) points += names.weak ? 1.5 : 3;
  if (names.region) points += 3;
  if (shares.rating >= 0.5) points += 2;
  if (shares.answer >= 0.4) points += 3.5;
  else if (shares.action >= 0.4) points += 1;
  if (shares.author >= 0.6) points += 1.5;
  if (shares.date >= 0.6) points += 1.5;
  return points;
}

function against(
  group: Group,
  sample: Element[],
  share: (test: (item: { member: Element; text: string }) => boolean) => number,
  names: Names,
): number {
  let points = 0;
  if (share(({ member }) => isTeaser(member)) >= 0.5) points += 4;
  if (share(({ text }) => text.length < 600 && PRICE_TEXT.test(text)) >= 0.5 && !names.own) points += 4;
  if (names.elsewhere) points += names.own || names.region ? 3.5 : 5;
  if (names.question) points += 6;
  if (names.furniture) points += 8;
  if (names.aside) points += 3;
  if (group.members.length === 1 && !names.own && !names.region) points += 4;
  if (group.members.length === 1 && sample.some((member) => member.querySelector("textarea"))) points += 5;
  if (sample.some((member) => member.querySelector("h1, main"))) points += 8;
  return points;
}

/** A heading or picture that leads to another page: an article, a product, a video. */
function isTeaser(member: Element): boolean {
  const link = member.querySelector(
    "h1 a[href], h2 a[href], h3 a[href], h4 a[href], a[href] > h2, a[href] > h3, a[href] > h4, a[href] > h5",
  );
  if (!link) return member.localName === "a";
  const anchor = link.closest("a");
  const href = anchor?.getAttribute("href") ?? "";
  const ownLink = /#|review|comment|\/users?\/|profile|member/i.test(href);
  return !ownLink && line(link.textContent).length > 12;
}

interface Names {
  own: boolean;
  weak: boolean;
  review: boolean;
  comment: boolean;
  region: boolean;
  elsewhere: boolean;
  question: boolean;
  furniture: boolean;
  aside: boolean;
}

/** What the element and what surrounds it are called. */
function naming(element: Element | undefined): Names {
  const own = element ? wordsOf(element) : [];
  const names: Names = {
    own: own.some(isRecordWord),
    weak: !own.some((word) => isRecordWord(word) && !WEAK_WORD.test(word)),
    review: own.some((word) => REVIEW_WORD.test(word)),
    comment: own.some((word) => COMMENT_WORD.test(word)),
    region: false,
    elsewhere: own.some((word) => ELSEWHERE_WORD.test(word)),
    question: own.some((word) => QUESTION_WORD.test(word)),
    furniture: own.some((word) => FURNITURE_WORD.test(word)),
    aside: false,
  };
  let at = element?.parentElement ?? null;
  for (let level = 1; at && level <= 12 && at.localName !== "body"; level += 1, at = at.parentElement)
    surround(at, level, names);
  return names;
}

function surround(at: Element, level: number, names: Names): void {
  const words = wordsOf(at);
  if (level <= 8) {
    const region = [...words, ...headingWords(at)];
    names.review ||= !names.comment && region.some((word) => REVIEW_WORD.test(word));
    names.comment ||= !names.review && region.some((word) => COMMENT_WORD.test(word) && !WEAK_WORD.test(word));
    names.region ||= region.some((word) => isRecordWord(word) && !WEAK_WORD.test(word));
    names.elsewhere ||= level <= 5 && words.some((word) => ELSEWHERE_WORD.test(word));
    names.question ||= level <= 4 && words.some((word) => QUESTION_WORD.test(word));
    names.furniture ||=
      level <= 4 && words.some((word) => /^(?:cookie|cookies|consent|gdpr|menu|nav|navigation|megamenu)$/.test(word));
  }
  const beside =
    /^(?:nav|aside|footer|header)$/.test(at.localName) || at.id === "sidebar" || at.classList.contains("sidebar");
  names.aside ||= beside && !names.own;
}

/** "Customer reviews", "12 Kommentare": the heading right inside a section names it too. */
function headingWords(section: Element): string[] {
  const label = section.getAttribute("aria-label") ?? "";
  const heading = [...section.children].slice(0, 3).find((child) => /^h[1-6]$/.test(child.localName));
  const text = `${label} ${line(heading?.textContent)}`;
  return text.length > 80
    ? []
    : text
        .toLowerCase()
        .split(/[^\p{L}]+/u)
        .filter(Boolean);
}

function isRecordWord(word: string): boolean {
  return REVIEW_WORD.test(word) || COMMENT_WORD.test(word);
}
