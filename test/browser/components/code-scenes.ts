/** Codes over the sample evidence. */
import type { Code, CodeExample, Quote } from "../../../lib/domain";
import type { CodeAdvice } from "../../../lib/protocol";
import { quoteOfSample, READ } from "./scenes";

const LOUD = quoteOfSample("r0", "In an open kitchen the noise stops every conversation.");
const TEA = quoteOfSample("r0", "I use it for tea every morning.");
const STEAM = quoteOfSample("r1", "Now steam comes out at the side and burns my hand.");
const LID = quoteOfSample("r1", "The lid stopped closing after four months and the shop did not answer.");
export const SMELL = quoteOfSample("r4", "Smelled of plastic for weeks and still does.");

function example({ text, ...place }: Quote & { text: string }, yes: boolean): CodeExample {
  return { ...place, text, vector: new Int8Array(4), language: "en", yes };
}

export const NOISE: Code = {
  id: "noise",
  subjectId: "s",
  name: "Too loud",
  description: "So loud that it disturbs. Not the beep.",
  examples: [example(LOUD, true), example(TEA, false)],
  created: "2026-05-10T08:00:00Z",
  updated: "2026-05-10T08:05:00Z",
};

export const DANGER: Code = {
  ...NOISE,
  id: "danger",
  subjectId: undefined,
  name: "Danger",
  description: "",
  examples: [],
};

export const CODED = { ...READ, codes: [DANGER, NOISE] };

export const ADVICE: CodeAdvice = {
  suggestions: [
    { ...place(STEAM), sentenceId: idOf(STEAM), confidence: 0.93 },
    { ...place(LID), sentenceId: idOf(LID), confidence: 0.71 },
    { ...place(SMELL), sentenceId: idOf(SMELL), confidence: 0.31 },
  ],
  ask: [place(LID), place(SMELL)],
  measured: { accuracy: 9 / 11, of: 11 },
};

function place({ reviewId, start, end }: Quote): Quote {
  return { reviewId, start, end };
}

/** Id of the sentence at a place of the sample. */
export function idOf(quote: Quote): string {
  return READ.evidence.statements.get(quote.reviewId)?.find(({ start }) => start === quote.start)?.id ?? "none";
}

export { LID, STEAM };
