/** What to do when the site does not give a page: wait and try again, or stop and say why. */
import type { Failure } from "./journey";

/** Seconds before the first, second and third new try. */
const PAUSES = [2, 4, 8] as const;
/** Seconds Earshot waits at most because a site asked for it. */
const LONGEST = 60;

export type BackOff =
  | { again: true; wait: number }
  | { again: false; why: "slow" | "refused" | "login" | "failed"; seconds?: number };

/**
 * @param failures how many requests in a row have failed, this one included
 * @returns milliseconds to wait, or why not to try again and how many seconds the site wants to be left alone
 */
export function backOff({ status, retryAfter }: Failure, failures: number, now: Date): BackOff {
  if (status === 401) return { again: false, why: "login" };
  if (status === 403 || status === 451) return { again: false, why: "refused" };
  const passing = status === undefined || status === 408 || status === 425 || status === 429 || status >= 500;
  if (!passing) return { again: false, why: "failed" };
  const asked = secondsOf(retryAfter, now.getTime());
  const pause = PAUSES[failures - 1];
  const seconds = Math.max(pause ?? 0, asked ?? 0);
  if (pause !== undefined && seconds <= LONGEST) return { again: true, wait: seconds * 1000 };
  const why = status === 429 || status === 503 ? "slow" : "failed";
  return { again: false, why, ...(asked ? { seconds: asked } : {}) };
}

/**
 * Reads a `Retry-After` header, in seconds or as a date (RFC 9110, section 10.2.3).
 * @param now milliseconds since 1970
 * @returns seconds, 0 or more; nothing when it says neither
 */
export function secondsOf(header: string | null | undefined, now: number): number | undefined {
  const text = header?.trim() ?? "";
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, Math.round((date - now) / 1000));
}
