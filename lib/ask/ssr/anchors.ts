/**
 * Anchor statements: for each point of a scale a sentence that somebody at that point would say. Every scale has several sets in other
 * words, since wording moves the result more than anything else (arXiv 2510.08338). Ours, in English, Chinese and Russian.
 */
import { SCALE_NAMES, type ScaleName } from "../../domain";
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
