/** A scale while it is being written: statements may still be empty, which no scale that is kept has. */
import { SCALE_POINTS, type Scale } from "../../../lib/domain";
import { type DraftProblem, fieldId } from "../draft-problems";

export type ScaleDraft = Scale & { name: string };

const EMPTY_SET: readonly string[] = Array.from({ length: SCALE_POINTS }, () => "");

/** @param language of its first statements */
export function blankScale(language: string): ScaleDraft {
  return { id: crypto.randomUUID(), name: "", version: 0, anchors: [{ language, sets: [[...EMPTY_SET]] }] };
}

/** @param name of the copy; a scale of one's own is changed itself, and keeps its id */
export function scaleDraftOf(scale: Scale, name: string, own: boolean): ScaleDraft {
  const anchors = scale.anchors.map(({ language, sets }) => ({ language, sets: sets.map((set) => [...set]) }));
  if (own) return { ...scale, name, anchors };
  const { weak: _, updated: __, ...rest } = scale;
  return { ...rest, id: crypto.randomUUID(), name, version: 0, anchors };
}

/** @returns with a set more in this language, which is added where there is none in it */
export function addSet(scale: ScaleDraft, language: string): ScaleDraft {
  const known = scale.anchors.some((one) => one.language === language);
  const anchors = known ? scale.anchors : [...scale.anchors, { language, sets: [] }];
  return {
    ...scale,
    anchors: anchors.map((one) => (one.language === language ? { ...one, sets: [...one.sets, [...EMPTY_SET]] } : one)),
  };
}

export function removeSet(scale: ScaleDraft, language: string, place: number): ScaleDraft {
  return withSets(scale, language, (sets) => sets.toSpliced(place, 1));
}

export function setStatement(
  scale: ScaleDraft,
  { language, set, point }: { language: string; set: number; point: number },
  words: string,
): ScaleDraft {
  return withSets(scale, language, (sets) => sets.map((one, i) => (i === set ? one.with(point, words) : one)));
}

function withSets(scale: ScaleDraft, language: string, change: (sets: string[][]) => string[][]): ScaleDraft {
  const anchors = scale.anchors.map((one) => (one.language === language ? { ...one, sets: change(one.sets) } : one));
  return { ...scale, anchors };
}

/** @returns as it can be kept: without sets and languages in which nothing was written, and without spaces around */
export function scaleOf(scale: ScaleDraft): Scale {
  const anchors = scale.anchors
    .map(({ language, sets }) => ({
      language,
      sets: sets.map((set) => set.map((words) => words.trim())).filter((set) => set.some((words) => words !== "")),
    }))
    .filter(({ sets }) => sets.length > 0);
  return { ...scale, name: scale.name.trim(), anchors };
}

export function anchorField(language: string, set: number, point: number): string {
  return fieldId("anchor", `${language}-${set}-${point}`);
}

/** @returns what is to be mended before it can be kept */
export function scaleProblems(scale: ScaleDraft): DraftProblem[] {
  const problems: DraftProblem[] = [];
  if (scale.name.trim() === "") problems.push({ field: fieldId("scale-name"), code: "scale_name_missing" });
  if (scaleOf(scale).anchors.length === 0)
    problems.push({ field: fieldId("scale-sets"), code: "scale_points", values: { name: "1", other: "0" } });
  for (const { language, sets } of scale.anchors)
    for (const [place, set] of sets.entries()) problems.push(...setProblems(language, set, place));
  return problems;
}

function setProblems(language: string, set: readonly string[], place: number): DraftProblem[] {
  const words = set.map((one) => one.trim().toLowerCase());
  if (words.every((one) => one === "")) return [];
  const name = String(place + 1);
  return words.flatMap((one, point): DraftProblem[] => {
    const field = anchorField(language, place, point);
    if (one === "") return [{ field, code: "scale_empty", values: { name, other: String(point + 1) } }];
    const first = words.indexOf(one);
    return first < point ? [{ field, code: "scale_twice", values: { name, other: `${first + 1}, ${point + 1}` } }] : [];
  });
}

/** @returns the canonical tag; undefined when it is no language */
export function languageTag(written: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(written.trim())[0];
  } catch {
    return undefined;
  }
}
