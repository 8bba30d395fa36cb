/** How much speaks for a group of like elements being reviews or comments. */
import { PRICE_TEXT } from "../document/phrases";
import { line } from "../document/text";
import { wordsOf } from "../document/vocabulary";
import type { Group } from "./groups";
import type { Marks } from "./marks";
import { isRecordWord, type Names, naming } from "./naming";
import { ownOf } from "./own";
import { rolesOf } from "./roles";

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
  authorsEach: number;
  /** Median characters of a member that are neither a mark nor a control. */
  letters: number;
  /** Points for and against; records need at least `ENOUGH`. */
  points: number;
  reviewLike: boolean;
  named: boolean;
}

export const ENOUGH = 6;
const SAMPLE = 40;
/** Members compared to find who wrote them, where nothing is named after an author. */
const COMPARED = 12;

interface Seen {
  member: Element;
  text: string;
}

export function weigh(group: Group, marks: Marks): Evidence {
  const step = Math.max(1, Math.ceil(group.members.length / SAMPLE));
  const sample = group.members.filter((_, index) => index % step === 0);
  const seen = sample.map((member) => ({ member, tally: marks.tallies.get(member), text: line(member.textContent) }));
  const full = seen.filter(({ text }) => text.length > 2);
  const share = (test: (item: (typeof seen)[number]) => boolean) => full.filter(test).length / Math.max(1, full.length);
  const shares = {
    date: share(({ tally }) => (tally?.date ?? 0) > 0),
    author: share(({ tally }) => (tally?.author ?? 0) > 0),
    rating: share(({ tally }) => (tally?.rating ?? 0) > 0),
    answer: share(({ tally }) => (tally?.answer ?? 0) > 0),
    action: share(({ tally }) => (tally?.action ?? 0) > 0),
  };
  const found = comparedAuthor(shares, full, marks);
  const names = naming(sample[0]);
  const points = forIt(shares, found, names) + forIdentity(full) - against(group, sample, share, names, shares);
  const letters = median(full.slice(0, 12).map(({ member }) => ownOf(member, () => false, marks).letters));
  const each = (kind: "date" | "author") =>
    full.reduce((sum, { tally }) => sum + (tally?.[kind] ?? 0), 0) / Math.max(1, full.length);
  const datesEach = each("date");
  const author = Math.max(shares.author, found);
  return {
    ...shares,
    author,
    count: Math.round((group.members.length * full.length) / Math.max(1, sample.length)),
    completeness: shares.date + author + shares.rating + Math.max(shares.answer, shares.action * 0.5),
    datesEach,
    authorsEach: each("author"),
    letters,
    points,
    named: names.own && !names.weak,
    reviewLike: names.review && !names.comment,
  };
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

type Shares = Pick<Evidence, "date" | "author" | "rating" | "answer" | "action">;

/** Share of members with a name in the same place, where nothing says that it is a name. */
function comparedAuthor({ date, author, rating, answer }: Shares, full: Seen[], marks: Marks): number {
  if (author >= 0.6 || full.length < 2 || Math.max(date, rating, answer) < 0.5) return 0;
  const step = Math.max(1, Math.floor(full.length / COMPARED));
  const few = full.filter((_, index) => index % step === 0).slice(0, COMPARED);
  if (few.some(({ text }) => text.length > 20_000)) return 0;
  return rolesOf(
    few.map(({ member }) => member),
    () => false,
    marks,
  ).authored;
}

function forIt(shares: Shares, found: number, names: Names): number {
  let points = 0;
  if (names.own) points += names.weak ? 1.5 : 3;
  if (names.region) points += 3;
  if (shares.rating >= 0.5) points += 2;
  if (shares.answer >= 0.4) points += 3.5;
  else if (shares.action >= 0.4) points += 1;
  if (shares.author >= 0.6) points += 1.5;
  else if (found >= 0.6) points += 1;
  if (shares.date >= 0.6) points += 1.5;
  if (shares.date >= 0.6 && shares.rating >= 0.6 && Math.max(shares.author, found) >= 0.6) points += 1.5;
  return points;
}

/** Attributes in which only reviews and comments carry their number: `data-review-id`, `data-commentid`, `review-uuid`. */
const RECORD_ID = /^(?:data-)?(?:review|comment|reply)[-_]?(?:item[-_]?)?(?:uu|gu)?id$/;

function carriesId(member: Element): boolean {
  for (const element of [member, ...[...member.querySelectorAll("*")].slice(0, 12)])
    for (const name of element.getAttributeNames()) if (RECORD_ID.test(name)) return true;
  return false;
}

/** Records of a data base carry its numbers, and parts named after what they are. */
function forIdentity(full: Seen[]): number {
  const share = (test: (member: Element) => boolean) =>
    full.filter(({ member }) => test(member)).length / Math.max(1, full.length);
  if (share(carriesId) >= 0.8) return 2;
  let points = 0;
  if (full.length > 1 && share((member) => namedParts(member)) >= 0.6) points += 2;
  const numbers = new Set(full.flatMap(({ member }) => numberOf(member) ?? []));
  if (full.length > 1 && numbers.size >= full.length * 0.9) points += 1;
  return points;
}

/** A part is named after the words or the author of a record: `post_message`, `comment-text`, `postbody`. */
function namedParts(member: Element): boolean {
  for (const inner of [...member.querySelectorAll("[class], [id]")].slice(0, 60)) {
    const words = wordsOf(inner);
    if (words.some((word) => /^(?:postbody|posttext|postdetails|postmessage|msgbody|commenttext)$/.test(word)))
      return true;
    if (
      words.some(isRecordWord) &&
      words.some((word) => /^(?:body|text|content|message|author|meta|head|date)$/.test(word))
    )
      return true;
  }
  return false;
}

function numberOf(member: Element): string | undefined {
  const anchor = member.id ? member : member.querySelector("[id], a[name]");
  const id = anchor?.id || anchor?.getAttribute("name");
  return id?.match(/\d{3,}$/)?.[0];
}

function against(
  group: Group,
  sample: Element[],
  share: (test: (item: Seen) => boolean) => number,
  names: Names,
  shares: Shares,
): number {
  const { date, rating, answer } = shares;
  let points = 0;
  if (share(({ member }) => isTeaser(member)) >= 0.5) points += 4;
  if (share(({ text }) => text.length < 600 && PRICE_TEXT.test(text)) >= 0.5 && !names.own) points += 4;
  if (names.elsewhere) points += names.own || names.region ? 3.5 : 5;
  if (names.question) points += isConversation(shares, share) ? 2 : 6;
  if (names.furniture) points += 8;
  if (names.aside) points += 3;
  if (names.press && date < 0.5 && rating < 0.5 && answer < 0.5) points += 6;
  if (group.members.length === 1 && !names.own && !names.region) points += 4;
  if (group.members.length === 1 && sample.some((member) => member.querySelector("textarea"))) points += 5;
  if (sample.some((member) => member.querySelector("h1, main"))) points += 8;
  if (share(({ member }) => member.querySelectorAll("input[type=radio]").length > 2) >= 0.5) points += 8;
  if (share(({ member, text }) => leadsAway(member, text)) >= 0.6) points += 4;
  return points;
}

/** Long texts by named people: what is answered there is what people came for, not a question of a shop's customer. */
function isConversation({ date, author }: Shares, share: (test: (item: Seen) => boolean) => number): boolean {
  return date >= 0.8 && author >= 0.8 && share(({ text }) => text.length > 300) >= 0.5;
}

/** A heading or picture that leads to another page: an article, a product, a video. */
function isTeaser(member: Element): boolean {
  const link = member.querySelector(
    "h1 a[href], h2 a[href], h3 a[href], h4 a[href], a[href] > h2, a[href] > h3, a[href] > h4, a[href] > h5",
  );
  if (!link) return member.localName === "a" || isOneLink(member);
  const anchor = link.closest("a");
  const href = anchor?.getAttribute("href") ?? "";
  const ownLink = /#|review|comment|\/users?\/|profile|member/i.test(href);
  return !ownLink && line(link.textContent).length > 12;
}

/** Most of its words are a link to another page: a line of a list of articles or threads. */
function leadsAway(member: Element, text: string): boolean {
  if (text.length > 2000) return false;
  let letters = 0;
  let longest = 0;
  for (const link of member.querySelectorAll("a[href]")) {
    const href = link.getAttribute("href") ?? "";
    if (/^#|^javascript:|#[\w-]*(?:comment|review|post)|\/users?\/|profile|member/i.test(href)) continue;
    const length = line(link.textContent).length;
    letters += length;
    longest = Math.max(longest, length);
  }
  return longest >= 12 && letters > text.length * 0.5;
}

/** Everything in it is one link, which leads away. */
function isOneLink(member: Element): boolean {
  const link = member.childElementCount === 1 ? member.firstElementChild : null;
  return link?.localName === "a" && !/^#|^$/.test(link.getAttribute("href") ?? "");
}
