/** Scales: those that come with Earshot, and those that people wrote. */
import { Problem, type RatingSettings, SCALE_NAMES, SCALE_POINTS, type Scale } from "../../domain";
import { ANCHOR_LANGUAGES, type AnchorSet, builtInAnchors, isScaleName } from "./anchors";

/**
 * Centring, temperature and combination as chosen on development products by `npm run eval:survey`. Not through a product's own map: learnt on some forty
 * people it foretells the others worse than none (docs/quality.md). Plain SSR and the map can be chosen in every survey.
 */
export const DEFAULT_RATING: RatingSettings = {
  method: "combined",
  centred: false,
  epsilon: 0,
  temperature: 1,
  calibrated: false,
};

/** Known to tell products apart badly (arXiv 2510.08338). */
const WEAK: ReadonlySet<string> = new Set(["uniqueness"]);

/** @returns the scales that come with Earshot, in every language there is */
export function builtInScales(): Scale[] {
  return SCALE_NAMES.map((name) => ({
    id: name,
    version: 1,
    ...(WEAK.has(name) ? { weak: true } : {}),
    anchors: ANCHOR_LANGUAGES.map((language) => ({
      language,
      sets: builtInAnchors(name, language).map((set) => [...set]),
    })),
  }));
}

/**
 * @param language BCP 47; of `zh-TW` the statements of `zh` are taken where it has none of its own
 * @throws Problem survey_language when the scale has no statements in it
 */
export function anchorsFor(scale: Scale, language: string): readonly AnchorSet[] {
  const primary = language.toLowerCase().split(/[-_]/)[0];
  const found =
    scale.anchors.find((one) => one.language.toLowerCase() === language.toLowerCase()) ??
    scale.anchors.find((one) => one.language.toLowerCase().split(/[-_]/)[0] === primary);
  if (found && found.sets.length > 0) return found.sets;
  const has = scale.anchors.map((one) => one.language).join(", ");
  throw new Problem(
    "survey_language",
    `The scale "${scale.name ?? scale.id}" has no statements in "${language}"; it has ${has || "none at all"}.`,
    { name: language },
  );
}

/**
 * Reads a scale somebody wrote: a whole {@link Scale}, `{"sets": [[five], …]}`, the list of sets, or one set alone (then English).
 * @throws Problem scale_points, scale_empty, scale_twice (values: set and points), scale_name_missing, survey_language
 */
export function readScale(value: unknown): Scale {
  const given = isObject(value) ? value : {};
  const anchors = Array.isArray(given.anchors)
    ? given.anchors.map((one: unknown) => readLanguage(isObject(one) ? one : {}))
    : [{ language: languageOf(given.language ?? "en"), sets: readSets(isObject(value) ? value.sets : value) }];
  if (anchors.length === 0) readSets(undefined);
  const name = textOf(given.name);
  const basedOn = textOf(given.basedOn);
  const version = Number(given.version);
  return {
    id: textOf(given.id) || name || "own",
    ...(name ? { name } : {}),
    ...(isScaleName(basedOn) ? { basedOn } : {}),
    version: Number.isInteger(version) && version > 0 ? version : 1,
    anchors,
  };
}

function readLanguage(one: Record<string, unknown>): Scale["anchors"][number] {
  return { language: languageOf(one.language), sets: readSets(one.sets) };
}

function languageOf(value: unknown): string {
  const language = textOf(value);
  try {
    if (language) return Intl.getCanonicalLocales(language)[0] ?? language;
  } catch {
    // said below
  }
  throw new Problem("survey_language", `"${language}" is no language; give its code, such as en, zh or ru.`, {
    name: language,
  });
}

function readSets(value: unknown): string[][] {
  const listed = Array.isArray(value) ? value : [];
  const sets: unknown[] = listed.length > 0 && listed.every((one) => typeof one === "string") ? [listed] : listed;
  if (sets.length === 0) throw points(1, 0);
  return sets.map((set, i) => readSet(set, i + 1));
}

function readSet(set: unknown, place: number): string[] {
  if (!Array.isArray(set) || set.length !== SCALE_POINTS) throw points(place, Array.isArray(set) ? set.length : 0);
  const statements = set.map((one, i) => {
    const words = textOf(one);
    if (words) return words;
    const message = `Set ${place} has no words at point ${i + 1}. Write what somebody there would say.`;
    throw new Problem("scale_empty", message, { name: String(place), other: String(i + 1) });
  });
  for (const [i, words] of statements.entries()) {
    const first = statements.findIndex((other) => sameWords(other, words));
    if (first === i) continue;
    const both = `${first + 1} and ${i + 1}`;
    const message = `Set ${place} says the same at points ${both}. Word one differently.`;
    throw new Problem("scale_twice", message, { name: String(place), other: `${first + 1}, ${i + 1}` });
  }
  return statements;
}

function points(place: number, count: number): Problem {
  const shape =
    count === 0 ? ' A scale is {"sets":[["…","…","…","…","…"]]}: five a set, from the least to the most.' : "";
  const message = `Set ${place} has ${count} statements; a scale has ${SCALE_POINTS} points, so give it ${SCALE_POINTS}.${shape}`;
  return new Problem("scale_points", message, { name: String(place), other: String(count) });
}

/** Capitals, spaces and the last full stop make no difference. */
function sameWords(a: string, b: string): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/\s+/gu, " ")
      .replace(/[.。!！]+$/u, "");
  return plain(a) === plain(b);
}

function textOf(value: unknown): string {
  return typeof value === "string" ? value.trim() : "";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
