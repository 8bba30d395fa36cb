/** Finds review-like objects in data of unknown shape: a text, and around it a person, a time or a rating. */

import type { Slices } from "../document/slices";
import { COMMENT_WORD, nameWords, QUESTION_WORD, REVIEW_WORD, WEAK_WORD } from "../document/vocabulary";
import type { RawReview } from "../site";
import { isObject, type JsonObject, listOf, numberOf, textOf, typesOf } from "./json-fields";
import type { Json } from "./lenient-json";
import { pick, pickText } from "./pick";

const BODY =
  /^(?:review_?|comment_?)?(?:text|body|content|message|comments?|review|description|rawtext|bodytext|bodyhtml|reviewbody|commenttext|raw|msg)(?:html|text|content|original)?$|^(?:pros|cons)$/i;
const TITLE = /^(?:review_?)?(?:title|headline|heading|subject|summary)$/i;
const RATING =
  /^(?:overall_?|review_?|user_?|star_?)?(?:ratings?|stars?|score|ratingvalue|rate|grade|note)(?:_?value|_?overall|_?score)?$/i;
const SCALE = /^(?:bestrating|maxrating|rating_?(?:scale|range|max)|max_?rating|max_?score)$/i;
const AUTHOR =
  /^(?:author|user|reviewer|consumer|customer|commenter|creator|writer|nick_?name|user_?name|display_?name|user_?nickname|author_?name|reviewer_?name|customer_?name|by|owner|member|poster|profile|from)$/i;
const DATE =
  /^(?:date|dates|created|created_?(?:at|on|utc|date|time)|date_?(?:created|published|posted)|published(?:_?(?:at|date|on))?|submission_?(?:time|date)|submitted_?(?:at|on|date)|time|timestamp|review_?date|posted_?(?:at|on)?|posted_?date|updated_?at|creation_?(?:date|time)|write_?date|reg_?date)$/i;
const ID = /^(?:id|_id|uuid|review_?id|comment_?id|uid|pk|guid|databaseid|legacyid|identifier)$/i;
/** What products, articles and offers have and reviews do not. */
const FOREIGN =
  /^(?:sku|price|prices|offers|gtin|slug|permalink|thumbnail|excerpt|categories|availability|brand|addtocart|stock|duration|canonicalurl|questiontext|question)$/i;
const REPLY =
  /^(?:reply|replies|response|responses|answer|owner_?response|business_?response|merchant_?response|company_?reply|comments?|children|ownerreply)$/i;

interface Walk {
  records: RawReview[];
  cache: Map<string, JsonObject>;
  slices: Slices;
}

export async function findRecords(value: Json, slices: Slices): Promise<RawReview[]> {
  const walk: Walk = { records: [], cache: apolloCache(value), slices };
  await visit(value, [], walk, 0);
  return walk.records;
}

async function visit(value: Json, path: string[], walk: Walk, depth: number): Promise<void> {
  if (depth > 40 || typeof value !== "object" || value === null) return;
  if (walk.slices.due()) await walk.slices.rest();
  if (Array.isArray(value)) {
    for (const item of value) await visit(item, path, walk, depth + 1);
    return;
  }
  const record = recordOf(value, path, walk.cache);
  if (record) add(record, value, walk);
  else for (const [key, inner] of Object.entries(value)) await visit(inner, [...path.slice(-4), key], walk, depth + 1);
}

function add(record: RawReview, source: JsonObject, walk: Walk, depth = 0): void {
  walk.records.push(record);
  if (depth > 30) return;
  for (const [key, inner] of Object.entries(source)) {
    if (!REPLY.test(key) || typeof inner !== "object") continue;
    for (const item of listOf(inner)) {
      if (!isObject(item)) continue;
      const body = pickText(item, BODY);
      if (!body || body === record.body) continue;
      const reply = {
        ...fields(item, body, walk.cache),
        kind: record.kind === "review" ? "reply" : "comment",
      } as const;
      add({ ...reply, replyTo: record.nativeId, depth: (record.depth ?? 0) + 1 }, item, walk, depth + 1);
    }
  }
}

