/** Identities that a site gives its records: stable over visits, unlike the ids frameworks invent for a page view. */

const ATTRIBUTES = [
  "data-review-id",
  "data-reviewid",
  "data-comment-id",
  "data-commentid",
  "data-comment_id",
  "data-post-id",
  "data-fullname",
  "thingid",
  "data-review",
  "data-entity-id",
  "data-uuid",
  "data-id",
  "comment-id",
  "review-id",
  "itemid",
];
const INVENTED = /^:|radix|react|headless|mui-|^ember\d|uid-|__|^yui|^ext-|^gwt|^tab|^panel|^collapse/i;

/** Looks at the record, then at wrappers that hold nothing but this record, then at links to the record itself. */
export function nativeIdOf(record: Element, isOther: (element: Element) => boolean): string | undefined {
  const direct = idOf(record);
  if (direct) return direct;
  let at = record.parentElement;
  for (let level = 0; at && level < 3 && wraps(at, record, isOther); level += 1, at = at.parentElement) {
    const id = idOf(at);
    if (id) return id;
  }
  for (const inner of record.querySelectorAll("[id], [data-review-id], [data-comment-id], [data-id]")) {
    if (isOther(inner)) continue;
    const id = idOf(inner);
    if (id && /comment|review|post|reply|answer|\d{5}/i.test(inner.id || "data-id")) return id;
  }
  return linkedId(record) ?? anchorOf(record);
}

/** `<a name="9001">`: what pages without ids point to. */
function anchorOf(record: Element): string | undefined {
  const name = record.querySelector("a[name]")?.getAttribute("name") ?? "";
  return /^\D{0,12}\d{3,}$/.test(name) ? stem(name) : undefined;
}

/** Whether everything of weight in the wrapper is this one record; a wrapper with much beside it is none. */
function wraps(wrapper: Element, record: Element, isOther: (element: Element) => boolean): boolean {
  let beside = 0;
  for (let child = wrapper.firstElementChild; child; child = child.nextElementSibling) {
    if (child.contains(record)) continue;
    beside += 1;
    if (beside > MOST_BESIDE || isOther(child)) return false;
    if ([...child.querySelectorAll(record.localName)].slice(0, 100).some(isOther)) return false;
  }
  return true;
}

/** Elements that a wrapper may hold besides the branch with the record. */
const MOST_BESIDE = 12;

function idOf(element: Element): string | undefined {
  for (const name of ATTRIBUTES) {
    const value = element.getAttribute(name)?.trim();
    if (value && value.length <= 120 && /\d|[a-z]{6}/i.test(value)) return value;
  }
  const id = element.id;
  if (!id || id.length > 120 || !/\d/.test(id) || INVENTED.test(id)) return undefined;
  return stem(id);
}

/** `li-comment-75`, `div-comment-75` and `comment-75` are one thing. */
function stem(id: string): string {
  const found = id.match(/(?:comment|review|reply|post|msg|message|entry|c|r|p)[-_]?(\d{2,}|[\da-f]{8,}[\da-f-]*)$/i);
  return found?.[1] ?? id;
}

function linkedId(record: Element): string | undefined {
  for (const link of record.querySelectorAll("a[href]")) {
    const href = link.getAttribute("href") ?? "";
    const found =
      href.match(/#(?:comment|review|reply|post|c|r|p)[-_]?(\d{2,})$/i) ??
      href.match(/(?:reviews?|comments?)\/(?:[\w-]*[-/])?([A-Za-z0-9]{6,})\/?(?:$|[?#])/) ??
      href.match(/[?&](?:comment_?id|review_?id|cid|rid|lc)=([\w.-]{4,})/i) ??
      href.match(/^item\?id=(\d+)$/);
    if (found?.[1] && /\d/.test(found[1])) return found[1];
  }
  return undefined;
}

/** Numbers that count 0, 1, 2 … are positions on the page, not identities; such ids, and ids given often, are dropped. */
export function withoutPositions(ids: (string | undefined)[]): (string | undefined)[] {
  const numbered = ids.flatMap((id) => id?.match(/^(?:.{0,16}\D)?(\d+)$/)?.[1] ?? []);
  const positions = countUp(numbered.map(Number));
  const counts = new Map<string, number>();
  for (const id of ids) if (id) counts.set(id, (counts.get(id) ?? 0) + 1);
  return ids.map((id) => (positions || !id || (counts.get(id) ?? 0) > 2 ? undefined : id));
}

function countUp(numbers: number[]): boolean {
  if (numbers.length < 2 || Math.min(...numbers.slice(0, 3)) > 1) return false;
  const steps = numbers.slice(1).filter((value, index) => value === (numbers[index] ?? 0) + 1).length;
  return steps >= (numbers.length - 1) * 0.8;
}
