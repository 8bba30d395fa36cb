/**
 * Decides what a reading does next. Pure: a journey and what the last step brought go in, a journey and a step come out.
 * First cut texts, then controls in the page, then scrolling, then further pages; one thing at a time.
 */
import type { Coverage, CoverageEnd } from "../../domain";
import type { Control, More } from "../site";
import { backOff } from "./back-off";
import type { Answer, Failure, Journey, Step } from "./journey";

export interface Limits {
  /** Copies one reading takes at most. */
  pages: number;
  /** Records one reading takes at most. */
  reviews: number;
  now: Date;
}

export const LIMITS = { pages: 200, reviews: 10_000 } as const;

/** Presses of one control that may bring nothing before it is given up. */
const PATIENCE = 2;
/** Views without a new record after which a list is taken for ended: one is enough where nothing says there is more. */
const VIEWS = 3;
/** Controls pressed in one step; each is one press with a pause of its own. */
const HANDFUL = 10;
/** Records after which a growing list is not read anew after every press. */
const LONG_LIST = 150;
const MOST_TIMES = 8;

type Read = Extract<Answer, { from: "tab" | "fetch" }>;
type Decision = { journey: Journey; step: Step };

export function nextStep(before: Journey, answer: Answer, limits: Limits): Decision {
  if (answer.from === "end")
    return answer.why === "leaves" ? leaving(before, limits) : done(before, answer.why, limits);
  if (answer.from === "failure") return failing(before, answer.failure, limits);
  const { journey, fresh } = taken(before, answer);
  const obstacle = answer.more.obstacle;
  if (obstacle && fresh === 0 && obstacle !== journey.overlaid) return done(journey, obstacle, limits);
  if (isFull(journey, limits)) return done(journey, "cap", limits);
  return (
    (answer.from === "tab" ? inTab(journey, fresh) : afterFetch(journey, answer, fresh)) ?? ending(journey, limits)
  );
}

function isFull({ pages, seen, since }: Journey, limits: Limits): boolean {
  return pages - (since?.pages ?? 0) >= limits.pages || seen.length - (since?.seen ?? 0) >= limits.reviews;
}

/** Somebody pressed Go on: what had been given up gets another chance. */
function resumed(journey: Journey): Journey {
  if (journey.last?.do !== "done") return journey;
  const { pages, seen, spent, last } = journey;
  const since = { pages, seen: seen.length };
  return { ...journey, since, bottom: false, spent: last.coverage.why === "stuck" ? [] : spent, last: undefined };
}

/** What a copy taught. */
function taken(earlier: Journey, answer: Read): { journey: Journey; fresh: number } {
  const before = resumed(earlier);
  const known = new Set(before.seen);
  const ids = new Set(answer.ids);
  const added = [...ids].filter((id) => !known.has(id));
  const inTab = answer.from === "tab";
  const scrolled = inTab && before.last?.do === "scroll";
  const first = before.pages === 0;
  const journey: Journey = {
    ...before,
    seen: [...before.seen, ...added],
    pages: before.pages + (first || added.length > 0 || !inTab ? 1 : 0),
    visited: [...new Set([...before.visited, answer.url])],
    announced: Math.max(before.announced ?? 0, answer.announced ?? 0) || undefined,
    cut: inTab ? answer.cut : before.cut + answer.cut,
    failures: 0,
    idle: added.length > 0 ? 0 : before.idle + 1,
    drops: before.drops || (scrolled && !before.turned && before.seen.some((id) => !ids.has(id))),
    ...(inTab ? { offer: answer.more } : { next: answer.more.nextPage }),
    ...(first && answer.ids.length > 0 ? { overlaid: answer.more.obstacle } : {}),
  };
  return { journey: spend(journey, added.length), fresh: added.length };
}

/** A control that completes a text or unfolds answers works once; one that shows more until it brings nothing. */
function spend(journey: Journey, fresh: number): Journey {
  const { last, idle } = journey;
  if (last?.do === "scroll") return { ...journey, bottom: fresh === 0 && idle >= viewsOf(journey) };
  if (last?.do !== "press") return journey;
  const once = last.what === "text" || last.what === "replies";
  if (!once && fresh > 0) return { ...journey, bottom: false };
  if (!once && idle < PATIENCE) return journey;
  return { ...journey, idle: 0, spent: [...journey.spent, ...last.controls.map(keyOf)] };
}

function viewsOf({ offer, announced, seen }: Journey): number {
  return offer?.endless || (announced ?? 0) > seen.length ? VIEWS : VIEWS - 1;
}

/** Numbers on a control count what is left; where it stands may change when the list grows. */
function keyOf({ path, label, of }: Control): string {
  return `${of ?? path} ${label.replace(/\d+/g, "#")}`;
}

function inTab(journey: Journey, fresh: number): Decision | undefined {
  const { offer } = journey;
  if (!offer) return undefined;
  const open = (controls: readonly Control[] = []) =>
    controls.filter((control) => !journey.spent.includes(keyOf(control)));
  const texts = open(offer.expanders).slice(0, HANDFUL);
  if (texts.length > 0) return press(journey, "text", texts);
  if (!journey.allPages) return undefined;
  const [button] = open(offer.buttons);
  if (button) return press(journey, "more", [button], fresh > 0 ? timesFor(journey) : 1);
  const replies = open(offer.replies).slice(0, HANDFUL);
  if (replies.length > 0) return press(journey, "replies", replies);
  if (mayScroll(journey, offer)) return scroll(journey, offer);
  return turnPage(journey, offer);
}

