/** Where a key leads in a tree of codes (https://www.w3.org/WAI/ARIA/apg/patterns/treeview/). Pure. */
import { type PlacedCode, partsOf } from "../../../lib/annotate/codebook";
import type { Code } from "../../../lib/domain";

export type TreeStep =
  | { do: "focus"; id: string }
  | { do: "fold"; id: string; folded: boolean }
  | { do: "move"; id: string; parentId: string | undefined; place: number };

/** @returns rows that are seen: those under a folded code are not */
export function seenRows(rows: readonly PlacedCode<Code>[], folded: ReadonlySet<string>): PlacedCode<Code>[] {
  const seen: PlacedCode<Code>[] = [];
  let hiddenBelow = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    if (row.depth > hiddenBelow) continue;
    hiddenBelow = folded.has(row.code.id) ? row.depth : Number.POSITIVE_INFINITY;
    seen.push(row);
  }
  return seen;
}

/**
 * @param rows those that are seen
 * @param at the one with the keyboard
 */
export function stepOf(
  { key, altKey }: { key: string; altKey: boolean },
  at: string,
  { rows, codes, folded }: { rows: readonly PlacedCode<Code>[]; codes: readonly Code[]; folded: ReadonlySet<string> },
): TreeStep | undefined {
  const index = rows.findIndex(({ code }) => code.id === at);
  const row = rows[index];
  if (!row) return undefined;
  if (altKey) return moveOf(key, row.code, codes);
  const focus = (to: PlacedCode<Code> | undefined): TreeStep | undefined => to && { do: "focus", id: to.code.id };
  const parts = partsOf(codes, at);
  switch (key) {
    case "ArrowDown":
      return focus(rows[index + 1]);
    case "ArrowUp":
      return focus(rows[index - 1]);
    case "Home":
      return focus(rows[0]);
    case "End":
      return focus(rows.at(-1));
    case "ArrowRight":
      if (parts.length === 0) return undefined;
      return folded.has(at) ? { do: "fold", id: at, folded: false } : focus(rows[index + 1]);
    case "ArrowLeft":
      if (parts.length > 0 && !folded.has(at)) return { do: "fold", id: at, folded: true };
      return focus(rows.slice(0, index).findLast(({ depth }) => depth < row.depth));
    default:
      return letterStep(key, index, rows);
  }
}

/** Alt and an arrow: among its siblings, out of its parent, into the sibling above it. */
export function moveOf(key: string, code: Code, codes: readonly Code[]): TreeStep | undefined {
  const parent = codes.find(({ id }) => id === code.parentId);
  const siblings = partsOf(codes, parent?.id);
  const place = siblings.findIndex(({ id }) => id === code.id);
  const to = (parentId: string | undefined, at: number): TreeStep => ({ do: "move", id: code.id, parentId, place: at });
  if (key === "ArrowUp") return place > 0 ? to(parent?.id, place - 1) : undefined;
  if (key === "ArrowDown") return place < siblings.length - 1 ? to(parent?.id, place + 1) : undefined;
  if (key === "ArrowRight") {
    const above = siblings[place - 1];
    return above && to(above.id, partsOf(codes, above.id).length);
  }
  if (key !== "ArrowLeft" || !parent) return undefined;
  const grandparent = codes.find(({ id }) => id === parent.parentId);
  return to(grandparent?.id, partsOf(codes, grandparent?.id).findIndex(({ id }) => id === parent.id) + 1);
}

/** A letter leads to the next code that begins with it. */
function letterStep(key: string, index: number, rows: readonly PlacedCode<Code>[]): TreeStep | undefined {
  if (!/^[\p{L}\p{N}]$/u.test(key)) return undefined;
  const begins = ({ code }: PlacedCode<Code>) => code.name.toLocaleLowerCase().startsWith(key.toLocaleLowerCase());
  const found = [...rows.slice(index + 1), ...rows.slice(0, index)].find(begins);
  return found && { do: "focus", id: found.code.id };
}
