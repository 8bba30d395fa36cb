/** On which side of a question a voice stands, from how its own reviewers judge. */
import type { Answer, Standing } from "../../domain";
import type { Stance } from "../topics";

export type Side = keyof Standing;

/** Of those who judge, this share makes a side; between the two the voice is divided and takes none. */
const CLEAR = 0.6;

/** @returns the side of most of those who judge; `silent` when nobody speaks of it, `neutral` when they do not judge or are divided */
export function sideOf({ positive, negative, neutral }: Omit<Standing, "silent">): Side {
  const judged = positive + negative;
  if (judged === 0) return neutral > 0 ? "neutral" : "silent";
  if (positive >= judged * CLEAR) return "positive";
  return negative >= judged * CLEAR ? "negative" : "neutral";
}

/** @returns the side of a voice as it answered; small talk and what is not covered are silence */
export function sideOfAnswer(answer: Answer | undefined): Side {
  return answer?.covered && answer.standing ? sideOf(answer.standing) : "silent";
}

/** @returns people by side, none of them silent */
export function countStances(stances: readonly Stance[]): Omit<Standing, "silent"> {
  const count = (side: string) => stances.filter(({ polarity }) => polarity === side).length;
  return { positive: count("positive"), negative: count("negative"), neutral: count("neutral") + count("mixed") };
}
