/** The fields of one review, parsed. */
import type { Review } from "../../domain";
import type { Capture, RawReview } from "../site";
import { cleanLine } from "./clean";
import { parseCount } from "./count";
import type { WrittenDate } from "./date";
import { defined } from "./defined";
import { nativeKey } from "./identity";
import { locationOf } from "./location";
import { pageLocale } from "./page-locale";
import { parseRating, type RatingContext } from "./rating";
import { DOUBAN } from "./rating-words";
import { statedLanguage, variantOf } from "./words";

/** What the whole capture says about the fields of each record. */
export interface FieldContext extends RatingContext {
  language?: string;
}

export type Fields = Omit<Review, "id" | "subjectId" | "place" | "collected">;

export function fieldContext(capture: Capture, records: RawReview[]): FieldContext {
  const telling = records.some(
    ({ rating }) => typeof rating === "string" && rating !== "推荐" && DOUBAN.has(rating.trim()),
  );
  return {
    language: pageLocale(capture.language, capture.url),
    douban: telling || /\bdouban\.com\//.test(capture.url),
  };
}

export function fieldsOf(record: RawReview, date: WrittenDate | undefined, context: FieldContext): Fields {
  const { kind, body, title, author, verified, helpful, photos, cut, depth, how, nativeId, replyTo } = record;
  const bought = variantOf(record.variant);
  return defined({
    kind,
    body,
    title,
    ...parseRating(record.rating, record.ratingScale, context),
    author,
    date: date?.iso,
    language: statedLanguage(record.language, body),
    verified: verified ?? bought.verified,
    helpful: parseCount(helpful, context.language),
    photos: photos || undefined,
    cut: cut || undefined,
    location: locationOf(record.location, record.date),
    variant: cleanLine(bought.variant, 200),
    nativeId: nativeKey(nativeId),
    replyTo: nativeKey(replyTo),
    depth,
    how,
  });
}
