/** New sentences into themes that are there: by their words and by likeness to the centres, without making anything anew. */
import type { Sentence, Theme, ThemeEdit } from "../domain";
import { nearestCentre } from "./centres";
import { termsIn } from "./terms";
import { describeThemes } from "./theme-describe";
import { editThemes, type Home, type PlannedTheme, type ThemePlan } from "./theme-edits";
import { blend, wordWeights } from "./theme-features";
import { judgesWhole } from "./theme-general";
import { bestNamed } from "./theme-homes";
import type { Level, NamedLevel } from "./theme-levels";
import { type Material, type ThemedReview, usableReviews } from "./theme-material";
import { nearestPart } from "./theme-parts";
import { placeInTopicSpace, type TopicSpace } from "./topic-space";

/** What is kept of a making so that more sentences can be put in: numbers and words, no texts. */
export interface ThemeModel {
  space: TopicSpace;
  weights: ReadonlyMap<string, number>;
  tops: readonly ModelTop[];
  /** Of the tops, in their order; nothing is like the rest. */
  centres: readonly Float32Array[];
  /** Numbers of the tops that are told by a word. */
  sayers: ReadonlyMap<string, readonly number[]>;
  themes: readonly PlannedTheme[];
  /** Names as made, by id. */
  labels: ReadonlyMap<string, string>;
  /** Sentences it was made from. */
  fitted: number;
}

interface ModelTop {
  id: string;
  kind: Level["kind"];
  anchor: Pick<Level["anchor"], "centre" | "lead">;
  parts: readonly string[];
  partCentres: readonly Float32Array[];
}

export interface GrowInput {
  model: ThemeModel;
  /** All understood reviews and sentences; those without `found` are new. */
  reviews: readonly ThemedReview[];
  sentences: readonly Sentence[];
  /** Themes as they are shown now: names and quotes are theirs. */
  previous: readonly Theme[];
  edits?: readonly ThemeEdit[];
}

export interface GrowResult {
  themes: Theme[];
  /** After the edits, for every sentence that has a home. */
  homes: Map<string, Home>;
  /** Before the edits, likewise. */
  found: Map<string, Home>;
  /** So much is new, or so much of it fits nowhere, that themes should be made anew. */
  stale: boolean;
}

/** A new sentence that names nothing must be this near to a theme (cosine in topic space), or it is the rest. */
const LEAST = 0.2;
/** Share of new sentences among all, and of rest among the new, from which the themes are out of date. */
const MUCH_NEW = 0.25;
const MUCH_REST = 0.3;
const FEW = 20;

/** Keeps what `growThemes` needs. */
export function modelOf(levels: readonly NamedLevel[], plan: ThemePlan, material: Material): ThemeModel {
  const sayers = new Map<string, number[]>();
  for (const [k, { anchor }] of levels.entries()) {
    for (const { key } of anchor.terms) sayers.set(key, [...(sayers.get(key) ?? []), k]);
  }
  return {
    space: material.space,
    weights: wordWeights(material.index, material.sentences.length),
    tops: levels.map(({ id, kind, anchor, parts }) => ({
      id,
      kind,
      anchor: { centre: anchor.centre, lead: anchor.lead },
      parts: parts.map((part) => part.id),
      partCentres: parts.map((part) => part.centre),
    })),
    centres: levels.map(({ kind, anchor }) =>
      kind === "rest" ? new Float32Array(anchor.centre.length) : anchor.centre,
    ),
    sayers,
    themes: plan.themes,
    labels: new Map(levels.flatMap((level) => [level, ...level.parts].map(({ id, label }) => [id, label]))),
    fitted: material.sentences.length,
  };
}

/**
 * Puts new sentences into the themes of a model and counts everything again. Repeats of earlier texts are known by their flags alone.
 * Time grows with the new sentences; the counting with all of them.
 */
export function growThemes({ model, reviews, sentences, previous, edits = [] }: GrowInput): GrowResult {
  const fresh = sentences.filter(({ found }) => found === undefined);
  const owners = new Set(fresh.map(({ reviewId }) => reviewId));
  const usable = new Map(
    usableReviews(reviews.filter(({ id }) => owners.has(id))).map((review) => [review.id, review]),
  );
  const found = new Map(sentences.flatMap((sentence) => (sentence.found ? [[sentence.id, sentence.found]] : [])));
  let [placed, loose] = [0, 0];
  for (const sentence of fresh) {
    const body = usable.get(sentence.reviewId)?.body;
    if (body === undefined) continue;
    const home = homeOf(model, sentence, body.slice(sentence.start, sentence.end));
    placed++;
    if (home) found.set(sentence.id, home);
    if (!home || model.tops.some(({ id, kind }) => kind === "rest" && id === home.themeId)) loose++;
  }
  const plan = editThemes({ themes: [...model.themes], homes: found }, edits);
  const words = new Map(previous.map((theme) => [theme.id, theme]));
  const themes = describeThemes(plan, sentences, reviews, ({ id, label }, [first]) => {
    const known = words.get(id);
    if (known) {
      const { keywords, quotes, madeLabel } = known;
      return { label: known.label, keywords, quotes, ...(madeLabel === undefined ? {} : { madeLabel }) };
    }
    const made = model.labels.get(id) ?? "";
    const quotes = first ? [{ reviewId: first.reviewId, start: first.start, end: first.end }] : [];
    return { label: label ?? made, keywords: [made.toLowerCase()], quotes };
  });
  const stale = found.size - model.fitted > MUCH_NEW * model.fitted || loose > Math.max(FEW, MUCH_REST * placed);
  return { themes, homes: plan.homes, found, stale };
}

function homeOf(model: ThemeModel, sentence: Sentence, text: string): Home | undefined {
  const place = placeInTopicSpace(model.space, sentence);
  const keys = termsIn(text, sentence.language);
  const top = model.tops[topOf(model, place, keys, judgesWhole(text, sentence.language))];
  if (!top) return undefined;
  if (top.parts.length === 0) return { themeId: top.id };
  const part = top.parts[nearestPart(blend(place, keys, model.weights), top.partCentres)];
  return part === undefined ? { themeId: top.id } : { themeId: top.id, subthemeId: part };
}

/** The same order as when themes are made: words, judgements on the whole, likeness, rest. */
function topOf(
  { tops, sayers, centres }: ThemeModel,
  place: Float32Array,
  keys: readonly string[],
  judging: boolean,
): number {
  const named = bestNamed(place, keys, tops, new Set(keys.flatMap((key) => sayers.get(key) ?? [])));
  if (named >= 0) return named;
  const general = tops.findIndex(({ kind }) => kind === "general");
  if (judging && general >= 0) return general;
  const rest = tops.findIndex(({ kind }) => kind === "rest");
  const near = nearestCentre(place, centres);
  return near.similarity >= LEAST || rest < 0 ? near.index : rest;
}
