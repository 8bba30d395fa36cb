/** How well words foretell stars, for the subject in view and over the library: reads whole reviews, and remembers what came of it. */
import {
  FEWEST_PEOPLE,
  type FidelityOptions,
  fidelityOf,
  libraryFidelity,
  type RatedPerson,
  type RatedProduct,
  sharesOf,
  starsOf,
} from "../../lib/ask/fidelity";
import { primaryLanguage } from "../../lib/ask/language";
import { countingReviews, countReviewers, groupBy, type ReadReview } from "../../lib/ask/material";
import type { AnchorVectors } from "../../lib/ask/ssr/rating";
import { anchorsFor, builtInScales } from "../../lib/ask/ssr/scales";
import { ratedPeople, starredReviews, wholeText } from "../../lib/ask/survey";
import { generalMean } from "../../lib/ask/vectors";
import type { Fidelity, LibraryFidelity, RatingSettings, Scale } from "../../lib/domain";
import type { EarshotDatabase } from "../../lib/store/db";
import type { SubjectEvidence } from "./subject-evidence";
import type { TextVectors } from "./text-vectors";

export interface FidelityParts {
  db: EarshotDatabase;
  evidence: SubjectEvidence;
  vectors: TextVectors;
}

/** Reviews read of each subject of the library: each takes the encoder a twentieth of a second the first time. */
const MOST_OF_LIBRARY = 100;
/** The lot by which people are held in and kept away, where no survey brings its own. */
const SEED = 1;

export interface FidelityWanted {
  subjectId: string;
  rating: RatingSettings;
  seed?: number;
  signal: AbortSignal;
  /** Reviewer → 1–5, where a language model was asked for numbers. */
  engineNumbers?: ReadonlyMap<string, number>;
}

/** Reviews with stars and words, and the vectors to rate them by. */
export interface RatedReviews {
  people: RatedPerson[];
  anchors: AnchorVectors[];
  means: ReadonlyMap<string, Float32Array>;
  /** Of each person, in the order of `people`. */
  reviews: ReadReview[];
}

/**
 * @returns `checked: false` with its reason where there are too few reviewers with stars
 * @throws what the encoder throws, and the signal's reason
 */
export async function checkFidelity(parts: FidelityParts, wanted: FidelityWanted): Promise<Fidelity> {
  const { subjectId, rating, seed = SEED, signal, engineNumbers } = wanted;
  const { people, anchors, means } = await ratedReviews(parts, subjectId, seed, signal);
  const category = await categoryOf(parts.db, subjectId);
  const options: FidelityOptions = {
    seed,
    means,
    ...(category ? { category } : {}),
    ...(engineNumbers && engineNumbers.size > 0 ? { engineNumbers } : {}),
  };
  return fidelityOf(people, anchors, rating, options);
}

/** @returns the same over every subject with stars @throws what the encoder throws, and the signal's reason */
export async function checkLibrary(
  parts: FidelityParts,
  rating: RatingSettings,
  signal: AbortSignal,
): Promise<LibraryFidelity> {
  const reviews = groupBy(await parts.db.reviews.toArray(), ({ subjectId }) => subjectId);
  const products: RatedProduct[] = [];
  for (const [id, own] of reviews) {
    const drawn = starredReviews({ reviews: own }, SEED).slice(0, MOST_OF_LIBRARY);
    const enough = countReviewers(drawn) >= FEWEST_PEOPLE; // the others are only counted, so nothing of them is read
    products.push({ id, people: enough ? await peopleOf(parts, id, drawn, signal) : [] });
  }
  const language = commonest(products.flatMap(({ people }) => people));
  const anchors = await satisfactionAnchors(parts, language, signal);
  const languages = products.flatMap(({ people }) => people.map(({ text }) => text.language));
  const means = new Map([...new Set(languages)].map((one) => [one, generalMean("statements", one)]));
  return libraryFidelity(products, anchors, rating, { seed: SEED, means });
}

/** @returns reviews with stars of a subject, by lot where there are very many @throws what the encoder throws, and the signal's reason */
export async function ratedReviews(
  parts: FidelityParts,
  subjectId: string,
  seed: number,
  signal: AbortSignal,
): Promise<RatedReviews> {
  const { index, ...evidence } = await parts.evidence.of(subjectId);
  const reviews = starredReviews(evidence, seed);
  if (reviews.length === 0) return { people: [], anchors: [], means: index.means, reviews };
  const people = await peopleOf(parts, subjectId, reviews, signal);
  const anchors = await satisfactionAnchors(parts, commonest(people), signal);
  return { people, anchors, means: index.means, reviews };
}

async function peopleOf(
  { vectors }: FidelityParts,
  subjectId: string,
  reviews: readonly ReadReview[],
  signal: AbortSignal,
): Promise<RatedPerson[]> {
  return ratedPeople(reviews, await vectors.ofReviews(subjectId, reviews.map(wholeText), signal));
}

/** One language for all, so that people are held against the same statements. */
function commonest(people: readonly RatedPerson[]): string {
  const groups = [...groupBy(people, ({ text }) => text.language)];
  groups.sort(([a, m], [b, n]) => n.length - m.length || (a < b ? -1 : 1));
  return groups[0]?.[0] ?? "en";
}

/** Statements of satisfaction: stars measure that, and nothing else. English where there are none in the language. */
async function satisfactionAnchors(
  { vectors }: FidelityParts,
  language: string,
  signal: AbortSignal,
): Promise<AnchorVectors[]> {
  const scale = builtInScales().find(({ id }) => id === "satisfaction") as Scale;
  const spoken = scale.anchors.some((one) => primaryLanguage(one.language) === language) ? language : "en";
  const sets = anchorsFor(scale, spoken);
  const made = await vectors.of(sets.flat(), signal);
  return sets.map((set) => set.map((statement) => made.get(statement) ?? new Float32Array()));
}

/** @returns mean shares of stars of the other subjects: what is foretold without reading a word; undefined without others */
async function categoryOf(db: EarshotDatabase, subjectId: string): Promise<number[] | undefined> {
  const others = await db.reviews.where("subjectId").notEqual(subjectId).toArray();
  const shares = [...groupBy(others, (review) => review.subjectId).values()].flatMap((reviews) => {
    const stars = countingReviews(reviews).flatMap((review) => starsOf(review) ?? []);
    return stars.length > 0 ? [sharesOf(stars)] : [];
  });
  if (shares.length === 0) return undefined;
  return Array.from({ length: 5 }, (_, r) => shares.reduce((sum, one) => sum + (one[r] ?? 0), 0) / shares.length);
}
