/** From one place on a page that a person pointed at to what would be taken, ready to be corrected. */
import { locate, pathTo } from "../document/path";
import { type Root, rootsOf } from "../document/roots";
import { Slices } from "../document/slices";
import { collect } from "../read/collect";
import { type Marks, scan } from "../structure/marks";
import { naming } from "../structure/naming";
import { fieldsOf } from "./fields";
import { type Level, levelsAround, scoreOf, spread } from "./levels";
import { readAsAny } from "./read-as-any";
import { hostOfRecipe, type OwnRules, type Proposal, type Proposals } from "./recipe";
import { selectorFor } from "./record-selector";
import { replyRuleOf } from "./reply-rule";
import { stepsOf } from "./steps";

export interface ProposeOptions {
  url: string;
  now: Date;
  signal?: AbortSignal;
}

/** Records shown to be checked, and records that fields are learnt from. */
const SHOWN = 3;
const LEARNT = 12;
/** Levels offered on either side of the best. */
const BESIDE = 2;

/**
 * @param path of the element pointed at, as `pathTo` makes it in the page
 * @returns undefined when there is no such element, or nothing tells it from the rest of the page
 * @throws the reason of `options.signal` when it is aborted
 */
export async function propose(
  document: Document,
  path: string,
  options: ProposeOptions,
): Promise<Proposals | undefined> {
  const slices = new Slices(options.signal);
  const roots = await rootsOf(document, slices);
  const start = locate(document, path);
  if (!start) return undefined;
  const marks = await scan(roots, slices);
  const known = await readAlready(document, options);
  const usable = distinct(usableLevels(start, roots, marks, known));
  const top = usable.reduce<Usable | undefined>(
    (best, one) => (best && best.score >= one.score ? best : one),
    undefined,
  );
  if (!top) return undefined;
  const at = usable.indexOf(top);
  const offered = usable.slice(Math.max(0, at - BESIDE), at + BESIDE + 1);
  const page = { roots, marks, known, host: hostOfRecipe(options.url), made: options.now.toISOString() };
  const levels: Proposal[] = [];
  for (const level of offered) levels.push(await proposalOf(level, page, slices));
  return { levels, best: offered.indexOf(top) };
}

interface Usable extends Level {
  selector: string;
  score: number;
}

/** The elements of the records that are found without any pointing. */
async function readAlready(document: Document, options: ProposeOptions): Promise<Set<Element>> {
  const { reviews } = await collect(document, options);
  const own = reviews.filter(({ kind }) => kind !== "reply");
  return new Set(own.flatMap(({ selector }) => (selector ? (locate(document, selector) ?? []) : [])));
}

/** Levels that a selector can tell from the rest of the page; only those that repeat, where any does. */
function usableLevels(start: Element, roots: Root[], marks: Marks, known: ReadonlySet<Element>): Usable[] {
  const levels = levelsAround(start, roots, known).flatMap(({ element, members }): Usable[] => {
    const found = selectorFor(element, members, roots);
    return found ? [{ element, ...found, score: scoreOf(found.members, marks, known) }] : [];
  });
  const repeated = levels.filter(({ members }) => members.length > 1);
  return repeated.length > 0 ? repeated : levels;
}

/** Levels that take the same words are one: a box with nothing but the record in it. The better one stays. */
function distinct(levels: readonly Usable[]): Usable[] {
  const kept: Usable[] = [];
  for (const level of levels) {
    const before = kept.at(-1);
    const same = before && level.members.length === before.members.length && textOf(level) === textOf(before);
    if (!same) kept.push(level);
    else if (level.score > before.score) kept[kept.length - 1] = level;
  }
  return kept;
}

function textOf({ element }: Usable): string {
  return (element.textContent ?? "").replace(/\s+/g, "");
}

interface Page {
  roots: readonly Root[];
  marks: Marks;
  known: ReadonlySet<Element>;
  host: string;
  made: string;
}

async function proposalOf({ selector, members, element }: Usable, page: Page, slices: Slices): Promise<Proposal> {
  const read = await readAsAny(members, page.marks, slices);
  const set = new Set(members);
  // The one pointed at is what the person looks at: it comes first among the samples.
  const learnt = [element, ...spread(members, LEARNT).filter((member) => member !== element)].slice(0, LEARNT);
  const replies = new Set([...read.values()].flatMap(({ reply }) => reply?.element ?? []));
  const steps = stepsOf(learnt, (inner) => set.has(inner) || replies.has(inner));
  const samples = Math.min(SHOWN, learnt.length);
  const reply = replyRuleOf(members, read);
  const rules: OwnRules = {
    name: `own:${page.host}`,
    evidence: `made by hand on ${page.made.slice(0, 10)}`,
    hosts: [page.host],
    mark: selector,
    record: selector,
    kind: naming(element).comment ? "comment" : "review",
    body: [],
    ...(reply ? { reply } : {}),
  };
  return {
    rules,
    paths: members.map(pathTo),
    samples,
    fields: fieldsOf(
      learnt.map((member) => read.get(member)?.record),
      steps,
      samples,
    ),
    others: [...page.known].filter(
      (other) => !members.some((member) => member.contains(other) || other.contains(member)),
    ).length,
  };
}
