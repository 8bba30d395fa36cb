import { editDistance } from "./edit-distance";

/** What stands before and after a quote, folded like the text it is compared with. */
export interface Context {
  prefix: string;
  suffix: string;
}

/** How many folded units on each side are compared: canned answers share whole sentences. */
const REACH = 64;

/** @returns undefined when there is nothing to compare */
export function contextOf(prefix: string, suffix: string): Context | undefined {
  return prefix || suffix ? { prefix: prefix.slice(-REACH), suffix: suffix.slice(0, REACH) } : undefined;
}

/** How well the surroundings of a passage fit: 1 the same, 0 nothing in common; the mean of the sides that are known. */
export function contextFit(text: string, { start, end }: { start: number; end: number }, context: Context): number {
  const before = text.slice(Math.max(0, start - context.prefix.length), start);
  const after = text.slice(end, end + context.suffix.length);
  const sides = [
    [context.prefix, before],
    [context.suffix, after],
  ].filter(([wanted]) => wanted);
  return sides.reduce((sum, [wanted = "", found = ""]) => sum + likeness(wanted, found), 0) / sides.length;
}

function likeness(wanted: string, found: string): number {
  return 1 - editDistance(wanted, found) / wanted.length;
}
