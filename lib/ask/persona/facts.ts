/** Who they are, as far as the data itself says so. Age, sex and trade are never guessed, nor anything else. */
import type { PersonaFact } from "../../domain";
import { primaryLanguage } from "../language";
import { groupBy, type ReadReview } from "../material";
import type { Person, Survey } from "./survey";

/** Places named: one that a single person names is theirs alone. */
const PLACES = 2;
const LANGUAGES = 2;

/** @returns language, place, verified purchase, experience they tell of, mean stars and dates; only what is known of anybody */
export function factsOf(people: readonly Person[], { experience }: Pick<Survey, "experience">): PersonaFact[] {
  return [
    ...common("language", people, languageOf, LANGUAGES, 1),
    ...common("place", people, ({ location }) => location?.trim() || undefined, PLACES, 2),
    ...verifiedOf(people),
    ...experienceOf(people, experience),
    ...starsOf(people),
    ...datesOf(people),
  ];
}

function languageOf({ finding, language }: ReadReview): string | undefined {
  const known = primaryLanguage(finding?.language ?? language ?? "und");
  return known === "und" ? undefined : known;
}

/** The values most people share; each person counts once, with the first that is known of them. */
function common(
  kind: "language" | "place",
  people: readonly Person[],
  read: (review: ReadReview) => string | undefined,
  most: number,
  fewest: number,
): PersonaFact[] {
  const values = people.flatMap(({ reviews }) => reviews.map(read).find((value) => value !== undefined) ?? []);
  const counted = [...groupBy(values, (value) => value)].map(([value, all]) => ({ value, count: all.length }));
  counted.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  const shown = counted.filter(({ count }) => count >= fewest).slice(0, most);
  return shown.map(({ value, count }) => ({ kind, value, count, of: values.length }));
}

function verifiedOf(people: readonly Person[]): PersonaFact[] {
  const known = people.filter(({ reviews }) => reviews.some(({ verified }) => verified !== undefined));
  const count = known.filter(({ reviews }) => reviews.some(({ verified }) => verified)).length;
  return count === 0 ? [] : [{ kind: "verified", value: "yes", count, of: known.length }];
}

/** What at least two say of themselves; nobody is asked, so it is out of all of them. */
function experienceOf(people: readonly Person[], experience: Survey["experience"]): PersonaFact[] {
  const levels = experience.map(({ level, reviewIds }) => ({
    level,
    count: people.filter(({ reviews }) => reviews.some(({ id }) => reviewIds.has(id))).length,
  }));
  const shown = levels
    .filter(({ count }) => count > 1)
    .sort((a, b) => b.count - a.count || (a.level < b.level ? -1 : 1));
  return shown.map(({ level, count }) => ({ kind: "experience", value: level, count, of: people.length }));
}

function starsOf(people: readonly Person[]): PersonaFact[] {
  const given = people.flatMap((person) => meanStars(person.reviews) ?? []);
  if (given.length === 0) return [];
  const mean = given.reduce((sum, stars) => sum + stars, 0) / given.length;
  return [{ kind: "stars", value: mean.toFixed(1), count: given.length, of: people.length }];
}

/** @returns mean of the stars given, of five; undefined when none were (no star at all on a scale of five is none given) */
export function meanStars(reviews: readonly ReadReview[]): number | undefined {
  const given = reviews.flatMap(({ rating, ratingScale = 5 }) => {
    return rating === undefined || (rating <= 0 && ratingScale <= 5) ? [] : [(rating / (ratingScale || 5)) * 5];
  });
  return given.length === 0 ? undefined : given.reduce((sum, stars) => sum + stars, 0) / given.length;
}

/** By month, where at least the month is known. */
function datesOf(people: readonly Person[]): PersonaFact[] {
  const months = people.map(({ reviews }) => reviews.flatMap(({ date }) => date?.match(/^\d{4}-\d{2}/u)?.[0] ?? []));
  const known = months.filter((own) => own.length > 0);
  const ordered = known.flat().sort();
  const [first] = ordered;
  const last = ordered.at(-1);
  if (first === undefined || last === undefined) return [];
  return [{ kind: "dates", value: `${first}/${last}`, count: known.length, of: people.length }];
}
