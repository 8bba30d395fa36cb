/**
 * Anchor statements: for each point of a scale a sentence that somebody at that point would say. Every scale has several sets in other
 * words, since wording moves the result more than anything else (arXiv 2510.08338). Ours, in English, Chinese and Russian.
 */
import { SCALE_POINTS as POINTS, SCALE_NAMES, type ScaleName } from "../../domain";
import en from "./anchors/en.json";
import ru from "./anchors/ru.json";
import zh from "./anchors/zh.json";

/** One statement per point, from the least to the most. */
export type AnchorSet = readonly string[];

export const ANCHOR_LANGUAGES = ["en", "zh", "ru"] as const;
export type AnchorLanguage = (typeof ANCHOR_LANGUAGES)[number];

const BUILT_IN: Readonly<Record<AnchorLanguage, Readonly<Record<ScaleName, readonly AnchorSet[]>>>> = { en, zh, ru };

/** @returns whether a scale of this name comes with Earshot */
export function isScaleName(name: string): name is ScaleName {
  return SCALE_NAMES.some((known) => known === name);
}

/** @returns the sets of a scale in a language, three to five of them */
export function builtInAnchors(scale: ScaleName, language: AnchorLanguage): readonly AnchorSet[] {
  return BUILT_IN[language][scale];
}

/**
 * Reads sets somebody wrote: `{"sets": [[five statements], …]}`, the list of sets alone, or one set alone.
 * @throws Error in a sentence that names the set and the point: not text, not five, empty, or twice in a set
 */
export function readAnchorSets(value: unknown): AnchorSet[] {
  const listed = typeof value === "object" && value !== null && "sets" in value ? value.sets : value;
  if (!Array.isArray(listed) || listed.length === 0)
    throw new Error('A scale is {"sets":[["…","…","…","…","…"]]}: five statements a set, from the least to the most.');
  const sets: unknown[] = listed.every((one) => typeof one === "string") ? [listed] : listed;
  return sets.map((set, i) => readSet(set, i + 1));
}

function readSet(set: unknown, place: number): AnchorSet {
  if (!Array.isArray(set))
    throw new Error(`Set ${place} is no list. Give each set five statements in square brackets.`);
  if (set.length !== POINTS)
    throw new Error(`Set ${place} has ${set.length} statements; a scale has ${POINTS} points, so give it ${POINTS}.`);
  const statements = set.map((one, i) => {
    const statement = typeof one === "string" ? one.trim() : "";
    if (!statement)
      throw new Error(`Set ${place} has no words at point ${i + 1}. Write what somebody there would say.`);
    return statement;
  });
  for (const [i, statement] of statements.entries()) {
    const first = statements.findIndex((other) => other.toLowerCase() === statement.toLowerCase());
    if (first < i)
      throw new Error(`Set ${place} says the same at points ${first + 1} and ${i + 1}. Word one differently.`);
  }
  return statements;
}
