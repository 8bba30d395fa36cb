/** Two levels of groups over the sentences of a collection: new ones are found, held ones are kept, each knows what it was before. */
import type { Sentence, ThemeEdit } from "../domain";
import { chooseAnchors, holdAnchor } from "./anchors";
import { touchedThemes } from "./theme-edits";
import { blend, wordWeights } from "./theme-features";
import { houseSentences, looseAnchor, type Top } from "./theme-homes";
import { fixedId, inheritIds } from "./theme-identity";
import type { Material } from "./theme-material";
import { findParts, holdPart, joinParts, type Part } from "./theme-parts";

/** A theme of the first level with its parts. `id` is absent for what was not there before. */
export interface Level extends Top {
  parts: Part[];
}

/** With ids and names. */
export interface NamedLevel extends Level {
  id: string;
  label: string;
  parts: NamedPart[];
}
export type NamedPart = Part & { id: string; label: string };

export interface LevelRules {
  edits: readonly ThemeEdit[];
  /** Every theme that was found before is held, not only those that edits speak of. */
  keep: boolean;
}

/** Themes of the first level at most, without the whole and the rest: what a panel can show. */
const MOST_THEMES = 18;
/** Reviews that must touch a part. */
const PART_REVIEWS = 2;

/** @returns themes on which at least two reviews touch (one, when there are fewer than four reviews), and those that are held */
export function findLevels(material: Material, rules: LevelRules): Level[] {
  const everyone = material.reviews.size;
  const wanted = everyone < 4 ? 1 : Math.max(2, Math.ceil(everyone * 0.006));
  const most = rules.keep ? 0 : Math.min(MOST_THEMES, Math.round(2 + 1.3 * Math.sqrt(everyone)));
  const held = heldTops(material, rules);
  const matters = held.filter(({ kind }) => kind === "matter");
  const anchors = chooseAnchors(
    material.index,
    material.vectors,
    material.sentences.map((sentence) => sentence.reviewId),
    { wanted, most, held: matters.map(({ anchor }) => anchor) },
  );
  const fresh = anchors.slice(matters.length).map((anchor): Top => ({ anchor, members: [], kind: "matter" }));
  const tops = houseSentences(material, [...held, ...fresh], wanted, most);
  return identify(partedTops(tops, material, rules), material);
}

/** The themes that stay, with the sentences they had. */
function heldTops(material: Material, { edits, keep }: LevelRules): Top[] {
  const touched = touchedThemes(edits);
  const members = new Map<string, number[]>();
  const holding = new Set<string>();
  for (const [i, { found }] of material.sentences.entries()) {
    if (!found) continue;
    const own = members.get(found.themeId);
    if (own) own.push(i);
    else members.set(found.themeId, [i]);
    if (keep || touched.has(found.themeId) || (found.subthemeId !== undefined && touched.has(found.subthemeId)))
      holding.add(found.themeId);
  }
  const before = new Set([...members.values()].flat());
  const subjectId = material.sentences[0]?.subjectId ?? "";
  return [...holding].map((id): Top => {
    const own = members.get(id) ?? [];
    const kind =
      id === fixedId(subjectId, "rest") ? "rest" : id === fixedId(subjectId, "general") ? "general" : "matter";
    const anchor =
      kind === "matter"
        ? holdAnchor(new Set(own), before, material.index, material.vectors)
        : looseAnchor(own, material);
    return { id, anchor, members: own, kind };
  });
}

function partedTops(tops: readonly Top[], material: Material, { edits, keep }: LevelRules): Level[] {
  const blendOf = blender(material);
  const divided = new Set(edits.flatMap((edit) => (edit.kind === "split" ? [edit.themeId] : [])));
  const reviewOf = (i: number) => material.sentences[i]?.reviewId ?? "";
  return tops.map((top): Level => {
    if (top.kind === "rest") return { ...top, parts: [] };
    const undivided = top.id !== undefined && divided.has(top.id);
    if (top.id === undefined) {
      return { ...top, parts: findParts(top.members, blendOf, reviewOf, { wanted: PART_REVIEWS, undivided }) };
    }
    return { ...top, parts: heldParts(top, material.sentences, blendOf, undivided && !keep) };
  });
}

/** Parts as they were; new sentences join the part they are like. */
function heldParts(
  top: Top,
  sentences: readonly Sentence[],
  blendOf: (i: number) => Float32Array,
  undivided: boolean,
): Part[] {
  const members = new Map<string, number[]>();
  const others: number[] = [];
  for (const i of top.members) {
    const found = sentences[i]?.found;
    const id = found?.themeId === top.id ? found?.subthemeId : undefined;
    const own = id === undefined ? others : members.get(id);
    if (own) own.push(i);
    else if (id !== undefined) members.set(id, [i]);
  }
  const parts = [...members].map(([id, own]) => holdPart(id, own, blendOf));
  joinParts(parts, undivided ? others : others.filter((i) => !sentences[i]?.found), blendOf, undivided);
  return parts;
}

/** Blends are made once each, when they are asked for. */
function blender(material: Material): (i: number) => Float32Array {
  const weights = wordWeights(material.index, material.sentences.length);
  const made = new Map<number, Float32Array>();
  return (i) => {
    const known = made.get(i);
    if (known) return known;
    const fresh = blend(material.vectors[i] as Float32Array, material.index.bySentence[i] ?? [], weights);
    made.set(i, fresh);
    return fresh;
  };
}

/** Groups that are mostly what an earlier theme was take its id. */
function identify(levels: Level[], { sentences }: Material): Level[] {
  const tops = new Map<string, number>();
  const parts = new Map<string, number>();
  for (const { found } of sentences) {
    if (!found) continue;
    tops.set(found.themeId, (tops.get(found.themeId) ?? 0) + 1);
    if (found.subthemeId !== undefined) parts.set(found.subthemeId, (parts.get(found.subthemeId) ?? 0) + 1);
  }
  const subjectId = sentences[0]?.subjectId ?? "";
  const taken = new Set(levels.flatMap(({ id }) => id ?? []));
  for (const kind of ["general", "rest"] as const) taken.add(fixedId(subjectId, kind));
  const was = (members: readonly number[]) => members.map((i) => sentences[i]?.found);
  const fresh = levels.filter(({ id }) => id === undefined);
  const heirs = inheritIds(
    fresh.map((level) => (level.kind === "matter" ? was(level.members).map((found) => found?.themeId) : [])),
    tops,
    taken,
  );
  for (const [k, level] of fresh.entries())
    level.id = level.kind === "matter" ? heirs[k] : fixedId(subjectId, level.kind);
  const takenParts = new Set([...taken, ...levels.flatMap((level) => level.parts.flatMap(({ id }) => id ?? []))]);
  const newParts = levels.flatMap((level) => level.parts.filter(({ id }) => id === undefined));
  const partHeirs = inheritIds(
    newParts.map((part) => was(part.members).map((found) => found?.subthemeId)),
    parts,
    takenParts,
  );
  for (const [k, part] of newParts.entries()) part.id = partHeirs[k];
  return levels;
}
