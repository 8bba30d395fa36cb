/**
 * What a person changed about the themes, applied to themes as they were made. Edits name themes by id; one whose theme is gone does
 * nothing. The same edits on the same themes give the same result, so taking back the last edit is leaving it out.
 */
import type { ThemeEdit } from "../domain";

/** A theme before its figures: what edits can change. */
export interface PlannedTheme {
  id: string;
  parentId?: string;
  /** By hand. */
  label?: string;
  pinned?: true;
  kind: "matter" | "general" | "rest";
  /** Themes whose sentences it took over, by merging. */
  holds?: string[];
}

/** Where a sentence belongs: a theme of the first level, and one of its parts. */
export interface Home {
  themeId: string;
  subthemeId?: string;
}

export interface ThemePlan {
  themes: PlannedTheme[];
  /** By sentence id. */
  homes: Map<string, Home>;
}

/** Longer names are cut: a panel shows one line. */
export const LONGEST_LABEL = 80;

/** Applies edits in order to a copy of the plan. */
export function editThemes(plan: ThemePlan, edits: readonly ThemeEdit[]): ThemePlan {
  let edited: ThemePlan = { themes: plan.themes.map((theme) => ({ ...theme })), homes: new Map(plan.homes) };
  for (const edit of edits) edited = applyEdit(edited, edit);
  return edited;
}

/**
 * Themes that edits speak of: they are held when themes are made again, so that an edit never loses what it was about.
 * A theme that was only pinned and then let go is free again.
 */
export function touchedThemes(edits: readonly ThemeEdit[]): Set<string> {
  const pinned = new Map<string, boolean>();
  const touched = new Set<string>();
  for (const edit of edits) {
    if (edit.kind === "pin") pinned.set(edit.themeId, edit.pinned);
    else touched.add(edit.themeId);
    if (edit.kind === "merge") touched.add(edit.into);
  }
  for (const [id, is] of pinned) if (is) touched.add(id);
  return touched;
}

function applyEdit(plan: ThemePlan, edit: ThemeEdit): ThemePlan {
  const theme = plan.themes.find(({ id }) => id === edit.themeId);
  if (!theme) return plan;
  switch (edit.kind) {
    case "rename":
      return rename(plan, theme, edit.label);
    case "merge":
      return merge(plan, theme, edit.into);
    case "split":
      return split(plan, theme);
    case "pin":
      return changed(plan, { ...theme, pinned: edit.pinned ? true : undefined });
    case "move":
      return move(plan, edit.sentenceId, theme);
  }
}

function rename(plan: ThemePlan, theme: PlannedTheme, wanted: string): ThemePlan {
  const label = wanted.trim().replace(/\s+/gu, " ").slice(0, LONGEST_LABEL);
  return label ? changed(plan, { ...theme, label, pinned: true }) : plan;
}

/** All sentences of one theme become the other's. Parts go along, unless they would stand below a part. */
function merge(plan: ThemePlan, from: PlannedTheme, into: string): ThemePlan {
  const target = plan.themes.find(({ id }) => id === into);
  if (!target || target.id === from.id) return plan;
  const parts = plan.themes.filter(({ parentId }) => parentId === from.id);
  // A theme cannot go into its own part: the part would be the whole.
  if (target.parentId === from.id) return plan;
  const keepsParts = target.parentId === undefined;
  const homes = mapHomes(plan.homes, (home) => {
    const isFrom = from.parentId === undefined ? home.themeId === from.id : home.subthemeId === from.id;
    if (!isFrom) return home;
    const part = from.parentId === undefined && keepsParts ? home.subthemeId : undefined;
    return homeIn(target, part);
  });
  const themes = plan.themes.flatMap((theme): PlannedTheme[] => {
    if (theme.id === from.id) return [];
    if (theme.id === target.id)
      return [{ ...theme, pinned: true, holds: [...(theme.holds ?? []), from.id, ...(from.holds ?? [])] }];
    if (!parts.includes(theme)) return [theme];
    return keepsParts ? [{ ...theme, parentId: target.id }] : [];
  });
  return { themes, homes };
}

/** Each part becomes a theme of its own; sentences that are in no part stay behind under the old name. */
function split(plan: ThemePlan, theme: PlannedTheme): ThemePlan {
  const parts = new Set(plan.themes.filter(({ parentId }) => parentId === theme.id).map(({ id }) => id));
  if (parts.size === 0) return plan;
  const homes = mapHomes(plan.homes, (home) =>
    home.themeId === theme.id && home.subthemeId !== undefined && parts.has(home.subthemeId)
      ? { themeId: home.subthemeId }
      : home,
  );
  const left = [...homes.values()].some(({ themeId }) => themeId === theme.id);
  const themes = plan.themes.flatMap((one): PlannedTheme[] => {
    if (one.id === theme.id) return left ? [{ ...one, pinned: true }] : [];
    if (!parts.has(one.id)) return [one];
    const { parentId: _, ...rest } = one;
    return [{ ...rest, pinned: true }];
  });
  return { themes, homes };
}

function move(plan: ThemePlan, sentenceId: string, theme: PlannedTheme): ThemePlan {
  if (!plan.homes.has(sentenceId)) return plan;
  const homes = new Map(plan.homes).set(sentenceId, homeIn(theme));
  return { ...plan, homes };
}

function homeIn(theme: PlannedTheme, part?: string): Home {
  if (theme.parentId !== undefined) return { themeId: theme.parentId, subthemeId: theme.id };
  return part === undefined ? { themeId: theme.id } : { themeId: theme.id, subthemeId: part };
}

function changed(plan: ThemePlan, theme: PlannedTheme): ThemePlan {
  return { ...plan, themes: plan.themes.map((one) => (one.id === theme.id ? theme : one)) };
}

function mapHomes(homes: ReadonlyMap<string, Home>, change: (home: Home) => Home): Map<string, Home> {
  return new Map([...homes].map(([id, home]) => [id, change(home)]));
}
