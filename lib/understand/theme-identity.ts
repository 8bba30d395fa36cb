/** Keeps a theme's id when new reviews arrive, so that what a person looks at does not change under their hands. */

/** Share of the smaller group's known sentences that must be common. */
const SAME = 0.5;

/**
 * Gives each group the id that most of its sentences had, where most of them stayed together.
 * @param before for each group, the ids its sentences had in the last making; undefined for new sentences
 * @param sizes number of sentences each id had
 * @param taken ids that are in use; ids that are given are added
 * @returns the id each group inherits; undefined for a group that is new
 */
export function inheritIds(
  before: readonly (readonly (string | undefined)[])[],
  sizes: ReadonlyMap<string, number>,
  taken: Set<string>,
): (string | undefined)[] {
  const pairs = before.flatMap((own, group) => {
    const counts = new Map<string, number>();
    let known = 0;
    for (const id of own) {
      if (id === undefined) continue;
      known++;
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return [...counts].flatMap(([id, common]) =>
      common / Math.max(1, Math.min(sizes.get(id) ?? 0, known)) >= SAME ? [{ id, group, common }] : [],
    );
  });
  const heirs: (string | undefined)[] = before.map(() => undefined);
  for (const { id, group, common } of pairs.sort((a, b) => b.common - a.common || a.group - b.group)) {
    if (common === 0 || heirs[group] !== undefined || taken.has(id)) continue;
    heirs[group] = id;
    taken.add(id);
  }
  return heirs;
}

/** @returns an id made of subject and name, not taken yet; it is added */
export function freshId(subjectId: string, name: string, taken: Set<string>): string {
  for (let attempt = 0; ; attempt++) {
    const id = `theme-${hash(`${subjectId}\n${name.toLowerCase()}\n${attempt}`)}`;
    if (taken.has(id)) continue;
    taken.add(id);
    return id;
  }
}

/** Ids of the two themes that every subject may have: they stay the same however they are named. */
export function fixedId(subjectId: string, kind: "general" | "rest"): string {
  return `theme-${kind}-${hash(subjectId)}`;
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
