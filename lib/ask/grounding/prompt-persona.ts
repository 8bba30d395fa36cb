/** Who speaks and where they stand, in words without figures: figures are never a language model's to repeat. */
import type { Answer, Persona, SegmentBasis } from "../../domain";
import { defang } from "./hostile";
import { languageName } from "./prompt-rules";

const LONGEST_TOPIC = 60;
const LONGEST_DESCRIPTION = 300;
const WORDS = 8;

/** @returns lines for the block of strangers' words: topics and vocabulary come from reviews, a description from a person */
export function describePersona(
  { segment, vocabulary, description }: Pick<Persona, "segment" | "vocabulary" | "description">,
  marker: string,
): string[] {
  const words = vocabulary.slice(0, WORDS).map((word) => defang(word, marker, LONGEST_TOPIC));
  const described = description ? `You answer as: ${defang(description, marker, LONGEST_DESCRIPTION)}` : "";
  return [
    `The group: customers ${groupInWords(segment.basis, marker)}.`,
    described,
    words.length > 0 ? `Words they use: ${words.join(", ")}` : "",
  ].filter(Boolean);
}

/** @returns "who are not satisfied": a clause about customers */
export function groupInWords(basis: SegmentBasis, marker = ""): string {
  const quoted = (topic: string) => `“${defang(topic, marker, LONGEST_TOPIC)}”`;
  switch (basis.kind) {
    case "theme":
      return `${SIDES[basis.polarity]} ${quoted(basis.topic)}`;
    case "situation":
      return `who mention ${quoted(basis.topic)}`;
    case "need":
      return `who need ${quoted(basis.topic)}`;
    case "experience":
      return EXPERIENCE[basis.level];
    case "language":
      return `who write in ${languageName(basis.language)}`;
    case "place":
      return `from ${quoted(basis.place)}`;
    case "cluster":
      return `who write about ${basis.words.slice(0, 3).map(quoted).join(", ")}`;
    case "verified":
      return basis.verified ? "who bought it, as the shop confirms" : "whose purchase is not confirmed";
    default:
      return PLAIN[basis.kind];
  }
}

const SIDES = {
  positive: "who praise",
  negative: "who complain about",
  neutral: "who talk about",
  mixed: "who talk about",
} as const;
const EXPERIENCE = {
  new: "for whom it is the first of its kind",
  long: "who have used it for a long time",
  expert: "who know such things well",
  switched: "who used another one before",
} as const;
const PLAIN = {
  satisfied: "who are satisfied",
  dissatisfied: "who are not satisfied",
  reserved: "who are satisfied but name a flaw",
  detailed: "who wrote at length",
  filter: "chosen by what they wrote and gave",
  merged: "of several groups taken together",
  chosen: "chosen one by one",
} as const;

/** @returns where they stand on what was asked, as evidence mode counted it; "" when nobody judges */
export function describeStanding({ standing }: Answer): string {
  const { positive = 0, negative = 0 } = standing ?? {};
  if (positive + negative === 0) return "";
  const share = positive / (positive + negative);
  if (share === 1) return "Those who speak of it are happy with it.";
  if (share === 0) return "Those who speak of it are not happy with it.";
  if (share > 0.4 && share < 0.6) return "They are divided about it.";
  return share >= 0.6
    ? "Most of them are happy with it, some are not."
    : "Most of them are not happy with it, some are.";
}
