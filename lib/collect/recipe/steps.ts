/** Everything that can be read in a record, each with a step of a `FieldRule` that reads it in all records alike. */
import { SILENT } from "../document/text";
import { findField } from "../sites/field";
import { inOther } from "../structure/within";
import { type Handle, handlesOf, tagHandle } from "./handles";

export interface Step {
  step: string;
  cost: number;
  /** What it gives in each record; undefined where it gives nothing. */
  values: (string | undefined)[];
}

export type IsOther = (element: Element) => boolean;

/** Elements of a record looked at, and records whose elements are. */
const ELEMENTS = 250;
const SHOWN = 4;
const MOST = 1500;
const ATTRIBUTES = /^(?:datetime|title|aria-label|content|alt|value|data-[\w-]+|class|style)$/;
const LONGEST_ATTRIBUTE = 120;
/** Classes and styles are read for the rating they draw. */
const DRAWN = /star|rat(?:e|ing)|score|stern|etoile|estrella|note|width:/i;

/**
 * @param isOther parts that belong to other records
 * @returns steps that differ in what they give or in how many elements they take, the best one for each, in the order in which a record shows them
 */
export function stepsOf(records: readonly Element[], isOther: IsOther): Step[] {
  const candidates = new Map<string, Handle>();
  for (const record of records.slice(0, SHOWN)) {
    for (const candidate of candidatesIn(record, isOther)) {
      const known = candidates.get(candidate.selector);
      if (!known && candidates.size < MOST) candidates.set(candidate.selector, candidate);
    }
  }
  const byValues = new Map<string, Step>();
  for (const { selector: step, cost } of candidates.values()) {
    const values = records.map(
      (record) => findField(record, [step], (inner) => inner !== record && isOther(inner))?.text,
    );
    if (values.every((value) => value === undefined)) continue;
    const key = `${step.endsWith("@*")} ${JSON.stringify(values)}`;
    const known = byValues.get(key);
    if (!known) byValues.set(key, { step, cost, values });
    else if (cost < known.cost) Object.assign(known, { step, cost });
  }
  return [...byValues.values()];
}

function candidatesIn(record: Element, isOther: IsOther): Handle[] {
  const found: Handle[] = attributesOf(record).map((name) => ({ selector: `@${name}`, cost: 2 }));
  const inner = [...record.querySelectorAll("*")].slice(0, ELEMENTS);
  for (const element of inner) {
    if (SILENT.has(element.localName) && element.localName !== "input") continue;
    if (inOther(element, record, isOther)) continue;
    const attributes = attributesOf(element);
    const speaks = /\S/.test(element.textContent ?? "");
    if (!speaks && attributes.length === 0) continue;
    for (const { selector, cost } of selectorsIn(record, element)) {
      if (speaks) found.push({ selector, cost });
      if (speaks && element.childElementCount > 0) found.push({ selector: `${selector}@.`, cost: cost + 0.6 });
      // one paragraph here may be three in the next record
      if (speaks && element.localName === "p") found.push({ selector: `${selector}@*`, cost: cost - 0.1 });
      else if (speaks && hasTwin(element)) found.push({ selector: `${selector}@*`, cost: cost + 0.4 });
      for (const name of attributes)
        found.push({ selector: `${selector}@${name}`, cost: cost + (name === "datetime" ? 0.1 : 0.8) });
    }
  }
  return found;
}

function hasTwin(element: Element): boolean {
  const { nextElementSibling: next, previousElementSibling: before } = element;
  return next?.localName === element.localName || before?.localName === element.localName;
}

function attributesOf(element: Element): string[] {
  return [...element.attributes].flatMap(({ name, value }) => {
    if (!ATTRIBUTES.test(name) || value.length < 1 || value.length > LONGEST_ATTRIBUTE) return [];
    if (name.startsWith("data-") && isOneOfARow(element, name, value)) return [];
    if ((name === "class" || name === "style") && !(/\d/.test(value) && DRAWN.test(value))) return [];
    return [name];
  });
}

/** Stars side by side say which one each of them is, not how many were given. */
function isOneOfARow({ nextElementSibling, previousElementSibling }: Element, name: string, value: string): boolean {
  const others = [nextElementSibling, previousElementSibling].flatMap((other) => other?.getAttribute(name) ?? []);
  return others.some((other) => other !== value);
}

/** Ways to say which part of the record: by its own names, by those around it, and by its place as the last resort. */
function selectorsIn(record: Element, element: Element): Handle[] {
  const own = handlesOf(element).slice(0, 4);
  const tag = tagHandle(element);
  const found = [
    ...own,
    ...own.slice(0, 2).map(({ selector, cost }) => ({ selector: tag.selector + selector, cost: cost + 0.5 })),
    tag,
  ];
  let between = "";
  let at = element.parentElement;
  for (let height = 1; at && at !== record && height <= 4; height += 1, at = at.parentElement) {
    for (const { selector, cost } of handlesOf(at).slice(0, 2)) {
      found.push({ selector: `${selector} > ${between}${tag.selector}`, cost: cost + tag.cost + height * 0.4 });
      found.push({ selector: `${selector} > ${between}${tag.selector}${placeOf(element)}`, cost: cost + tag.cost + 3 });
      if (own[0]) found.push({ selector: `${selector} ${own[0].selector}`, cost: cost + own[0].cost + height * 0.4 });
    }
    between = `${CSS.escape(at.localName)} > ${between}`;
  }
  found.push({ selector: placeIn(record, element), cost: 16 });
  return found;
}

/** Steps by position from the record down. */
function placeIn(record: Element, element: Element): string {
  const steps: string[] = [];
  for (let at: Element | null = element; at && at !== record; at = at.parentElement)
    steps.unshift(CSS.escape(at.localName) + placeOf(at));
  return [":scope", ...steps].join(" > ");
}

function placeOf(element: Element): string {
  let position = 1;
  for (let before = element.previousElementSibling; before; before = before.previousElementSibling)
    if (before.localName === element.localName) position += 1;
  return `:nth-of-type(${position})`;
}
