/** Precision and recall of kinds of places in texts, over lines of our own fixtures. */
import { readFileSync } from "node:fs";

export interface Counts {
  /** At exactly the same place. */
  right: number;
  found: number;
  expected: number;
  /** Expected places of which at least a part was found. */
  touched: number;
}

export interface Place {
  kind: string;
  start: number;
  end: number;
}

export interface MarkedLine {
  text: string;
  language: string;
  spans: Place[];
}

const FIXTURES = new URL("../../test/fixtures/understand/", import.meta.url);

/** @returns the lines of an NDJSON file of test/fixtures/understand */
export function readLines<T>(name: string): T[] {
  return readFileSync(new URL(name, FIXTURES), "utf8")
    .trim()
    .split("\n")
    .map((line): T => JSON.parse(line));
}

/** The counts of a kind; made when it is met first. */
export function countIn(counts: Map<string, Counts>, kind: string): Counts {
  const known = counts.get(kind) ?? { right: 0, found: 0, expected: 0, touched: 0 };
  counts.set(kind, known);
  return known;
}

/**
 * @param find what is measured
 * @param tell takes a sentence for each place too much and each one missed
 */
export function scorePlaces<L extends MarkedLine>(
  lines: readonly L[],
  find: (line: L) => readonly Place[],
  tell: (sentence: string) => void,
): Map<string, Counts> {
  const counts = new Map<string, Counts>();
  for (const line of lines) {
    const found = find(line);
    const expected = new Map(line.spans.map((span) => [keyOf(span), span]));
    for (const span of line.spans) {
      const count = countIn(counts, span.kind);
      count.expected++;
      count.touched += Number(found.some((one) => one.kind === span.kind && overlap(one, span)));
    }
    for (const span of found) {
      const count = countIn(counts, span.kind);
      count.found++;
      if (expected.delete(keyOf(span))) count.right++;
      else tell(`  too much: ${span.kind} "${line.text.slice(span.start, span.end)}" in: ${line.text}`);
    }
    for (const { kind, start, end } of expected.values())
      tell(`  missed: ${kind} "${line.text.slice(start, end)}" in: ${line.text}`);
  }
  return counts;
}

/** @returns shares on three digits; 1 where there is nothing to be wrong about */
export function figures({ right, found, expected, touched }: Counts) {
  const share = (count: number, of: number) => (of === 0 ? 1 : Math.round((count / of) * 1000) / 1000);
  return {
    precision: share(right, found),
    recall: share(right, expected),
    touched: share(touched, expected),
    of: expected,
    found,
  };
}

function keyOf({ kind, start, end }: Place): string {
  return `${kind} ${start} ${end}`;
}

function overlap(a: Place, b: Place): boolean {
  return a.start < b.end && b.start < a.end;
}
