/** What a segment was made by, as a feature: it says nothing new about the segment. */
import type { FilterChoice, SegmentBasis } from "../../domain";
import { contentWords } from "../words";
import type { Feature } from "./features";

const FEELINGS: ReadonlySet<string> = new Set(["praise", "complaint", "problem", "recommendation"]);
/** Facets of the review list → the kind of feature that is the same. */
const FACET_KINDS = new Map<string, Feature["kind"]>([
  ["theme", "theme"],
  ["aspect", "matter"],
  ["intent", "intent"],
  ["emotion", "emotion"],
  ["sentiment", "sentiment"],
  ["stars", "sentiment"],
  ["language", "language"],
]);

/** @returns whether the feature only repeats what the segment was made by */
export function isOwn(feature: Feature, basis: SegmentBasis): boolean {
  const { kind, key } = feature;
  switch (basis.kind) {
    case "theme":
      return (
        (kind === "theme" && key === basis.themeId) ||
        (kind === "intent" && FEELINGS.has(key)) ||
        namesIt(feature, basis.topic)
      );
    case "situation":
    case "need":
      return (
        ((kind === "situation" || kind === "need") && feature.topic === basis.topic) ||
        (kind === "intent" && ["situation", "user", "motive"].includes(key)) ||
        namesIt(feature, basis.topic)
      );
    case "experience":
      return (kind === "experience" && key === basis.level) || (kind === "intent" && key === "switching");
    case "satisfied":
    case "dissatisfied":
    case "reserved":
      return kind === "sentiment" || (kind === "intent" && FEELINGS.has(key));
    case "language":
    case "verified":
      return kind === basis.kind;
    case "place":
      return kind === "place" && feature.topic === basis.place;
    case "cluster":
      return kind === "word" && basis.words.includes(feature.topic);
    case "filter":
      return basis.choices.some((choice) => isChosen(feature, choice));
    default:
      return false;
  }
}

function isChosen(feature: Feature, { facet, values }: FilterChoice): boolean {
  if (facet === "query") return values.some((value) => namesIt(feature, value));
  if (FACET_KINDS.get(facet) !== feature.kind) return false;
  return facet === "stars" || values.includes(feature.key);
}

function namesIt({ kind, topic }: Feature, name: string): boolean {
  if (kind !== "word" && kind !== "need" && kind !== "situation") return false;
  const stems = new Set(contentWords(name).map(({ stem }) => stem));
  return contentWords(topic).some(({ stem }) => stems.has(stem));
}
