/** Puts segments, personas and answers into words, through the interface texts whose keys start with `ask_`. */
import type { Answer, Claim, QuotedText } from "../domain";
import type { Phrase } from "../locale";

/** A piece of prose and the quotes it stands on, shown below it. */
export interface AnswerParagraph {
  text: string;
  quotes: QuotedText[];
}

type Verdict = "allPositive" | "allNegative" | "mostPositive" | "mostNegative" | "split" | "unclear";

export { segmentName } from "./segments/phrase";

/**
 * @returns the answer as prose in the interface language; quotes stay in the reviewers' language. Never empty: what is not
 * covered is said in a sentence.
 */
export function phraseAnswer(answer: Answer, phrase: Phrase): AnswerParagraph[] {
  if (!answer.covered) return [{ text: phraseDecline(answer, phrase), quotes: [] }];
  const opening = sentence(phraseOpening(answer, phrase));
  const [first, ...rest] = answer.claims;
  if (!first) return [{ text: opening, quotes: [] }];
  const named = first.topic !== undefined || first.polarity === "mixed";
  const lead = named ? joined(opening, sentence(phraseClaim(answer, first, phrase))) : opening;
  return [
    { text: lead, quotes: first.quotes },
    ...rest.map((claim) => ({ text: sentence(phraseClaim(answer, claim, phrase)), quotes: claim.quotes })),
  ];
}

/** @returns one claim in words, as the command line prints it */
export function phraseClaim(answer: Answer, claim: Claim, phrase: Phrase): string {
  const values = { n: claim.supporters, of: claim.of };
  const side = claim.polarity === "mixed" ? "neutral" : claim.polarity;
  if (claim.polarity === "mixed") return phrase("ask_claim_wish", values);
  const other = claim.say === "otherSide" && side !== "neutral";
  if (claim.topic === undefined) return phrase(other ? `ask_other_${side}` : `ask_that_${side}`, values);
  const topic = quoted(claim.topic, phrase);
  const aside = other && answer.asked === "overall";
  return phrase(aside ? `ask_other_topic_${side}` : `ask_claim_${side}`, { ...values, topic });
}

function phraseOpening(answer: Answer, phrase: Phrase): string {
  const { asked = "topic", of, supporters } = answer;
  const standing = answer.standing ?? { positive: 0, negative: 0, neutral: 0 };
  if (asked === "overall") return phrase("ask_overall", { good: standing.positive, bad: standing.negative, of });
  if (asked === "loyalty")
    return phrase("ask_loyalty", { n: supporters, of, yes: standing.positive, no: standing.negative });
  if (asked === "likes" || asked === "dislikes" || asked === "wishes") return phrase(`ask_${asked}`);
  const scope = of === 1 ? "single" : supporters === of ? "all" : "some";
  const who = phrase("ask_who", { n: supporters, of, scope });
  return phrase(`ask_stand_${verdictOf(standing)}`, { who, n: supporters });
}

function phraseDecline(answer: Answer, phrase: Phrase): string {
  const { asked, of, elsewhere = 0 } = answer;
  if (asked === "self" || asked === "nothing") return phrase(`ask_${asked}`, { of });
  if (asked === "likes") return phrase("ask_uncovered_likes");
  if (asked === "dislikes" || asked === "wishes") return phrase("ask_uncovered_dislikes");
  return elsewhere > 0 ? phrase("ask_uncovered_elsewhere", { n: elsewhere }) : phrase("ask_uncovered", { of });
}

function verdictOf({ positive, negative, neutral }: { positive: number; negative: number; neutral: number }): Verdict {
  const judged = positive + negative;
  if (judged === 0 || neutral > judged * 1.5) return "unclear";
  const clear = neutral === 0;
  if (negative === 0) return clear ? "allPositive" : "mostPositive";
  if (positive === 0) return clear ? "allNegative" : "mostNegative";
  const share = positive / judged;
  return share >= 0.6 ? "mostPositive" : share <= 0.4 ? "mostNegative" : "split";
}

function quoted(topic: string, phrase: Phrase): string {
  return phrase("ask_topic", { topic });
}

/** Messages start with a small letter where they may also stand inside a sentence. */
function sentence(text: string): string {
  const [first = ""] = text;
  return first.toUpperCase() + text.slice(first.length);
}

function joined(first: string, second: string): string {
  return /[。!?!]$/u.test(first) && /\p{Script=Han}/u.test(first) ? first + second : `${first} ${second}`;
}
