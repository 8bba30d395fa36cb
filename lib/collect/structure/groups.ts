/** Puts elements that are built alike into groups: the records of a page repeat, whatever they are called. */
import type { Slices } from "../document/slices";
import type { Marks, Tally } from "./marks";

export interface Group {
  key: string;
  members: Element[];
}

/** Class names that tell one record from another or from its neighbour, not what it is. */
const STATE =
  /(?:^|[-_])\d+$|\d{5}|^t\d_\w+$|^[\da-f]{12,}|^(?:even|odd|alt|first|last|parent|by\w*|comment-author-.*|thread-(?:even|odd|alt)|depth.*|level.*|is-.*|has-.*|active|hidden|visible|open|closed|collapsed|expanded|highlighted?|featured|verified|new|selected|clearfix|js-.*|ng-.*|v-.*|pingback|trackback|row-?\w?)$/i;

const NEVER = new Set(
  "html head body main form thead h1 h2 h3 h4 h5 h6 a button label input img time p br hr svg path i em strong nav small sup sub font center".split(
    " ",
  ),
);

/** Groups of possible records; each element is in one group. */
export async function groupAlike(marks: Marks, slices: Slices): Promise<Group[]> {
  const groups = new Map<string, Group>();
  const add = (element: Element) => {
    if (NEVER.has(element.localName)) return;
    const key = signature(element);
    const group = groups.get(key) ?? { key, members: [] };
    group.members.push(element);
    groups.set(key, group);
  };
  for (const [element, tally] of marks.tallies) {
    if (slices.due()) await slices.rest();
    if (worthALook(tally, marks.named.has(element))) add(element);
  }
  for (const element of marks.named) if (!marks.tallies.has(element)) add(element);
  joinSiblings(groups);
  for (const group of groups.values()) group.members.sort((a, b) => byPosition(a, b, marks));
  return [...groups.values()];
}

/** Records of one list may begin differently: siblings without names, of one tag, are one group. */
function joinSiblings(groups: Map<string, Group>): void {
  const lists = new Map<Element, Map<string, string>>();
  for (const [key, group] of [...groups]) {
    const parent = group.members[0]?.parentElement;
    if (!parent || !key.includes(">") || group.members.some((member) => member.parentElement !== parent)) continue;
    const tags = lists.get(parent) ?? new Map<string, string>();
    lists.set(parent, tags);
    const tag = group.members[0]?.localName ?? "";
    const first = groups.get(tags.get(tag) ?? "");
    if (!first) tags.set(tag, key);
    else {
      first.members.push(...group.members);
      groups.delete(key);
    }
  }
}

/** A record shows at least two different things about its text, or is named and shows one. */
function worthALook(tally: Tally, named: boolean): boolean {
  const kinds =
    Number(tally.date > 0) +
    Number(tally.author > 0) +
    Number(tally.rating > 0) +
    Number(tally.action + tally.answer > 0);
  return kinds >= 2 || named || tally.date > 0;
}

/** Tag and lasting class names; elements without any are told apart by what surrounds them. */
export function signature(element: Element): string {
  const own = lasting(element);
  if (own || element.localName.includes("-")) return `${element.localName}.${own}`;
  const parent = element.parentElement;
  if (!parent) return element.localName;
  const grand = parent.parentElement;
  const outer = lasting(parent) || (grand ? `${lasting(grand)}>${parent.localName}` : "");
  const inside = insideOf(element);
  return inside
    ? `${parent.localName}>${element.localName}(${inside})`
    : `${outer}>${parent.localName}>${element.localName}@${depthOf(element)}`;
}

/** Name of the first part that has one: records begin alike at every depth of a thread; their ends differ. */
function insideOf(element: Element): string {
  for (let child = element.firstElementChild; child; child = child.nextElementSibling) {
    const name = lasting(child);
    if (name) return `${child.localName}.${name}`;
  }
  return "";
}

/** How many elements lie above; without names it is what tells a record from its parts. */
export function depthOf(element: Element): number {
  let depth = 0;
  for (let at = element.parentElement; at; at = at.parentElement) depth += 1;
  return depth;
}

/** Class names that say what an element is, in a fixed order. */
export function lasting(element: Element): string {
  const kept = [...element.classList].filter((name) => !STATE.test(name));
  return [...new Set(kept)].sort().slice(0, 8).join(".");
}

/** As `inOrder`, by the places a reading noted: comparing elements themselves takes long among many siblings. */
export function byPosition(a: Element, b: Element, { positions }: Pick<Marks, "positions">): number {
  const [one, two] = [positions.get(a), positions.get(b)];
  return one !== undefined && two !== undefined ? one - two : inOrder(a, b);
}

/** Which of two elements of one tree comes first. */
export function inOrder(a: Element, b: Element): number {
  return a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
