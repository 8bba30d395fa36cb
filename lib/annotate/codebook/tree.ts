/** The codebook as a tree: codes with their parts, in the order a person gave them. */
import type { Code } from "../../domain";

/** What the tree is made of; callers keep whatever else their codes hold. */
export type TreeCode = Pick<Code, "id" | "name"> & Partial<Pick<Code, "parentId" | "place">>;

/** A code with its depth, from 0. */
export interface PlacedCode<C> {
  code: C;
  depth: number;
}

/** @returns the parts of a code in order; of none: the codes at the top. A parent that is not there counts as none. */
export function partsOf<C extends TreeCode>(codes: readonly C[], parentId?: string): C[] {
  const ids = new Set(codes.map(({ id }) => id));
  const parent = (code: C) => (code.parentId !== undefined && ids.has(code.parentId) ? code.parentId : undefined);
  return codes.filter((code) => parent(code) === parentId).sort(inOrder);
}

/** Codes with a place before those without, which stand by name. */
function inOrder(a: TreeCode, b: TreeCode): number {
  const byPlace = (a.place ?? Number.POSITIVE_INFINITY) - (b.place ?? Number.POSITIVE_INFINITY);
  if (byPlace < 0 || byPlace > 0) return byPlace;
  return a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1);
}

/** @returns all codes, each followed by its parts. Codes that are parts of themselves, which no store holds, stand at the end. */
export function ordered<C extends TreeCode>(codes: readonly C[]): PlacedCode<C>[] {
  const groups = groupByParent(codes);
  const placed: PlacedCode<C>[] = [];
  // a stack: codebooks of strangers may nest thousands of levels deep
  const stack = (groups.get(undefined) ?? []).toReversed().map((code) => ({ code, depth: 0 }));
  for (let next = stack.pop(); next; next = stack.pop()) {
    placed.push(next);
    const depth = next.depth + 1;
    for (const code of (groups.get(next.code.id) ?? []).toReversed()) stack.push({ code, depth });
  }
  const seen = new Set(placed.map(({ code }) => code.id));
  return [...placed, ...codes.filter(({ id }) => !seen.has(id)).map((code) => ({ code, depth: 0 }))];
}

function groupByParent<C extends TreeCode>(codes: readonly C[]): Map<string | undefined, C[]> {
  const ids = new Set(codes.map(({ id }) => id));
  const groups = new Map<string | undefined, C[]>();
  for (const code of codes) {
    const parent = code.parentId !== undefined && ids.has(code.parentId) ? code.parentId : undefined;
    const group = groups.get(parent);
    if (group) group.push(code);
    else groups.set(parent, [code]);
  }
  for (const group of groups.values()) group.sort(inOrder);
  return groups;
}

/** @returns ids of a code and of everything under it */
export function withParts(codes: readonly TreeCode[], id: string): Set<string> {
  const groups = groupByParent(codes);
  const found = new Set<string>();
  const stack = [id];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    for (const part of groups.get(next) ?? []) stack.push(part.id);
  }
  return found;
}

/** @returns true when a code would be a part of itself under this parent */
export function wouldCycle(codes: readonly TreeCode[], id: string, parentId: string | undefined): boolean {
  return parentId !== undefined && withParts(codes, id).has(parentId);
}

/** @returns a code that is a part of itself, if there is one: codebooks of strangers may hold such */
export function cycleIn<C extends TreeCode>(codes: readonly C[]): C | undefined {
  const parents = new Map(codes.map(({ id, parentId }) => [id, parentId]));
  const safe = new Set<string>();
  for (const code of codes) {
    const path = new Set<string>();
    for (let id: string | undefined = code.id; id !== undefined && !safe.has(id); id = parents.get(id)) {
      if (path.has(id)) return code;
      path.add(id);
    }
    for (const id of path) safe.add(id);
  }
  return undefined;
}

/** @returns names from the top down to the code */
export function pathOf(codes: readonly TreeCode[], id: string): string[] {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const names: string[] = [];
  const met = new Set<string>();
  for (let code = byId.get(id); code && !met.has(code.id); code = byId.get(code.parentId ?? "")) {
    met.add(code.id);
    names.unshift(code.name);
  }
  return names;
}

/** @returns places of the parts of a parent after `id` was put at `place`: only those that change */
export function placesAfter(
  codes: readonly TreeCode[],
  id: string,
  parentId: string | undefined,
  place: number | undefined,
): Map<string, number> {
  const others = partsOf(codes, parentId).filter((code) => code.id !== id);
  const at = Math.min(Math.max(0, place ?? others.length), others.length);
  const moved = codes.find((code) => code.id === id);
  const row = moved ? [...others.slice(0, at), moved, ...others.slice(at)] : others;
  return new Map(row.flatMap((code, i) => (code.place === i && code.id !== id ? [] : [[code.id, i] as const])));
}
