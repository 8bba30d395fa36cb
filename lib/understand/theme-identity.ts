/** Keeps a theme's id and name when new reviews arrive, so that what a person looks at does not change under their hands. */
import type { Sentence, Theme } from "../domain";

/** Share of the smaller theme's sentences that must be common. */
const SAME = 0.5;

/**
 * @param themes new themes without ids
 * @param members sentences of each, carrying the `themeId` of the last run
 * @param previous themes of the last run
 * @returns the themes with ids: kept where most sentences stayed together, else made from subject and name
 */
export function keepIdentities(
  themes: readonly Theme[],
  members: readonly Sentence[][],
  previous: readonly Theme[],
): Theme[] {
  const heir = matchThemes(members, previous);
  const used = new Set([...heir.values()].map((theme) => theme.id));
  return themes.map((theme, i) => {
    const before = heir.get(i);
    if (!before) return { ...theme, id: freshId(theme, used) };
    const old = before.label.toLowerCase();
    const named = theme.keywords.includes(old) || old.includes(theme.label.toLowerCase());
    return { ...theme, id: before.id, label: named ? before.label : theme.label };
  });
}

function matchThemes(members: readonly Sentence[][], previous: readonly Theme[]): Map<number, Theme> {
  const sizes = new Map<string, number>();
  for (const { themeId } of members.flat()) if (themeId) sizes.set(themeId, (sizes.get(themeId) ?? 0) + 1);
  const pairs = previous.flatMap((theme) =>
    members.flatMap((own, i) => {
      const common = own.filter((sentence) => sentence.themeId === theme.id).length;
      const old = own.filter((sentence) => sentence.themeId).length;
      const overlap = common / Math.max(1, Math.min(sizes.get(theme.id) ?? 0, old));
      return common > 0 && overlap >= SAME ? [{ theme, i, common }] : [];
    }),
  );
  const heirs = new Map<number, Theme>();
  const given = new Set<string>();
  for (const { theme, i, common } of pairs.sort((a, b) => b.common - a.common || a.i - b.i)) {
    if (common === 0 || heirs.has(i) || given.has(theme.id)) continue;
    heirs.set(i, theme);
    given.add(theme.id);
  }
  return heirs;
}

function freshId(theme: Theme, used: Set<string>): string {
  for (let attempt = 0; ; attempt++) {
    const id = `theme-${hash(`${theme.subjectId}\n${theme.label.toLowerCase()}\n${attempt}`)}`;
    if (used.has(id)) continue;
    used.add(id);
    return id;
  }
}

/** FNV-1a, 32 bits twice: short, and the same everywhere. */
function hash(text: string): string {
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(i), 0x811c9dc5) ^ (a >>> 13);
  }
  return (a >>> 0).toString(36) + (b >>> 0).toString(36);
}
