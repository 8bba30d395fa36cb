import type { Quote } from "./review";

/** Something several reviewers talk about. */
export interface Theme {
  id: string;
  subjectId: string;
  label: string;
  keywords: string[];
  /** Reviews that touch it, and their share of all understood reviews (0–1). */
  size: number;
  share: number;
  positive: number;
  neutral: number;
  negative: number;
  /** Mean sentence score, −1..1. */
  score: number;
  quotes: Quote[];
  /** The theme this one is a part of; themes of the first level have none. */
  parentId?: string;
  /** What is said about nothing in particular: the named rest. At most one a subject. */
  rest?: true;
  /** What is said about the whole ("Love it"), about no single matter. At most one a subject. */
  general?: true;
  /** Kept, renamed, merged or split by hand. */
  pinned?: true;
  /** Its name as made, while a person gave it another. */
  madeLabel?: string;
  /** Mean stars (1–5) of reviews that touch it minus those of all others; absent with fewer than five rated reviews on a side. */
  starImpact?: number;
  /** Share of reviews that touch it by month, oldest first; absent without dates over at least two months. */
  trend?: ThemePoint[];
}

export interface ThemePoint {
  /** `2024-03` */
  month: string;
  /** Reviews of that month that touch the theme, and all of that month. */
  size: number;
  of: number;
}

/**
 * What a person changed about the themes of a subject. Edits are kept in order and applied again whenever themes are made anew; taking back
 * the last one restores what was before.
 */
export type ThemeEdit =
  | { kind: "rename"; themeId: string; label: string }
  | { kind: "merge"; themeId: string; into: string }
  /** Into its parts: each becomes a theme of its own. */
  | { kind: "split"; themeId: string }
  | { kind: "pin"; themeId: string; pinned: boolean }
  /** One sentence belongs elsewhere. */
  | { kind: "move"; sentenceId: string; themeId: string };
