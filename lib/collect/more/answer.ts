/** What matters of a read page for the next step of a reading. */
import { countOf } from "../data/json-fields";
import { normalise } from "../normalise/normalise";
import type { Capture, RawSubject } from "../site";
import type { Answer, Journey } from "./journey";
import { textsToComplete } from "./next-step";
import { keyOf } from "./region";

/** Letters of an id that tell the records of one reading apart. */
const ID = 12;

/**
 * @returns the answer, and the capture to be stored: about the subject of the whole reading, and without the records of
 * which the next step will bring the whole text, since a beginning would count as a review of its own
 */
export async function answerOf(
  capture: Capture,
  from: "tab" | "fetch",
  journey: Journey,
): Promise<{ answer: Answer; whole: Capture; subject: RawSubject }> {
  // Later pages say less about what they are about, or say it under another address: one reading has one subject.
  const subject = journey.subject ?? { url: capture.url, ...capture.subject };
  const awaited = from === "tab" ? textsToComplete(journey, capture.more) : new Set<string>();
  const reviews = capture.reviews.filter((record) => !record.cut || !awaited.has(keyOf(record)));
  const whole = { ...capture, subject, reviews };
  const made = await normalise(whole);
  const answer: Answer = {
    from,
    url: capture.url,
    ids: made.reviews.flatMap(({ id, kind }) => (kind === "reply" ? [] : shortId(id))),
    cut: reviews.filter(({ cut }) => cut).length,
    more: capture.more,
    announced: countOf(capture.subject.ratingCount ?? null),
  };
  return { answer, whole, subject };
}

export function shortId(id: string): string {
  return id.slice(0, ID);
}
