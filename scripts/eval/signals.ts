/**
 * Measures what rules find in texts written by us: `tsx scripts/eval/signals.ts [--misses]`. Precision and recall of each kind of personal
 * data and flag over test/fixtures/understand; found means the same kind at exactly the same place. Half of the lines are hard negatives.
 */
import { readFileSync } from "node:fs";
import { flagsOf } from "../../lib/understand/flags";
import { findPersonalData } from "../../lib/understand/personal-data";

interface Counts {
  right: number;
  found: number;
  expected: number;
}

interface Marked {
  text: string;
  language: string;
  spans: { kind: string; start: number; end: number }[];
}

const FIXTURES = new URL("../../test/fixtures/understand/", import.meta.url);

function readLines<T>(name: string): T[] {
  return readFileSync(new URL(name, FIXTURES), "utf8")
    .trim()
    .split("\n")
    .map((line): T => JSON.parse(line));
}

function main(args: string[]): number {
  const misses = args.includes("--misses");
  const tables = { personal: ofPersonalData(misses), flags: ofIncentives(misses) };
  const result = Object.fromEntries(
    Object.entries(tables).map(([name, counts]) => [
      name,
      Object.fromEntries([...counts].map(([kind, count]) => [kind, figures(count)])),
    ]),
  );
  for (const [name, kinds] of Object.entries(result))
    for (const [kind, { precision, recall, expected }] of Object.entries(kinds))
      console.log(`${name.padEnd(10)}${kind.padEnd(14)}precision ${precision}  recall ${recall}  of ${expected}`);
  console.log(JSON.stringify(result));
  return 0;
}

function figures({ right, found, expected }: Counts) {
  const share = (of: number) => (of === 0 ? 1 : Math.round((right / of) * 1000) / 1000);
  return { precision: share(found), recall: share(expected), expected };
}

function countIn(counts: Map<string, Counts>, kind: string): Counts {
  const known = counts.get(kind) ?? { right: 0, found: 0, expected: 0 };
  counts.set(kind, known);
  return known;
}

function ofPersonalData(misses: boolean): Map<string, Counts> {
  const counts = new Map<string, Counts>();
  for (const { text, language, spans } of readLines<Marked>("personal.ndjson")) {
    const found = findPersonalData(text, language);
    const keyOf = (span: Marked["spans"][number]) => `${span.kind} ${span.start} ${span.end}`;
    const expected = new Set(spans.map(keyOf));
    for (const { kind } of spans) countIn(counts, kind).expected++;
    for (const span of found) {
      const count = countIn(counts, span.kind);
      count.found++;
      if (expected.delete(keyOf(span))) count.right++;
      else if (misses) console.log(`  too much: ${span.kind} "${text.slice(span.start, span.end)}" in: ${text}`);
    }
    if (misses) for (const missed of expected) console.log(`  missed: ${missed} in: ${text}`);
  }
  return counts;
}

interface Incentive {
  text: string;
  incentivised: boolean;
}

function ofIncentives(misses: boolean): Map<string, Counts> {
  const counts = new Map<string, Counts>();
  const count = countIn(counts, "incentivised");
  for (const { text, incentivised } of readLines<Incentive>("incentivised.ndjson")) {
    const found = flagsOf(text).includes("incentivised");
    count.expected += Number(incentivised);
    count.found += Number(found);
    count.right += Number(found && incentivised);
    if (misses && found !== incentivised) console.log(`  ${found ? "too much" : "missed"}: incentivised in: ${text}`);
  }
  return counts;
}

process.exitCode = main(process.argv.slice(2));
