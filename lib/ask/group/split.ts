/** Where a group's voices stand beside where all reviewers of the subject stand: five voices that agree may speak for few people. */
import type { Answer, GroupRound, Standing } from "../../domain";
import { sideOfAnswer } from "./side";

/**
 * @param answers of the voices, each counting one
 * @param everybody what all reviewers of the subject say to the same question
 */
export function splitOf(answers: readonly (Answer | undefined)[], everybody: Answer): NonNullable<GroupRound["split"]> {
  const voices: Standing = { positive: 0, negative: 0, neutral: 0, silent: 0 };
  for (const answer of answers) voices[sideOfAnswer(answer)] += 1;
  const { positive, negative, neutral } = everybody.standing ?? { positive: 0, negative: 0, neutral: 0 };
  const silent = Math.max(0, everybody.of - positive - negative - neutral);
  return { voices, reviewers: { positive, negative, neutral, silent } };
}
