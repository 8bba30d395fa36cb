/** What several reviewers talk about: clusters of sentences over languages, with names, shares and verbatim quotes. */
import type { Quote, Review, Sentence, Theme } from "../domain";
import { centresOf, clusterTree, cutTree, dot, nearestCentre } from "./cluster";
import { flagsOf } from "./flags";
import { nameTheme, type ThemeName } from "./labels";
import { chooseQuotes } from "./quotes";
import { indexTerms, type TermIndex } from "./terms";
import { keepIdentities } from "./theme-identity";
import { topicSpace } from "./topic-space";

export interface ThemeInput {
  reviews: readonly Review[];
  sentences: readonly Sentence[];
  seed?: number;
  /** Themes of the last run; their sentences still carry `themeId`. Themes that live on keep id and name. */
  previous?: readonly Theme[];
  /** Shipped mean vectors per language (`Heads.means`). */
  means?: ReadonlyMap<string, Float32Array>;
}

export interface ThemeResult {
  /** By number of reviews, largest first. */
  themes: Theme[];
  /** Sentence id to theme id; sentences about nothing in particular are absent. */
  assignments: Map<string, string>;
}

/** A group of sentences on its way to becoming a theme. */
interface Group {
  members: number[];
  name: ThemeName;
  centre: Float32Array;
}

interface Material {
  sentences: Sentence[];
  texts: string[];
  vectors: Float32Array[];
  index: TermIndex;
  reviews: Map<string, Review>;
}

/** How far a sentence may be from the heart of its theme (cosine in topic space). */
const NEAR = 0.12;
/** …and a sentence that no group took, to be taken in later. */
const NEARER = 0.3;
const MOST_THEMES = 24;

/**
 * Deterministic for the same input and seed. Advertising, instructions to machines and texts without words make no themes.
 * @returns themes in which at least two reviews agree (one, when there are fewer than four reviews)
 */
export function discoverThemes(input: ThemeInput): ThemeResult {
  const material = gather(input);
  if (material.sentences.length < 2) return { themes: [], assignments: new Map() };
  const groups = settleMembers(merge(nameGroups(material, input.seed ?? 0), material), material);
  const wanted = input.reviews.length < 4 ? 1 : Math.max(2, Math.ceil(input.reviews.length * 0.004));
  const kept = groups.filter((group) => reviewsIn(group, material).size >= wanted);
  const themes = kept.map((group) => describe(group, material, input.reviews.length));
  const named = keepIdentities(
    themes,
    kept.map((group) => group.members.map((i) => material.sentences[i] as Sentence)),
    input.previous ?? [],
  );
  return finish(named, kept, material);
}

function gather({ reviews, sentences, means }: ThemeInput): Material {
  const usable = reviews.filter((review) => flagsOf(review.body).length === 0);
  const byId = new Map(usable.map((review) => [review.id, review]));
  const chosen = sentences.filter((sentence) => byId.has(sentence.reviewId));
  const texts = chosen.map((sentence) => byId.get(sentence.reviewId)?.body.slice(sentence.start, sentence.end) ?? "");
  const index = indexTerms(chosen.map((sentence, i) => ({ text: texts[i] ?? "", language: sentence.language })));
  return { sentences: chosen, texts, vectors: topicSpace(chosen, means), index, reviews: byId };
}

/** Cuts the tree where groups are small enough to be about one matter, and drops what has no name. */
function nameGroups(material: Material, seed: number): Group[] {
  const { vectors } = material;
  const count = Math.max(2, Math.min(MOST_THEMES * 2, Math.round(1.2 * Math.sqrt(vectors.length))));
  const cut = cutTree(clusterTree(vectors, seed), count);
  const { centres } = centresOf(vectors, cut, count);
  const taken = new Set<string>();
  const groups: Group[] = [];
  for (const [number, centre] of centres.entries()) {
    const members = indicesOf(cut, number).filter((i) => dot(vectors[i] as Float32Array, centre) >= NEAR);
    const name = nameTheme(members, material.index, vectors.length, taken);
    if (name) groups.push({ members, name, centre });
  }
  return groups;
}

