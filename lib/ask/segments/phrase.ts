/** Puts segments into words, through the interface texts whose keys start with `ask_segment_` and `ask_trait_`. */
import type { Segment, Trait } from "../../domain";
import type { Phrase } from "../../locale";
import { SURE } from "./traits";

/** @returns the name a person gave it, else one such as "Complaining about “cushions”" */
export function segmentName({ basis, name }: Pick<Segment, "basis" | "name">, phrase: Phrase): string {
  if (name) return name;
  switch (basis.kind) {
    case "theme": {
      const side = basis.polarity === "negative" || basis.polarity === "positive" ? basis.polarity : "other";
      return phrase(`ask_segment_theme_${side}`, { topic: quoted(basis.topic, phrase) });
    }
    case "situation":
      return phrase("ask_segment_situation", { topic: quoted(basis.topic, phrase) });
    case "need":
      return phrase("ask_segment_need", { topic: quoted(basis.topic, phrase) });
    case "experience":
      return phrase("ask_segment_experience", { level: basis.level });
    case "language":
      return phrase("ask_segment_language", { language: basis.language });
    case "place":
      return phrase("ask_segment_place", { place: basis.place });
    case "verified":
      return phrase("ask_segment_verified", { verified: basis.verified ? "yes" : "no" });
    case "cluster":
      return phrase("ask_segment_cluster", { words: basis.words.map((word) => quoted(word, phrase)).join(", ") });
    case "filter":
    case "merged":
    case "chosen":
      return phrase("ask_segment_own");
    default:
      return phrase(`ask_segment_${basis.kind}`);
  }
}

/** A trait in words. */
export interface TraitText {
  /** "Complain about “battery”" */
  what: string;
  /** "12 of our 31, 8 of the other 90 · 3.1 times as often · could be chance" */
  figures: string;
}

/** @returns what sets a segment apart, and how far that can be trusted */
export function traitText(trait: Trait, phrase: Phrase): TraitText {
  const { inside, of, outside, ofOutside, lift, q } = trait;
  const parts = [
    phrase("ask_trait_counts", { inside, of, outside, others: ofOutside }),
    // how many times as often as nobody is no number people can read
    ...(outside > 0 ? [phrase("ask_trait_lift", { times: rounded(lift) })] : []),
    ...(q > SURE ? [phrase("ask_trait_chance")] : []),
  ];
  return { what: whatOf(trait, phrase), figures: parts.join(" · ") };
}

function whatOf({ kind, topic, polarity }: Trait, phrase: Phrase): string {
  const side = polarity === "positive" || polarity === "negative" ? polarity : "other";
  switch (kind) {
    case "theme":
      return phrase("ask_trait_theme", { side, topic: quoted(topic, phrase) });
    case "matter":
      return phrase("ask_trait_theme", { side, topic: phrase("aspectName", { matter: topic }) });
    case "situation":
    case "need":
    case "word":
      return phrase("ask_trait_said", { kind, topic: quoted(topic, phrase) });
    case "intent":
      return phrase("ask_trait_intent", { intent: topic });
    case "emotion":
      return phrase("ask_trait_emotion", { emotion: topic });
    case "experience":
      return phrase("ask_segment_experience", { level: topic });
    case "sentiment":
      return phrase("ask_trait_sentiment", { mood: topic });
    case "language":
      return phrase("ask_segment_language", { language: topic });
    case "place":
      return phrase("ask_segment_place", { place: topic });
    case "verified":
      return phrase("ask_segment_verified", { verified: topic });
  }
}

/** One digit behind the point below ten. */
function rounded(lift: number): number {
  return lift < 10 ? Math.round(lift * 10) / 10 : Math.round(lift);
}

function quoted(topic: string, phrase: Phrase): string {
  return phrase("ask_topic", { topic });
}