/** Named after a review or comment, or shaped like one beyond doubt; never something with a price or a question. */
function recordOf(object: JsonObject, path: string[], cache: Map<string, JsonObject>): RawReview | undefined {
  const body = pickText(object, BODY);
  if (!body) return undefined;
  const keys = Object.keys(object);
  const foreign = keys.filter((key) => FOREIGN.test(key)).length;
  const names = [...typesOf(object), ...path].flatMap(nameWords);
  if (foreign > 1 || names.some((name) => QUESTION_WORD.test(name))) return undefined;
  const record = fields(object, body, cache);
  if (names.some((name) => name.startsWith("testimonial"))) return undefined;
  const named = names
    .slice(-6)
    .find((name) => (REVIEW_WORD.test(name) || COMMENT_WORD.test(name)) && !WEAK_WORD.test(name));
  const rated = record.rating !== undefined;
  const evidence = [record.author, record.date, rated || undefined].filter((part) => part !== undefined).length;
  if (named ? evidence < 1 || (foreign > 0 && evidence < 2) : !(rated && evidence === 3 && foreign === 0))
    return undefined;
  if (named && evidence === 1 && !rated && !(record.author && record.nativeId)) return undefined;
  return { ...record, kind: rated || (named && REVIEW_WORD.test(named)) ? "review" : "comment" };
}

function fields(object: JsonObject, body: string, cache: Map<string, JsonObject>): Omit<RawReview, "kind"> {
  const author = deref(pick(object, AUTHOR), cache);
  const rating = pick(object, RATING);
  const title = pickText(object, TITLE);
  return {
    how: "embedded-json",
    body,
    ...(title && title !== body ? { title } : {}),
    author: authorName(author),
    date: dateOf(pick(object, DATE)),
    rating:
      numberOf(rating) ??
      (isObject(rating) ? numberOf(pick(rating, /^(?:value|stars?|rating|score|overall|ratingvalue)$/i)) : undefined),
    ratingScale:
      numberOf(pick(object, SCALE)) ??
      (isObject(rating) ? numberOf(pick(rating, /^(?:max|scale|best|range|outof|bestrating)$/i)) : undefined),
    nativeId: textOf(pick(object, ID)),
    language: languageOf(object),
    ...counts(object),
  };
}

function languageOf(object: JsonObject): string | undefined {
  const value = pick(object, /^(?:language|lang|locale|languagecode)$/i);
  return typeof value === "string" && /^[a-z]{2}(?:[-_][a-z]{2,4})?$/i.test(value)
    ? value.slice(0, 2).toLowerCase()
    : undefined;
}

function counts(object: JsonObject): Pick<RawReview, "helpful" | "verified"> {
  const helpful = numberOf(
    pick(
      object,
      /^(?:helpful|likes|helpful_?count|like_?count|up_?votes?|useful|thumbs_?up|positive_?feedback_?count|helpful_?votes?|points|ups)$/i,
    ),
  );
  const verified = pick(
    object,
    /^(?:verified|is_?verified|verified_?(?:purchase|buyer|purchaser)|isverifiedpurchase)$/i,
  );
  return { ...(helpful === undefined ? {} : { helpful }), ...(verified === true ? { verified } : {}) };
}

function authorName(value: Json | undefined): string | undefined {
  if (!isObject(value)) return textOf(value);
  return textOf(
    pick(
      value,
      /^(?:display_?name|name|user_?name|nick_?name|full_?name|public_?name|login|first_?name|handle|screen_?name)$/i,
    ),
  );
}

/** Times are given as ISO text, as seconds or milliseconds since 1970, or in an object that holds one. */
function dateOf(value: Json | undefined, depth = 0): string | undefined {
  if (typeof value === "string" && !/^\d{9,13}$/.test(value)) return value.length <= 60 ? value : undefined;
  const number = Number(value);
  if (typeof value !== "object" && number > 1e8 && number < 1e13)
    return new Date(number < 1e11 ? number * 1000 : number).toISOString();
  if (!isObject(value) || depth > 1) return undefined;
  return dateOf(
    pick(value, DATE) ?? pick(value, /^(?:iso|raw|value|published_?date|submitted_?date|seconds)$/i),
    depth + 1,
  );
}

/** Apollo keeps each object once and refers to it as `{ __ref: "User:1" }`. */
function apolloCache(value: Json): Map<string, JsonObject> {
  const cache = new Map<string, JsonObject>();
  const look = (object: Json | undefined, depth: number) => {
    if (!isObject(object) || depth > 5) return;
    for (const [key, inner] of Object.entries(object)) {
      if (isObject(inner) && typeof inner.__typename === "string" && key.includes(":")) cache.set(key, inner);
      else if (depth < 5) look(inner, depth + 1);
    }
  };
  look(value, 0);
  return cache;
}

function deref(value: Json | undefined, cache: Map<string, JsonObject>): Json | undefined {
  return isObject(value) && typeof value.__ref === "string" ? cache.get(value.__ref) : value;
}
