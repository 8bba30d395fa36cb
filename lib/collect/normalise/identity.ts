/** What makes a record the same record on the next visit. */
import { fold, isCut, withoutCutMark } from "../document/fold";
import type { RawReview } from "../site";
import type { WrittenDate } from "./date";

/** SHA-256 in hexadecimal, cut to 32 characters (128 bits: no two of any number of reviews will meet). */
export async function hash(...parts: string[]): Promise<string> {
  const bytes = new TextEncoder().encode(parts.join("\u0000"));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Letters of a text that tell it from others of the same person, and of others when nobody is named. */
const TELLING = 64;
const TELLING_ALONE = 160;

/** The part of a native id that stays: `…/reviews/66685a58`, `https://shop/p#comment-75`, `comment-75` → the last name. */
export function nativeKey(id: string | undefined): string | undefined {
  const key = id
    ?.trim()
    .replace(/[/?]+$/, "")
    .split(/[/#?=&]/)
    .at(-1)
    ?.replace(/^(?:li-|div-)?(?:comment|review|reply|post)[-_]/i, "");
  return key && key.length <= 120 && /[\p{L}\p{N}]/u.test(key) ? key : undefined;
}

/**
 * What identifies a record at its source. A long native id stands alone; a short one ("7") may be a position or be used
 * again elsewhere, so the words go with it, as they do for every id that two different texts of one page claim.
 *
 * Without an id it is the person and the beginning of the words, so that a text is the same cut off and complete. A short
 * text needs its title and its day besides. A day that floats (told from the day of reading) is no part of it: it will be
 * another one on the next visit.
 */
export function identityOf(record: RawReview, date: WrittenDate | undefined, contested: boolean): string[] {
  const native = nativeKey(record.nativeId);
  const beginning = fold(record.body || record.title || "", TELLING) || record.body;
  if (native && native.length >= 6 && !contested) return ["native", native];
  if (native) return ["native", native, beginning];
  const author = fold(record.author ?? "");
  const body = fold(isCut(record.body) ? withoutDots(withoutCutMark(record.body)) : record.body);
  const telling = author ? TELLING : TELLING_ALONE;
  if (body.length >= telling && !contested) return ["words", body.slice(0, telling), author];
  return ["words", body || record.body, author, fold(record.title ?? ""), dayOf(date)];
}

function withoutDots(text: string): string {
  return text.replace(/[\s.…[\]]+$/u, "");
}

function dayOf(date: WrittenDate | undefined): string {
  return date && !date.floating && date.iso.length >= 10 ? date.iso.slice(0, 10) : "";
}
