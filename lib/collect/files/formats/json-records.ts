/** Finds the reviews in a JSON document: the list, at whatever depth, whose entries say the most in words. */
import { nameRank } from "../columns/field-names";

type JsonObject = Record<string, unknown>;

export interface JsonRecord {
  /** Entry in its list, or in all lists of the same place one after the other, from 1. */
  number: number;
  value: unknown;
}

const DEEPEST = 12;
const MOST_VALUES = 2_000_000;
/** Entries of a list looked at to judge it. */
const SAMPLE = 50;

/** Lists that stand in the same place of several parents (`pages[3].reviews`) are one. */
interface Place {
  path: string;
  records: { value: unknown; parents: readonly JsonObject[] }[];
}

/** @returns the entries of the likeliest list, none when that is empty; an object that is a review itself is a list of one */
export function findRecords(document: unknown): JsonRecord[] {
  const places = new Map<string, Place>();
  if (isObject(document)) places.set("", { path: "", records: [{ value: document, parents: [] }] });
  walk(document, places);
  const ranked = [...places.values()]
    .map((place) => ({ place, worth: worthOf(place) }))
    .sort((a, b) => b.worth - a.worth);
  const [best] = ranked;
  if (!best) return [];
  const outer = ranked.find(({ place, worth }) => isInside(best.place, place) && worth >= best.worth * OUTER_SHARE);
  const { records } = (outer ?? best).place;
  return records.map(({ value, parents }, index) => ({ number: index + 1, value: withSubject(value, parents) }));
}

/** A list that brings so much of what a list inside its entries brings is the one that was meant: replies stand in reviews. */
const OUTER_SHARE = 0.4;

function isInside(place: Place, outer: Place): boolean {
  return place !== outer && place.path.startsWith(outer.path);
}

function walk(document: unknown, places: Map<string, Place>): void {
  const waiting: { value: unknown; path: string; depth: number; parents: JsonObject[] }[] = [
    { value: document, path: "", depth: 0, parents: [] },
  ];
  let seen = 0;
  for (let next = waiting.pop(); next && seen < MOST_VALUES; next = waiting.pop()) {
    const { value, path, depth, parents } = next;
    seen++;
    if (depth > DEEPEST || typeof value !== "object" || value === null) continue;
    if (Array.isArray(value)) {
      const place = places.get(path) ?? { path, records: [] };
      places.set(path, place);
      for (const entry of value) place.records.push({ value: entry, parents });
      // Taken from the end: pushed in reverse, entries keep their order.
      for (let i = value.length - 1; i >= 0; i--)
        waiting.push({ value: value[i], path: `${path}[]`, depth: depth + 1, parents });
    } else {
      const inside = [...parents.slice(-3), value as JsonObject];
      for (const [key, inner] of Object.entries(value).reverse())
        waiting.push({ value: inner, path: `${path}.${key}`, depth: depth + 1, parents: inside });
    }
  }
}

const REVIEW_LIST =
  /review|comment|feedback|opinion|testimonial|bewertung|rezension|avis|rese[nñ]a|recension|avalia|отзыв|коммент|评论|评价|レビュー|口コミ|리뷰/iu;
const REPLY_LIST = /repl(?:y|ies)|response|answer|children/i;

/** How much its entries say, and how many they are. */
function worthOf({ path, records }: Place): number {
  const step = Math.max(1, Math.floor(records.length / SAMPLE));
  const sample = records.filter((_, index) => index % step === 0).slice(0, SAMPLE);
  const mean = sample.reduce((sum, { value }) => sum + worthOfEntry(value), 0) / Math.max(1, sample.length);
  const key = path.match(/([^.[\]]*)(?:\[\])*$/)?.[1] ?? "";
  const named = REPLY_LIST.test(key) ? 0.3 : REVIEW_LIST.test(key) ? 3 : 1;
  return mean * named * Math.log2(1 + records.length);
}

/** Texts under a name that reviews have count most; codes and addresses are no texts. */
function worthOfEntry(value: unknown): number {
  if (typeof value === "string") return /\s/.test(value.trim()) ? Math.min(200, value.length) / 2 : 1;
  if (!isObject(value)) return 0;
  const texts = Object.entries(value).map(([key, text]) => {
    if (typeof text !== "string" || !text.trim() || /^\w+:\/\//.test(text)) return 0;
    return nameRank("body", key) === undefined
      ? Math.min(200, text.length) / 4
      : Math.max(60, 3 * Math.min(200, text.length));
  });
  const isReview = /(?:Review|Comment)$/.test(String(value["@type"] ?? ""));
  const rated = Object.keys(value).some((key) => nameRank("rating", key) !== undefined);
  return Math.max(0, ...texts) * (isReview ? 3 : 1) * (rated ? 1.5 : 1);
}

/** What a list stands in is what its entries are about: its name and address go with each, where they have none. */
function withSubject(value: unknown, parents: readonly JsonObject[]): unknown {
  const parent = [...parents].reverse().find((one) => nameOf(one) ?? addressOf(one));
  const record = typeof value === "string" ? { text: value } : value;
  if (!parent || !isObject(record)) return value;
  const about = Object.keys(record).some((key) => key === "subject" || nameRank("subject", key) !== undefined);
  const name = about ? undefined : nameOf(parent);
  const address = addressOf(parent);
  return {
    ...record,
    ...(name ? { subject: name } : {}),
    ...(address && !("subjectUrl" in record) ? { subjectUrl: address } : {}),
  };
}

function nameOf(parent: JsonObject): string | undefined {
  const subject = isObject(parent.subject) ? parent.subject : isObject(parent.product) ? parent.product : parent;
  return [subject.name, subject.productName, subject.title, subject.file].find(
    (name): name is string => typeof name === "string" && name.trim() !== "",
  );
}

function addressOf({ url, productUrl, link, file }: JsonObject): string | undefined {
  return [url, productUrl, link, file].find((text): text is string => typeof text === "string" && text !== "");
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