function press(journey: Journey, what: "text" | "more" | "replies" | "page", controls: Control[], times = 1): Decision {
  const again = journey.last?.do === "press" && journey.last.what === what;
  const idle = again ? journey.idle : 0;
  const turned = journey.turned || what === "page";
  const pressed = journey.pressed || what === "more";
  return step({ ...journey, idle, turned, pressed }, { do: "press", what, controls, times, firmly: idle > 0 });
}

/** A long list that only grows is read after several presses: reading it after each would take longer and longer. */
function timesFor({ seen, drops }: Journey): number {
  return drops ? 1 : Math.min(MOST_TIMES, 1 + Math.floor(seen.length / LONG_LIST));
}

/**
 * Where pages are numbered, or a button has just gone with the last records, nothing suggests scrolling, unless the page
 * says so or scrolling has helped already.
 */
function mayScroll(journey: Journey, { endless, nextPage, pager }: More): boolean {
  if (journey.bottom || journey.seen.length === 0 || journey.inPlace) return false;
  if (endless || journey.last?.do === "scroll") return true;
  if (nextPage || pager) return false;
  return journey.announced === undefined ? !journey.pressed : journey.announced > journey.seen.length;
}

function scroll(journey: Journey, { list }: More): Decision {
  const again = journey.last?.do === "scroll";
  const idle = again ? journey.idle : 0;
  const times = again && idle === 0 ? timesFor(journey) : 1;
  return step({ ...journey, idle }, { do: "scroll", ...(list ? { list } : {}), to: idle > 0 ? "end" : "on", times });
}

function turnPage(journey: Journey, { nextPage, pager }: More): Decision | undefined {
  const next = [journey.next, nextPage].find((url) => url !== undefined && !journey.visited.includes(url));
  if (next && !journey.inPlace) return fetchPage(journey, next);
  const inPlace = pager && (journey.inPlace || !nextPage) && !journey.spent.includes(keyOf(pager));
  return inPlace ? press(journey, "page", [pager]) : undefined;
}

function fetchPage(journey: Journey, url: string): Decision {
  return step({ ...journey, next: url, turned: true }, { do: "fetch", url, page: journey.visited.length + 1 });
}

/** A page without its records, where the first one had some: a script fills it, so the page is turned in the tab. */
function afterFetch(journey: Journey, { ids, more, url }: Read, fresh: number): Decision | undefined {
  if (fresh > 0) {
    const next = more.nextPage;
    return next && !journey.visited.includes(next) ? fetchPage(journey, next) : undefined;
  }
  const scripted = ids.length === 0 && journey.seen.length > 0 && url === journey.visited[1];
  return scripted && journey.offer ? turnPage({ ...journey, inPlace: true, idle: 0 }, journey.offer) : undefined;
}

function failing(before: Journey, failure: Failure, limits: Limits): Decision {
  const journey = { ...before, failures: before.failures + 1 };
  const { last } = journey;
  if (last?.do !== "fetch") return done(journey, "failed", limits);
  const next = backOff(failure, journey.failures, limits.now);
  if (next.again) return step(journey, { ...last, wait: next.wait });
  return done(journey, next.why, limits, { status: failure.status, wait: next.seconds });
}

/** The control would have left the page: it is not pressed again, and whatever else there is comes next. */
function leaving(before: Journey, limits: Limits): Decision {
  const controls = before.last?.do === "press" ? before.last.controls.map(keyOf) : [];
  const journey = { ...before, idle: 0, spent: [...before.spent, ...controls] };
  const more = before.last?.do === "press" && before.last.what !== "page" ? inTab(journey, 0) : undefined;
  return more ?? done(journey, "leaves", limits);
}

function ending(journey: Journey, limits: Limits): Decision {
  const { seen, announced, allPages, offer, spent } = journey;
  const complete = announced !== undefined && seen.length >= announced;
  if (complete) return done(journey, "all", limits);
  if (!allPages && offer && goesOn(offer, seen.length, announced)) return done(journey, "page", limits);
  const left = [...(offer?.buttons ?? []), ...(offer?.pager && !offer.nextPage ? [offer.pager] : [])];
  return done(journey, left.some((control) => spent.includes(keyOf(control))) ? "stuck" : "end", limits);
}

/** The records whose texts the next step will complete: what stands there now is not to be stored as the whole. */
export function textsToComplete({ spent, last }: Journey, { expanders }: More): Set<string> {
  const pressed = last?.do === "press" && last.what === "text" ? last.controls.map(keyOf) : [];
  const open = expanders.filter((control) => !spent.includes(keyOf(control)) && !pressed.includes(keyOf(control)));
  return new Set(open.flatMap(({ of }) => of ?? []));
}

/** Whether a page offers more of any kind than it shows. */
export function goesOn(more: More, shown: number, announced: number | undefined): boolean {
  if (more.nextPage || more.pager || more.buttons.length > 0 || more.replies?.length) return true;
  return shown > 0 && (more.endless === true || (announced ?? 0) > shown);
}

function step(journey: Journey, next: Step): Decision {
  return { journey: { ...journey, last: next }, step: next };
}

function done(
  journey: Journey,
  why: CoverageEnd,
  limits: Limits,
  told: Pick<Coverage, "status" | "wait"> = {},
): Decision {
  return step(
    { ...journey, idle: 0, failures: 0 },
    { do: "done", coverage: coverageOf(journey, why, limits.now, told) },
  );
}

/** How far a journey has come. */
export function coverageOf(
  { seen, announced, cut }: Journey,
  why: CoverageEnd,
  now: Date,
  { status, wait }: Pick<Coverage, "status" | "wait"> = {},
): Coverage {
  return {
    read: seen.length,
    ...(announced ? { announced } : {}),
    ...(cut > 0 ? { cut } : {}),
    ...(status ? { status } : {}),
    ...(wait ? { wait } : {}),
    why,
    when: now.toISOString(),
  };
}
