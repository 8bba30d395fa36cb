/** How well a place fits what stood around a passage: each side by itself, also where something was put in between since. */
import { closestPassage, editDistance } from "../edit-distance";

/** Folded text around a passage, as it was. */
export interface Surroundings {
  before: string;
  after: string;
}

/** How alike each side is: 1 the same, 0 nothing in common, 1 where nothing was known of it. */
export interface Fit {
  before: number;
  after: number;
  /** The same without anything put in between: the lesser of both sides, and the greater. */
  adjacent: number;
  oneSide: number;
  /** The lesser of both sides of what stood right beside the passage only. */
  beside: number;
}

/** Folded units that are compared on each side. */
const REACH = 80;
/** Folded units right beside the passage: mostly of the same review, which may have moved as a whole. */
const BESIDE = 20;
/** Folded units that may have been put between a passage and what stood beside it. */
const PUSHED = 400;
/** What is found farther off counts a little less. */
const FARTHER = 0.95;

export function surroundings(before: string, after: string): Surroundings {
  return { before: before.slice(-REACH), after: after.slice(0, REACH) };
}

export function fitAt(text: string, start: number, end: number, { before, after }: Surroundings): Fit {
  const near = before.slice(-BESIDE);
  const next = after.slice(0, BESIDE);
  const sides = [
    likeness(before, text.slice(Math.max(0, start - before.length), start)),
    likeness(after, text.slice(end, end + after.length)),
  ];
  return {
    before: sideFit(text, before, start - before.length, start, start - PUSHED - before.length, start),
    after: sideFit(text, after, end, end + after.length, end, end + PUSHED + after.length),
    adjacent: Math.min(...sides),
    oneSide: Math.max(...sides),
    beside: Math.min(
      likeness(near, text.slice(Math.max(0, start - near.length), start)),
      likeness(next, text.slice(end, end + next.length)),
    ),
  };
}

function likeness(wanted: string, found: string): number {
  return wanted === "" ? 1 : 1 - editDistance(wanted, found) / wanted.length;
}

function sideFit(text: string, wanted: string, from: number, to: number, farFrom: number, farTo: number): number {
  if (wanted === "") return 1;
  const beside = text.slice(Math.max(0, from), to);
  if (beside === wanted) return 1;
  const near = likeness(wanted, beside);
  const maxErrors = Math.floor(wanted.length / 2);
  const window = { from: Math.max(0, farFrom), to: Math.min(text.length, farTo), maxErrors };
  const far = closestPassage(text, wanted, window);
  return Math.max(0, near, far ? FARTHER * (1 - far.errors / wanted.length) : 0);
}