/** Groups of the same name, or closer to each other than their own members are to them, are one theme. */
function merge(groups: Group[], material: Material): Group[] {
  const merged: Group[] = [];
  for (const group of groups.sort((a, b) => b.members.length - a.members.length)) {
    const twin = merged.find((other) => other.name.key === group.name.key || dot(other.centre, group.centre) > 0.75);
    if (!twin) merged.push(group);
    else {
      twin.members.push(...group.members);
      twin.centre = centreOf(twin.members, material);
    }
  }
  return merged.slice(0, MOST_THEMES);
}

/** Sentences that no group took join the theme they name, or are near to. */
function settleMembers(groups: Group[], material: Material): Group[] {
  const owner = new Map<number, Group>();
  for (const group of groups) for (const member of group.members) owner.set(member, group);
  const centres = groups.map((group) => group.centre);
  for (const [i, vector] of material.vectors.entries()) {
    if (owner.has(i)) continue;
    const keys = material.index.bySentence[i] ?? [];
    const named = groups.find((group) => keys.includes(group.name.key));
    const { index, similarity } = nearestCentre(vector, centres);
    const near = similarity >= NEARER && keys.length > 0 ? groups[index] : undefined;
    (named ?? near)?.members.push(i);
  }
  return groups;
}

function describe({ members, name, centre }: Group, material: Material, understood: number): Theme {
  const sentences = members.map((i) => material.sentences[i] as Sentence);
  const size = new Set(sentences.map((sentence) => sentence.reviewId)).size;
  const count = (label: string) => sentences.filter((sentence) => sentence.sentiment.label === label).length;
  const score = sentences.reduce((sum, sentence) => sum + sentence.sentiment.score, 0) / sentences.length;
  return {
    id: "",
    subjectId: sentences[0]?.subjectId ?? "",
    label: name.label,
    keywords: name.keywords,
    size,
    share: size / Math.max(1, understood),
    positive: count("positive"),
    neutral: count("neutral"),
    negative: count("negative"),
    score: Math.round(score * 1000) / 1000,
    quotes: quotesOf(members, name, centre, score, material),
  };
}

/** Typical sentences that say the theme's name and feel as most of the theme does. */
function quotesOf(
  members: readonly number[],
  name: ThemeName,
  centre: Float32Array,
  score: number,
  material: Material,
): Quote[] {
  const candidates = members.map((i) => {
    const sentence = material.sentences[i] as Sentence;
    const says = material.index.bySentence[i]?.includes(name.key) ? 0.15 : 0;
    const agrees = 0.1 * sentence.sentiment.score * Math.sign(score);
    return {
      sentence,
      text: material.texts[i] ?? "",
      weight: dot(material.vectors[i] as Float32Array, centre) + says + agrees,
    };
  });
  return chooseQuotes(candidates, material.reviews);
}

function finish(themes: Theme[], groups: readonly Group[], material: Material): ThemeResult {
  const assignments = new Map<string, string>();
  for (const [i, theme] of themes.entries()) {
    for (const member of groups[i]?.members ?? []) assignments.set(material.sentences[member]?.id ?? "", theme.id);
  }
  const ordered = [...themes].sort((a, b) => b.size - a.size || (a.label < b.label ? -1 : 1));
  return { themes: ordered, assignments };
}

function reviewsIn(group: Group, material: Material): Set<string> {
  return new Set(group.members.map((i) => material.sentences[i]?.reviewId ?? ""));
}

function centreOf(members: readonly number[], { vectors }: Material): Float32Array {
  const own = members.map((i) => vectors[i] as Float32Array);
  return centresOf(own, new Int32Array(own.length), 1).centres[0] as Float32Array;
}

function indicesOf(groups: Int32Array, wanted: number): number[] {
  const out: number[] = [];
  for (const [i, group] of groups.entries()) if (group === wanted) out.push(i);
  return out;
}
