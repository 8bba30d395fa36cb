/** What makes a record the same record on the next visit. */
import { fold } from "../document/fold";
import type { RawReview } from "../site";

/** SHA-256 in hexadecimal, cut to 32 characters (128 bits: no two of any number of reviews will meet). */
export async function hash(...parts: string[]): Promise<string> {
  const bytes = new TextEncoder().encode(parts.join("\u0000"));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Letters of a text that tell it from others; what a page cuts off later does not change them. */
const TELLING = 64;

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
 */
export function identityOf(record: RawReview, date: string | undefined, contested: boolean): string[] {
  const native = nativeKey(record.nativeId);
  const words = fold(record.body || record.title || "", TELLING) || record.body;
  if (native && native.length >= 6 && !contested) return ["native", native];
  if (native) return ["native", native, words];
  return [
    "words",
    fold(record.body) || record.body,
    fold(record.title ?? ""),
    fold(record.author ?? ""),
    date?.slice(0, 10) ?? "",
  ];
}
