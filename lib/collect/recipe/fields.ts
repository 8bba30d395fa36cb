/**
 * How each field of a record could be read: as on any page, or by the part of the record that gives the same in all of
 * them, and the other parts a person could choose instead.
 */
import { fold, withoutCutMark } from "../document/fold";
import { looksLikeDate } from "../document/signals";
import { parseRating } from "../normalise/rating";
import type { RawReview } from "../site";
import { cleanName } from "../structure/author";
import { type Choice, FIELDS, type FieldName, type FieldProposal } from "./recipe";
import type { Step } from "./steps";

/** Share of records in which a step must give the same as the reader that knows any page. */
const SURE = 0.85;
const LONGEST_NAME = 90;
/** What a letter costs that has to be taken away again. */
const SUPERFLUOUS = 0.1;
/** Parts offered for one field. */
const OFFERED = 40;

type Read = Pick<RawReview, FieldName | "ratingScale">;

interface Kind {
  /** What a reading gives as text, to be shown and compared. */
  text(record: Read): string | undefined;
  /** What a step gives, brought into the same form; undefined when it cannot be this field. */
  said(text: string): string | undefined;
  same(a: string, b: string): boolean;
  /** Whether a step may be offered though no reader thought of it. */
  fits(values: string[], records: number): boolean;
}

const short = (most: number) => (values: string[]) =>
  values.every((value) => value.length <= most && !value.includes("\n"));
const differ = (values: string[]) => new Set(values).size > Math.min(1, values.length - 1);
const equal = (a: string, b: string) => fold(a) === fold(b);
const asText = (name: "title" | "author" | "date" | "variant" | "location") => (record: Read) => record[name];
const plain = (text: string) => text || undefined;

const KINDS: Record<FieldName, Kind> = {
  body: {
    text: ({ body }) => body || undefined,
    said: (text) => withoutCutMark(text) || undefined,
    same: (a, b) => equal(a, b),
    fits: (values) => differ(values) && values.some((value) => value.length > 15 && /\p{L}/u.test(value)),
  },
  title: { text: asText("title"), said: plain, same: equal, fits: (values) => short(200)(values) && differ(values) },
  author: {
    text: asText("author"),
    // a long text that begins like "Ann says" would be cut down to a name, and is none
    said: (text) => (text.length <= LONGEST_NAME ? cleanName(text) || undefined : undefined),
    same: equal,
    fits: (values) => short(60)(values) && differ(values) && values.every((value) => /\p{L}/u.test(value)),
  },
  date: {
    text: asText("date"),
    said: plain,
    same: (a, b) => a === b,
    fits: (values) => short(80)(values) && values.some((value) => /\d/.test(value) || looksLikeDate(value)),
  },
  rating: {
    text: (record) => ratingText(record.rating, record.ratingScale),
    said: (text) => ratingText(text),
    same: (a, b) => a.split("/")[0] === b.split("/")[0],
    fits: short(60),
  },
  helpful: {
    text: ({ helpful }) => (helpful === undefined ? undefined : String(helpful)),
    said: (text) => (/\d/.test(text) ? text : undefined),
    same: (a, b) => digits(a) === digits(b),
    fits: short(90),
  },
  verified: {
    text: ({ verified }) => (verified ? "✓" : undefined),
    said: plain,
    same: () => true,
    fits: (values, records) =>
      short(60)(values) && values.length <= records && new Set(values).size === 1 && /\p{L}/u.test(values[0] ?? ""),
  },
  variant: { text: asText("variant"), said: plain, same: equal, fits: short(90) },
  location: { text: asText("location"), said: plain, same: equal, fits: short(60) },
};

function digits(text: string): string {
  return text.replace(/\D/g, "");
}

/** "4/5"; undefined when nobody could tell a rating from it. */
export function ratingText(raw: number | string | undefined, scale?: number): string | undefined {
  const parsed = parseRating(raw, scale);
  return parsed && `${parsed.rating}/${parsed.ratingScale}`;
}

/**
 * @param read what the reader that knows any page found in each record
 * @param steps what can be read in the same records
 * @param samples of so many records, the first, the values are kept
 */
export function fieldsOf(
  read: readonly (RawReview | undefined)[],
  steps: readonly Step[],
  samples: number,
): FieldProposal[] {
  return FIELDS.map((name) => fieldOf(name, read, steps, samples));
}

