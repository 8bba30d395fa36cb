/** What several reviewers talk about: sentences about one matter, over languages, with names, shares and verbatim quotes. */
import type { Quote, Review, Sentence, Theme } from "../domain";
import { type Anchor, chooseAnchors } from "./anchors";
import { dot, nearestCentre } from "./centres";
import { DuplicateIndex } from "./duplicates";
import { flagsOf } from "./flags";
import { nameTheme } from "./labels";
import { chooseQuotes } from "./quotes";
import { indexTerms, type TermIndex } from "./terms";
import { keepIdentities } from "./theme-identity";
import { topicSpace } from "./topic-space";

export interface ThemeInput {
  reviews: readonly Review[];
  sentences: readonly Sentence[];
  /** Themes of the last run; their sentences still carry `themeId`. Themes that live on keep id and name. */
  previous?: readonly Theme[];
  /** Name of what is reviewed: its words ("headphones") name no theme. */
  about?: string;
  /** Shipped mean vectors per language (`Heads.means`). */
  means?: ReadonlyMap<string, Float32Array>;
}

export interface ThemeResult {
  /** By number of reviews, largest first. */
  themes: Theme[];
  /** Sentence id to theme id; sentences about nothing in particular are absent. */
  assignments: Map<string, string>;
}

interface Material {
  sentences: Sentence[];
  texts: string[];
  vectors: Float32Array[];
  index: TermIndex;
  reviews: Map<string, Review>;
}

/** An anchor with the sentences that ended up in it. */
interface Group {
  anchor: Anchor;
  members: number[];
}

/** A sentence that says none of a theme's words must be this near to it (cosine in topic space). */
const NEAR = 0.34;
/** What saying a theme's word is worth beside similarity, when several themes could have a sentence. */
const LEAD_BONUS = 0.12;
const MOST_THEMES = 20;

/**
 * Deterministic: the same input gives the same themes. Advertising, repeated texts, instructions to machines and texts without words make none.
 * @returns themes on which at least two reviews touch (one, when there are fewer than four reviews)
 */
export function discoverThemes(input: ThemeInput): ThemeResult {
  const material = gather(input);
  const everyone = material.reviews.size;
  const wanted = everyone < 4 ? 1 : Math.max(2, Math.ceil(everyone * 0.006));
  const most = Math.min(MOST_THEMES, Math.round(2 + 1.3 * Math.sqrt(everyone)));
  const reviewOf = material.sentences.map((sentence) => sentence.reviewId);
  const anchors = chooseAnchors(material.index, material.vectors, reviewOf, wanted, most);
  const groups = assign(anchors, material).filter(({ members }) => reviewsIn(members, material).size >= wanted);
  const themes = groups.map((group) => describe(group, material, input.reviews.length));
  const members = groups.map((group) => group.members.map((i) => material.sentences[i] as Sentence));
  return finish(keepIdentities(themes, members, input.previous ?? []), groups, material);
}

function gather({ reviews, sentences, means, about = "" }: ThemeInput): Material {
  const seen = new DuplicateIndex();
  const usable = reviews.filter((review) => flagsOf(review.body).length === 0 && !seen.add(review.id, review.body));
  const byId = new Map(usable.map((review) => [review.id, review]));
  const chosen = sentences.filter((sentence) => byId.has(sentence.reviewId));
  const texts = chosen.map((sentence) => byId.get(sentence.reviewId)?.body.slice(sentence.start, sentence.end) ?? "");
  const texted = chosen.map((sentence, i) => ({ text: texts[i] ?? "", language: sentence.language }));
  const index = indexTerms(texted, about);
  return { sentences: chosen, texts, vectors: topicSpace(chosen, means), index, reviews: byId };
}

/** Each sentence goes to the theme whose words it says, the most similar of them; else to a theme it is near to. */
function assign(anchors: readonly Anchor[], { vectors, index }: Material): Group[] {
  const groups = anchors.map((anchor): Group => ({ anchor, members: [] }));
  const centres = anchors.map((anchor) => anchor.centre);
  for (const [i, vector] of vectors.entries()) {
    const said = new Set(index.bySentence[i]);
    const named = anchors.flatMap((anchor, k) => {
      if (!anchor.terms.some((term) => said.has(term.key))) return [];
      return [{ k, fit: dot(vector, anchor.centre) + (said.has(anchor.lead.key) ? LEAD_BONUS : 0) }];
    });
    const best = named.sort((a, b) => b.fit - a.fit || a.k - b.k)[0];
    const near = nearestCentre(vector, centres);
    const home = best?.k ?? (near.similarity >= NEAR ? near.index : -1);
    groups[home]?.members.push(i);
  }
  return groups;
}

function describe({ anchor, members }: Group, material: Material, understood: number): Theme {
  const sentences = members.map((i) => material.sentences[i] as Sentence);
  const size = reviewsIn(members, material).size;
  const count = (label: string) => sentences.filter((sentence) => sentence.sentiment.label === label).length;
  const score = sentences.reduce((sum, sentence) => sum + sentence.sentiment.score, 0) / sentences.length;
  return {
    id: "",
    subjectId: sentences[0]?.subjectId ?? "",
    ...nameTheme(anchor, members, commonest(sentences.map((sentence) => sentence.language)), material.index),
    size,
    share: size / Math.max(1, understood),
    positive: count("positive"),
    neutral: count("neutral"),
    negative: count("negative"),
    score: Math.round(score * 1000) / 1000,
    quotes: quotesOf(members, anchor, score, material),
  };
}

/** Typical sentences that say the theme's name and feel as most of the theme does. */
function quotesOf(members: readonly number[], anchor: Anchor, score: number, material: Material): Quote[] {
  const candidates = members.map((i) => {
    const sentence = material.sentences[i] as Sentence;
    const said = new Set(material.index.bySentence[i]);
    const says = said.has(anchor.lead.key) ? 0.25 : anchor.terms.some((term) => said.has(term.key)) ? 0.15 : 0;
    const agrees = 0.12 * sentence.sentiment.score * Math.sign(score);
    const typical = dot(material.vectors[i] as Float32Array, anchor.centre);
    return { sentence, text: material.texts[i] ?? "", weight: typical + says + agrees };
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

function reviewsIn(members: readonly number[], material: Material): Set<string> {
  return new Set(members.map((i) => material.sentences[i]?.reviewId ?? ""));
}

function commonest(values: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? "und";
}
