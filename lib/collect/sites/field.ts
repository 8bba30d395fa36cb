/** Finds one field of a record by the steps of its rule. */
import { line, readText } from "../document/text";
import type { FieldRule } from "../site";

export interface Found {
  text: string;
  element: Element;
}

type IsOther = (element: Element) => boolean;

const STEP = /^(\^?)(.*?)(?:@([*.]|[\w-]+)(?:#([\w-]+))?)?$/;
/** Longer attributes are no field, and JSON of that size is no business of one record. */
const LONGEST_JSON = 20_000;

/** @returns the text of the first step that holds something, see `FieldRule` */
export function fieldOf(record: Element, rule: FieldRule | undefined, isOther: IsOther = () => false) {
  return findField(record, rule, isOther)?.text;
}

/**
 * @param isOther subtrees that do not belong to the record, such as records nested in it: no field is found there
 * @param isOmitted parts that are nobody's words: left out of texts, though a rule may name one
 * @returns the text with the (first) element it stands in
 * @throws SyntaxError when a step is no selector
 */
export function findField(
  record: Element,
  rule: FieldRule | undefined,
  isOther: IsOther,
  isOmitted: IsOther = () => false,
): Found | undefined {
  const skip = (element: Element) => isOther(element) || isOmitted(element);
  for (const step of rule ?? []) {
    const [, outwards, selector = "", from, key] = step.match(STEP) ?? [];
    const matches = outwards ? around(record, selector) : within(record, selector.trim(), isOther);
    const found = from === "*" ? joined(matches, skip) : first(matches, from, key, skip);
    if (found) return found;
  }
  return undefined;
}

/** Elements of the record itself that match, those of other records left out. */
export function within(record: Element, selector: string, isOther: IsOther): Element[] {
  if (!selector) return [record];
  return [...record.querySelectorAll(selector)].filter((element) => !isInOther(element, record, isOther));
}

/** Whether a step matches anything: badges are often pictures without a word. */
export function isThere(record: Element, rule: FieldRule | undefined, isOther: IsOther): boolean {
  return (rule ?? []).some((step) =>
    step.includes("@") ? findField(record, [step], isOther) : within(record, step, isOther).length > 0,
  );
}

function around(record: Element, selector: string): Element[] {
  const outer = record.closest(selector);
  return outer ? [outer] : [];
}

function first(
  elements: Element[],
  attribute: string | undefined,
  key: string | undefined,
  skip: IsOther,
): Found | undefined {
  for (const element of elements) {
    const said = textOf(element, attribute, skip);
    const text = key ? valueIn(said, key) : said;
    if (text) return { text, element };
  }
  return undefined;
}

function textOf(element: Element, attribute: string | undefined, skip: IsOther): string {
  if (attribute === undefined) return readText(element, skip);
  if (attribute !== ".") return line(element.getAttribute(attribute));
  return line(
    [...element.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? node.nodeValue : " ")).join(""),
  );
}

function joined(elements: Element[], skip: IsOther): Found | undefined {
  const outermost = elements.filter(
    (element) => !elements.some((other) => other !== element && other.contains(element)),
  );
  const text = outermost
    .map((element) => readText(element, skip))
    .filter(Boolean)
    .join("\n");
  return text && outermost[0] ? { text, element: outermost[0] } : undefined;
}

/** A text or number of the JSON object in an attribute; nothing when it is no such JSON. */
function valueIn(json: string, key: string): string | undefined {
  if (!json.startsWith("{") || json.length > LONGEST_JSON) return undefined;
  try {
    const value = new Map<string, unknown>(Object.entries(JSON.parse(json) as object)).get(key);
    return typeof value === "string" || typeof value === "number" ? line(String(value)) : undefined;
  } catch {
    return undefined;
  }
}

function isInOther(element: Element, record: Element, isOther: IsOther): boolean {
  for (let at: Element | null = element; at && at !== record; at = at.parentElement) if (isOther(at)) return true;
  return false;
}