function fieldOf(
  name: FieldName,
  read: readonly (RawReview | undefined)[],
  steps: readonly Step[],
  samples: number,
): FieldProposal {
  const kind = KINDS[name];
  const found = read.map((record) => record && kind.text(record));
  const usable = steps.flatMap((step): Step[] => {
    const values = step.values.map((value) => (value === undefined ? undefined : kind.said(value)));
    const said = values.filter((value) => value !== undefined);
    const more = step.values.join("").length - said.join("").length;
    const cost = step.cost + (more / Math.max(1, said.length)) * SUPERFLUOUS;
    return said.length > 0 && isReadable(name, step) ? [{ ...step, cost, values }] : [];
  });
  const sure = surest(usable, found, kind);
  const offered = usable
    .filter(
      (step) =>
        step !== sure &&
        kind.fits(present(step.values), read.length) &&
        present(step.values.slice(0, samples)).length > 0,
    )
    .sort((a, b) => b.values.filter(Boolean).length - a.values.filter(Boolean).length || a.cost - b.cost);
  const choices: Choice[] = [
    { values: kept(found, samples) },
    ...(sure ? [choiceOf(sure, samples)] : []),
    ...distinct(
      offered.map((step) => choiceOf(step, samples)),
      sure && choiceOf(sure, samples),
    ).slice(0, OFFERED),
    { rule: [], values: Array.from({ length: samples }, () => null) },
  ];
  if (name === "body" && !sure && present(found).length === 0) return withLongest(name, choices);
  return { name, choices: name === "body" ? choices.slice(0, -1) : choices, proposed: sure ? 1 : 0 };
}

/** Where no reader sees any words, the longest ones are proposed. */
function withLongest(name: "body", choices: Choice[]): FieldProposal {
  const rules = choices.slice(1, -1);
  const length = ({ values }: Choice) => values.reduce((sum, value) => sum + (value?.length ?? 0), 0);
  const longest = rules.reduce<Choice | undefined>(
    (best, one) => (best && length(best) >= length(one) ? best : one),
    undefined,
  );
  return {
    name,
    choices: [choices[0] ?? { values: [] }, ...rules],
    proposed: longest ? rules.indexOf(longest) + 1 : 0,
  };
}

/** Classes and styles may tell a rating; of any other field they say nothing. */
function isReadable(name: FieldName, { step }: Step): boolean {
  if (/@(?:class|style)$/.test(step)) return name === "rating";
  if (step.endsWith("@*")) return name === "body";
  if (/@data-[\w-]+$/.test(step)) return name !== "body" && name !== "title";
  return true;
}

/** The step that agrees with the reader where that found something, and says nothing where it found nothing. */
function surest(steps: readonly Step[], found: readonly (string | undefined)[], kind: Kind): Step | undefined {
  const wanted = present(found).length;
  if (wanted === 0) return undefined;
  let best: { step: Step; points: number } | undefined;
  for (const step of steps) {
    let right = 0;
    let wrong = 0;
    for (const [index, value] of step.values.entries()) {
      const there = found[index];
      if (value === undefined) continue;
      if (there !== undefined && kind.same(value, there)) right += 1;
      else wrong += there === undefined ? 0.5 : 1;
    }
    if (right / wanted < SURE || wrong / step.values.length > 1 - SURE) continue;
    const points = right / wanted - wrong / step.values.length - step.cost * 0.01;
    if (!best || points > best.points) best = { step, points };
  }
  return best?.step;
}

function choiceOf({ step, values }: Step, samples: number): Choice {
  return { rule: [step], values: kept(values, samples) };
}

function kept(values: readonly (string | undefined)[], samples: number): (string | null)[] {
  return values.slice(0, samples).map((value) => value ?? null);
}

/** Two parts that read the same in the samples are one to whoever chooses. */
function distinct(choices: readonly Choice[], besides: Choice | undefined): Choice[] {
  const seen = new Set(besides ? [JSON.stringify(besides.values)] : []);
  return choices.filter(({ values }) => {
    const key = JSON.stringify(values);
    const isNew = !seen.has(key);
    seen.add(key);
    return isNew;
  });
}

function present(values: readonly (string | undefined)[]): string[] {
  return values.filter((value): value is string => value !== undefined);
}
