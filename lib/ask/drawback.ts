/** On which side a sentence stands that announces a drawback, whatever the stars of its review made of it. */
import type { Review, Sentence } from "../domain";
import { MAY_BE_DRAWBACK, NO_DRAWBACK, ONLY_DRAWBACK, TURN } from "./drawback-cues";
import { textOf } from "./material";

/** As sure as a clear judgement, no surer. −1..1 */
const SCORE = -0.5;
/** More letters than this before the cue say something of their own ("Great sound, the only drawback is …"). */
const LEAD = 12;
/** Set phrases stand near the beginning of a sentence; a longer text is looked at no further. In UTF-16 units. */
const LONGEST = 600;

/**
 * "The only drawback is the case" in a review of five stars can be read as praise, since stars weigh on doubtful sentences; beside a
 * number of those who praise, nobody would believe it.
 * @returns a complaint where the sentence announces nothing but its drawback; mixed where it says more; the same sentence where it
 * announces none, or is read as a complaint already
 */
export function onItsOwnSide(sentence: Sentence, reviews: ReadonlyMap<string, Review>): Sentence {
  const { label } = sentence.sentiment;
  if (label !== "positive" && label !== "neutral") return sentence;
  const text = textOf(sentence, reviews).slice(0, LONGEST);
  const cue = MAY_BE_DRAWBACK.test(text) ? ONLY_DRAWBACK.exec(text) : null;
  if (!cue || NO_DRAWBACK.test(text)) return sentence;
  const before = text.slice(0, cue.index).match(/\p{L}/gu)?.length ?? 0;
  const more = before > LEAD || TURN.test(text.slice(cue.index + cue[0].length));
  const sentiment = more ? { label: "mixed" as const, score: 0 } : { label: "negative" as const, score: SCORE };
  return { ...sentence, sentiment: { ...sentence.sentiment, ...sentiment } };
}
