import type { Theme } from "../domain";

/** A theme of the first level with its parts. */
export interface ThemeNode {
  theme: Theme;
  parts: readonly Theme[];
}

/**
 * @param themes of both levels in any order
 * @returns the first level in the order given, the named rest last; a part whose theme is missing stands on its own
 */
export function themeTree(themes: readonly Theme[]): ThemeNode[] {
  const first = new Set(themes.filter(({ parentId }) => parentId === undefined).map(({ id }) => id));
  const parts = new Map<string, Theme[]>();
  const level: Theme[] = [];
  for (const theme of themes) {
    if (theme.parentId === undefined || !first.has(theme.parentId)) {
      level.push(theme);
      continue;
    }
    const siblings = parts.get(theme.parentId);
    if (siblings) siblings.push(theme);
    else parts.set(theme.parentId, [theme]);
  }
  level.sort((a, b) => Number(a.rest ?? false) - Number(b.rest ?? false));
  return level.map((theme) => ({ theme, parts: parts.get(theme.id) ?? [] }));
}

/** Share of the reviews of a month (0–1). */
export interface TrendStep {
  month: string;
  share: number;
}

/** @returns the share by month, oldest first; empty when there are fewer than two months with reviews */
export function trendOf({ trend = [] }: Pick<Theme, "trend">): TrendStep[] {
  const steps = trend.filter(({ of }) => of > 0).map(({ month, size, of }) => ({ month, share: size / of }));
  return steps.length < 2 ? [] : steps;
}
