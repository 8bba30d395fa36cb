/**
 * Do personas speak for different people? Each persona is built from half of its reviewers; every reviewer kept away is a blind label:
 * retrieval alone (what they write, by meaning and by words) must tell which persona they belong to.
 */
import { stableId } from "../../lib/ask/identity";
import { primaryLanguage } from "../../lib/ask/language";
import type { Material } from "../../lib/ask/material";
import { makePersonas, prepareGround } from "../../lib/ask/persona/persona";
import { type Person, peopleAmong, type Survey, sentencesBy } from "../../lib/ask/persona/survey";
import { findSegments } from "../../lib/ask/segments";
import { dot, generalMean, unit } from "../../lib/ask/vectors";

/** A persona of fewer cannot be parted. */
const FEWEST = 6;

export interface Distinctness {
  personas: number;
  /** Reviewers kept away who were put to a persona they belong to; mean over personas. */
  accuracy: number;
  /** The same for a guess among all personas; above one in so many, since segments overlap. */
  chance: number;
  /** How much better than chance: 0 is chance, 1 always. */
  lift: number;
  /** Mean reality check and that of anybody's personas, over those that could be checked. */
  reality: number;
  anybody: number;
  checked: number;
}

/** @returns `lift` of `personaFigures`; NaN with fewer than two personas */
export function distinctness(subjectId: string, material: Material): number {
  return personaFigures(subjectId, material).lift;
}

/** @returns figures of one subject; NaN where there is nothing to compare */
export function personaFigures(subjectId: string, material: Material): Distinctness {
  const ground = prepareGround(material);
  const segments = findSegments({ subjectId, ...material });
  const personas = segments.flatMap((segment) => makePersonas(segment, ground, "2026-01-01T00:00:00Z"));
  const checks = personas.flatMap(({ check }) =>
    check?.score !== undefined && check.baseline !== undefined ? [check] : [],
  );
  const large = personas.filter(({ reviewers = 0 }) => reviewers >= FEWEST);
  const told = blindLabels(
    ground.survey,
    large.map(({ reviewIds }) => peopleAmong(ground.survey, reviewIds)),
  );
  return {
    personas: personas.length,
    ...told,
    reality: mean(checks.map(({ score = 0 }) => score)),
    anybody: mean(checks.map(({ baseline = 0 }) => baseline)),
    checked: checks.length,
  };
}

function blindLabels(survey: Survey, groups: readonly Person[][]): Pick<Distinctness, "accuracy" | "chance" | "lift"> {
  if (groups.length < 2) return { accuracy: Number.NaN, chance: Number.NaN, lift: Number.NaN };
  const everybody = profileOf(survey, survey.people);
  const held = groups.map((group) => ({
    built: profileOf(
      survey,
      group.filter(({ key }) => !keptAway(key)),
    ),
    away: group.filter(({ key }) => keptAway(key)),
    members: new Set(group.map(({ key }) => key)),
  }));
  const keys = held.map(({ built }) => apart(built, everybody));
  const rows = held
    .filter(({ away }) => away.length > 0)
    .map(({ away }) => {
      const right = away.map((person) => {
        const query = apart(profileOf(survey, [person]), everybody);
        const scores = keys.map((key) => likeness(query, key));
        const first = scores.indexOf(Math.max(...scores));
        const belongs = held.filter(({ members }) => members.has(person.key)).length;
        return { hit: Number(held[first]?.members.has(person.key) ?? false), chance: belongs / held.length };
      });
      return { accuracy: mean(right.map(({ hit }) => hit)), chance: mean(right.map(({ chance }) => chance)) };
    });
  const accuracy = mean(rows.map((row) => row.accuracy));
  const chance = mean(rows.map((row) => row.chance));
  return { accuracy, chance, lift: (accuracy - chance) / (1 - chance) };
}

/** By a hash of who it is, so the same in every persona: nobody a persona was built from is asked about. */
function keptAway(key: string): boolean {
  return Number.parseInt(stableId("blind", key).slice(-2), 16) % 2 === 1;
}

interface Profile {
  meaning: Float32Array;
  /** Share of the people who use each stem. */
  words: ReadonlyMap<string, number>;
}

function profileOf(survey: Survey, people: readonly Person[]): Profile {
  const sentences = sentencesBy(survey, people);
  const meaning = new Float32Array(sentences[0]?.vector.length ?? 384);
  for (const { vector, language } of sentences) {
    const general = generalMean("statements", primaryLanguage(language));
    for (const [i, value] of unit(vector).entries())
      meaning[i] = (meaning[i] ?? 0) + (value - (general[i] ?? 0)) / Math.max(1, sentences.length);
  }
  const words = new Map<string, number>();
  for (const { key } of people)
    for (const stem of survey.words.byPerson.get(key)?.keys() ?? [])
      words.set(stem, (words.get(stem) ?? 0) + 1 / people.length);
  return { meaning, words };
}

function apart({ meaning, words }: Profile, from: Profile): Profile {
  return {
    meaning: unit(meaning.map((value, i) => value - (from.meaning[i] ?? 0))),
    words: new Map([...words].map(([stem, share]) => [stem, share - (from.words.get(stem) ?? 0)])),
  };
}

function likeness(a: Profile, b: Profile): number {
  const length = ({ words }: Profile) => Math.sqrt([...words.values()].reduce((sum, value) => sum + value * value, 0));
  const shared = [...a.words].reduce((sum, [stem, value]) => sum + value * (b.words.get(stem) ?? 0), 0);
  return dot(a.meaning, b.meaning) + shared / (length(a) * length(b) || 1);
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Prints one row per subject and their means. */
export function printPersonaFigures(rows: readonly { set: string; figures: Distinctness }[]): void {
  const cell = (value: number) => (Number.isNaN(value) ? "–" : value.toFixed(2)).padStart(9);
  console.log(
    `${"personas".padEnd(40)} ${["n", "accuracy", "chance", "lift", "reality", "anybody"].map((h) => h.padStart(9)).join("")}`,
  );
  for (const { set, figures } of rows) {
    const { personas, accuracy, chance, lift, reality, anybody } = figures;
    console.log(
      `${set.slice(-40).padEnd(40)} ${String(personas).padStart(9)}${[accuracy, chance, lift, reality, anybody].map(cell).join("")}`,
    );
  }
  const means = (["accuracy", "chance", "lift", "reality", "anybody"] as const).map((name) =>
    mean(rows.map(({ figures }) => figures[name]).filter((value) => !Number.isNaN(value))),
  );
  console.log(`${"mean".padEnd(49)} ${means.map(cell).join("")}`);
}
