import type { Answer, Claim, Persona, Segment } from "../../lib/domain";
import type { Phrase } from "../../lib/locale";

export function segmentName(segment: Segment, phrase: Phrase): string {
  const { basis } = segment;
  return phrase("segmentName", {
    kind: basis.kind,
    topic: "topic" in basis ? basis.topic : "",
    polarity: "polarity" in basis ? basis.polarity : "neutral",
    language: "language" in basis ? basis.language : "",
  });
}

/** @returns one sentence per claim, in the order of the claims */
export function claimText(claim: Claim, phrase: Phrase): string {
  return phrase("claim", {
    say: claim.say,
    topic: claim.topic ?? "",
    polarity: claim.polarity,
    supporters: claim.supporters,
    of: claim.of,
  });
}

export function suggest(persona: Persona, phrase: Phrase): string[] {
  const liked = persona.likes[0]?.topic;
  const disliked = persona.dislikes[0]?.topic;
  return [
    disliked && phrase("suggestProblem", { topic: disliked }),
    liked && phrase("suggestPraise", { topic: liked }),
    phrase("suggestChange"),
  ].filter((text) => text !== undefined);
}

export function notCovered(answer: Answer, phrase: Phrase): string {
  return phrase("notCovered", { of: answer.of });
}
