/**
 * The vocabulary of the W3C Web Annotation model (https://www.w3.org/TR/annotation-model/, -vocab/) as far as notes on texts need it: what each class
 * may hold and must hold. What we write is checked against it, and what we read.
 */

/** `one`: exactly one value; `some`: one or more; `any`: none, one or more. */
type Count = "one" | "some" | "any";

interface Rule {
  count: Count;
  /** Text, time (xsd:dateTime), position (whole number from 0), address, or a thing of one of these classes. */
  of: "text" | "time" | "position" | "address" | readonly string[];
  /** An address may stand for the thing. */
  orAddress?: true;
}

const TEXT: Rule = { count: "one", of: "text" };
const SELECTORS = [
  "TextQuoteSelector",
  "TextPositionSelector",
  "RangeSelector",
  "XPathSelector",
  "CssSelector",
  "FragmentSelector",
] as const;
const AGENTS = ["Person", "Organization", "Software"] as const;
const about: Record<string, Rule> = {
  creator: { count: "any", of: AGENTS, orAddress: true },
  generator: { count: "any", of: AGENTS, orAddress: true },
  created: { count: "any", of: "time" },
  modified: { count: "any", of: "time" },
  generated: { count: "any", of: "time" },
};

export const MOTIVATIONS = [
  "assessing",
  "bookmarking",
  "classifying",
  "commenting",
  "describing",
  "editing",
  "highlighting",
  "identifying",
  "linking",
  "moderating",
  "questioning",
  "replying",
  "tagging",
] as const;

const CLASSES: Readonly<Record<string, Readonly<Record<string, Rule>>>> = {
  Annotation: {
    id: { count: "one", of: "address" },
    motivation: { count: "any", of: "text" },
    body: { count: "any", of: ["TextualBody", "SpecificResource"], orAddress: true },
    target: { count: "some", of: ["SpecificResource"], orAddress: true },
    ...about,
  },
  TextualBody: {
    value: TEXT,
    purpose: { count: "any", of: "text" },
    format: { count: "any", of: "text" },
    language: { count: "any", of: "text" },
    ...about,
  },
  SpecificResource: {
    source: { count: "one", of: "address" },
    purpose: { count: "any", of: "text" },
    selector: { count: "any", of: SELECTORS },
    state: { count: "any", of: ["TimeState", "HttpRequestState"] },
    scope: { count: "any", of: "address" },
  },
  TextQuoteSelector: { exact: TEXT, prefix: { count: "any", of: "text" }, suffix: { count: "any", of: "text" } },
  TextPositionSelector: { start: { count: "one", of: "position" }, end: { count: "one", of: "position" } },
  RangeSelector: {
    startSelector: { count: "one", of: SELECTORS },
    endSelector: { count: "one", of: SELECTORS },
  },
  XPathSelector: { value: TEXT, refinedBy: { count: "any", of: SELECTORS } },
  CssSelector: { value: TEXT, refinedBy: { count: "any", of: SELECTORS } },
  FragmentSelector: {
    value: TEXT,
    conformsTo: { count: "any", of: "address" },
    refinedBy: { count: "any", of: SELECTORS },
  },
  TimeState: { sourceDate: { count: "any", of: "time" }, cached: { count: "any", of: "address" } },
  HttpRequestState: { value: TEXT },
  Person: { name: { count: "any", of: "text" }, nickname: { count: "any", of: "text" } },
  Organization: { name: { count: "any", of: "text" } },
  Software: { name: { count: "any", of: "text" }, homepage: { count: "any", of: "address" } },
};

/** Deeper things are no annotations. */
const DEEPEST = 12;

/** @returns what is wrong with a thing of this class, in English sentences; empty when it keeps to the model */
export function problemsOf(value: unknown, name = "Annotation", path = name, depth = 0): string[] {
  if (depth > DEEPEST) return [`${path} is nested too deeply`];
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [`${path} is no object`];
  const rules = CLASSES[name];
  if (!rules) return [`${path} is of an unknown class`];
  return Object.entries(rules).flatMap(([field, rule]) => {
    const given = Object.hasOwn(value, field) ? (value as Record<string, unknown>)[field] : undefined;
    const values = given === undefined || given === null ? [] : Array.isArray(given) ? given : [given];
    const counted = countProblem(values.length, rule.count, `${path}.${field}`);
    return [
      ...counted,
      ...values.flatMap((one, i) => valueProblems(one, rule, `${path}.${field}${i ? `[${i}]` : ""}`, depth)),
    ];
  });
}

function countProblem(count: number, wanted: Count, path: string): string[] {
  if (count === 0 && wanted !== "any") return [`${path} is missing`];
  return count > 1 && wanted === "one" ? [`${path} stands more than once`] : [];
}

function valueProblems(value: unknown, { of, orAddress }: Rule, path: string, depth: number): string[] {
  if (of === "text") return typeof value === "string" ? [] : [`${path} is no text`];
  if (of === "position") return Number.isSafeInteger(value) && (value as number) >= 0 ? [] : [`${path} is no position`];
  if (of === "time") return isTime(value) ? [] : [`${path} is no time`];
  if (of === "address") return isAddress(value) ? [] : [`${path} is no address`];
  if (typeof value === "string") return orAddress && isAddress(value) ? [] : [`${path} is no address`];
  const type = (value as { type?: unknown } | null)?.type;
  const types = Array.isArray(type) ? type : [type];
  const known = of.find((name) => types.includes(name)) ?? (of.length <= 2 && type === undefined ? of[0] : undefined);
  return known ? problemsOf(value, known, path, depth + 1) : [`${path} is of another class than ${of.join(", ")}`];
}

function isTime(value: unknown): boolean {
  return typeof value === "string" && /^\d{4}-\d\d-\d\dT/.test(value) && !Number.isNaN(Date.parse(value));
}

/** Of the web, of a file, or a name for something that is nowhere; never one that runs. */
export function isAddress(value: unknown): value is string {
  return (
    typeof value === "string" &&
    /^(https?|urn|file|tag|notebook|acct|ftp):/i.test(value.trim()) &&
    !/[\s\p{Cc}]/u.test(value.trim())
  );
}
