/** Simple selectors by which an element could be told from others: class names, attributes, its tag. */
import { costOfName, isLasting, lastingStem } from "./lasting-names";

export interface Handle {
  selector: string;
  /** Lower is better: shorter, and likelier to stay. */
  cost: number;
}

/** Attributes whose value says what an element is. */
const NAMING =
  /^(?:data-(?:testid|test-id|test|hook|qa|cy|auto|automation|automation-id|marker|role|type|component|element|e2e|bv-show|tid|at|ref)|itemprop|itemtype|typeof|property|role|slot|part|rel|name)$/;
/** Attributes that change with what is shown, or that this machinery and frameworks set. */
const PASSING = /^(?:data-(?:v-|react|ng|svelte|emotion|radix|headlessui|state|index|position|src|lazy)|aria-)/;

/** @returns handles, the best first; without the tag, which any of them may follow */
export function handlesOf(element: Element): Handle[] {
  return [...ofClasses(element), ...ofAttributes(element)].sort((a, b) => a.cost - b.cost);
}

function ofClasses(element: Element): Handle[] {
  return [...element.classList].slice(0, 20).flatMap((name): Handle[] => {
    if (isLasting(name)) return [{ selector: `.${CSS.escape(name)}`, cost: costOfName(name) }];
    const stem = lastingStem(name);
    return stem ? [{ selector: `[class*="${quoted(stem)}"]`, cost: costOfName(stem) + 1 }] : [];
  });
}

function ofAttributes(element: Element): Handle[] {
  return [...element.attributes].slice(0, 30).flatMap(({ name, value }): Handle[] => {
    if (name === "id") return ofId(value);
    if (NAMING.test(name)) return ofValue(name, value);
    if (!name.startsWith("data-") || PASSING.test(name) || !isLasting(name)) return [];
    return [{ selector: `[${CSS.escape(name)}]`, cost: costOfName(name) === 1 ? 2 : 4 }];
  });
}

/** Ids are given once; what many of them begin with is a handle: `comment-17`. */
function ofId(id: string): Handle[] {
  const prefix = id.match(/^(\p{L}[\p{L}_-]{2,30}[-_])[\w-]*\d[\w-]*$/u)?.[1];
  return prefix && isLasting(prefix.replace(/[-_]+$/, ""))
    ? [{ selector: `[id^="${quoted(prefix)}"]`, cost: costOfName(prefix) + 1 }]
    : [];
}

function ofValue(name: string, value: string): Handle[] {
  const attribute = CSS.escape(name);
  if (!value || value.length > 100) return [];
  const said = value.replace(/^https?:\/\/schema\.org\//, "");
  if (isLasting(said)) return [{ selector: `[${attribute}="${quoted(value)}"]`, cost: costOfName(said) }];
  const prefix = value.match(/^(\p{L}[\p{L}_-]{2,40}[-_:])[\w-]*\d[\w-]*$/u)?.[1];
  return prefix ? [{ selector: `[${attribute}^="${quoted(prefix)}"]`, cost: costOfName(prefix) + 1 }] : [];
}

function quoted(text: string): string {
  return text.replace(/["\\]/g, "\\$&").replace(/\n/g, " ");
}

/** A tag as a handle: custom elements and `article` say a lot, `div` hardly anything. */
export function tagHandle(element: Element): Handle {
  const name = CSS.escape(element.localName);
  const cost = element.localName.includes("-") ? 1 : /^(?:article|time|blockquote|cite|h[1-6])$/.test(name) ? 3 : 5;
  return { selector: name, cost };
}

/** A selector of one element by its id, where the id is no number of a record. */
export function idHandle(element: Element): Handle | undefined {
  const { id } = element;
  return id && isLasting(id) && !/\d/.test(id) ? { selector: `#${CSS.escape(id)}`, cost: 2 } : undefined;
}
