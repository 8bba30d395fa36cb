import { describe, expect, it } from "vitest";
import { type Answer, beginJourney, type Journey, type Step } from "../../../../lib/collect/more/journey";
import { goesOn, LIMITS, nextStep, textsToComplete } from "../../../../lib/collect/more/next-step";
import type { Control, More } from "../../../../lib/collect/site";

const PAGE = "https://shop.example/kettle";
const limits = { ...LIMITS, now: new Date("2026-03-15T12:00:00Z") };
const control = (label: string, of?: string): Control => ({ path: `#${label.replaceAll(" ", "-")}`, label, of });
const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, index) => `r${from + index}`);

function tab(shown: string[], more: Partial<More> = {}, announced?: number): Answer {
  return { from: "tab", url: PAGE, ids: shown, cut: 0, announced, more: { buttons: [], expanders: [], ...more } };
}
function fetched(page: number, shown: string[], more: Partial<More> = {}): Answer {
  return {
    from: "fetch",
    url: `${PAGE}?page=${page}`,
    ids: shown,
    cut: 0,
    more: { buttons: [], expanders: [], ...more },
  };
}

/** Gives the answers one after the other; returns the step after each. */
function walk(answers: Answer[], begin: Journey = beginJourney(true)): { steps: Step[]; journey: Journey } {
  let journey = begin;
  const steps = answers.map((answer) => {
    const decision = nextStep(journey, answer, limits);
    journey = decision.journey;
    return decision.step;
  });
  return { steps, journey };
}
const deeds = (steps: Step[]) =>
  steps.map((step) => (step.do === "done" ? step.coverage.why : step.do === "press" ? step.what : step.do));

describe("what comes first", () => {
  it("is the text, then the button, then the answers, then scrolling, then the next page", () => {
    const all: Partial<More> = {
      expanders: [control("Read more", "ann|x")],
      buttons: [control("Load more")],
      replies: [control("2 replies", "ann|x")],
      endless: true,
      nextPage: `${PAGE}?page=2`,
    };
    const shown = ids(0, 5);
    const { steps } = walk(Array.from({ length: 8 }, () => tab(shown, all)));
    expect(deeds(steps)).toEqual(["text", "more", "more", "replies", "scroll", "scroll", "scroll", "fetch"]);
  });

  it("is the text alone when only this page is read", () => {
    const all = { expanders: [control("Read more", "ann|x")], buttons: [control("Load more")] };
    const begin = { ...beginJourney(false) };
    expect(deeds(walk([tab(ids(0, 5), all), tab(ids(0, 5), all)], begin).steps)).toEqual(["text", "page"]);
  });

  it("completes at most a handful of texts at once, each of them once", () => {
    const expanders = Array.from({ length: 13 }, (_, index) => control("Read more", `buyer${index}|x`));
    const { steps } = walk([
      tab(ids(0, 5), { expanders }),
      tab(ids(0, 5), { expanders }),
      tab(ids(0, 5), { expanders }),
    ]);
    expect(steps.slice(0, 2).map((step) => step.do === "press" && step.controls.length)).toEqual([10, 3]);
    expect(deeds(steps)[2]).toBe("scroll");
  });

  it("keeps back only texts that will be completed", () => {
    const expanders = [control("Read more", "ann|x"), control("Read more", "ben|y")];
    const { journey } = walk([tab(ids(0, 5), { expanders: expanders.slice(0, 1) })]);
    expect(textsToComplete(journey, { expanders, buttons: [] })).toEqual(new Set(["ben|y"]));
  });
});

describe("why it ends", () => {
  const button = { buttons: [control("Load more")] };
  it.each<[string, Answer[], string]>([
    ["as many as announced, and nothing more to press", [tab(ids(0, 5), {}, 5)], "all"],
    ["announced too few, and still more to press", [tab(ids(0, 5), button, 5), tab(ids(0, 9), {}, 5)], "all"],
    [
      "a button that brings nothing twice",
      [
        tab(ids(0, 5), button, 90),
        tab(ids(0, 5), button),
        tab(ids(0, 5), button),
        tab(ids(0, 5), button),
        tab(ids(0, 5), button),
        tab(ids(0, 5), button),
      ],
      "stuck",
    ],
    ["a list without an end mark", [tab(ids(0, 5)), tab(ids(0, 5)), tab(ids(0, 5))], "end"],
    ["nothing on the page", [tab([])], "end"],
    [
      "a captcha instead of a page",
      [tab(ids(0, 5), { nextPage: `${PAGE}?page=2` }), fetched(2, [], { obstacle: "captcha" })],
      "captcha",
    ],
    ["a login instead of the first page", [tab([], { obstacle: "login" })], "login"],
    [
      "a page that repeats",
      [tab(ids(0, 5), { nextPage: `${PAGE}?page=2` }), fetched(2, ids(0, 5), { nextPage: `${PAGE}?page=3` })],
      "end",
    ],
    ["a stop", [tab(ids(0, 5), button), { from: "end", why: "stopped" }], "stopped"],
    ["another page in the tab", [tab(ids(0, 5), button), { from: "end", why: "left" }], "left"],
  ])("%s", (_, answers, why) => {
    expect(deeds(walk(answers).steps).at(-1)).toBe(why);
  });

  it("is no dialog that lay over the page from the beginning", () => {
    const over: Partial<More> = { obstacle: "login", buttons: [control("Load more")] };
    const { steps } = walk([tab(ids(0, 5), over), tab(ids(0, 5), over), tab(ids(0, 9), { obstacle: "login" })]);
    expect(deeds(steps)).toEqual(["more", "more", "end"]);
  });

  it("is told with figures", () => {
    const { steps } = walk([
      { ...tab(ids(0, 5), {}, 7), cut: 2 } as Answer,
      tab(ids(0, 5)),
      tab(ids(0, 5)),
      tab(ids(0, 5)),
    ]);
    expect(steps.at(-1)).toEqual({
      do: "done",
      coverage: { read: 5, announced: 7, why: "end", when: "2026-03-15T12:00:00.000Z" },
    });
  });

  it("is the cap on pages and on reviews, which count anew when somebody goes on", () => {
    const next = (page: number) => fetched(page, ids(page * 5, page * 5 + 5), { nextPage: `${PAGE}?page=${page + 1}` });
    const few = { ...limits, pages: 2 };
    let { journey, step } = nextStep(beginJourney(true), tab(ids(0, 5), { nextPage: `${PAGE}?page=2` }), few);
    ({ journey, step } = nextStep(journey, next(2), few));
    expect(step).toMatchObject({ do: "done", coverage: { why: "cap" } });
    ({ journey, step } = nextStep(journey, tab(ids(0, 5), { nextPage: `${PAGE}?page=2` }), few));
    expect(step).toMatchObject({ do: "fetch", url: `${PAGE}?page=3` });
  });
});

describe("waiting", () => {
  const begin = walk([tab(ids(0, 5), { nextPage: `${PAGE}?page=2` })]).journey;
  const failures = (count: number, failure: { status?: number; retryAfter?: string }) =>
    walk(
      Array.from({ length: count }, () => ({ from: "failure", failure: { why: "", ...failure } })),
      begin,
    ).steps;
  const waits = (steps: Step[]) =>
    steps.map((step) => (step.do === "fetch" ? step.wait : step.do === "done" && step.coverage.why));

  it("grows with each failure, then ends", () => {
    expect(waits(failures(4, { status: 429 }))).toEqual([2000, 4000, 8000, "slow"]);
    expect(waits(failures(4, { status: 500 }))).toEqual([2000, 4000, 8000, "failed"]);
    expect(waits(failures(4, {}))).toEqual([2000, 4000, 8000, "failed"]);
  });

  it("is as long as the site asks for, up to a minute", () => {
    expect(waits(failures(1, { status: 429, retryAfter: "30" }))).toEqual([30_000]);
    expect(waits(failures(1, { status: 503, retryAfter: "Sun, 15 Mar 2026 12:00:20 GMT" }))).toEqual([20_000]);
    expect(failures(1, { status: 429, retryAfter: "3600" })).toMatchObject([
      { coverage: { why: "slow", status: 429, wait: 3600 } },
    ]);
    expect(waits(failures(1, { status: 429, retryAfter: "soon" }))).toEqual([2000]);
  });

  it("is no answer to a refusal", () => {
    expect(waits(failures(1, { status: 403 }))).toEqual(["refused"]);
    expect(waits(failures(1, { status: 401 }))).toEqual(["login"]);
    expect(waits(failures(1, { status: 404 }))).toEqual(["failed"]);
  });

  it("begins anew after a success, and Go on tries the page that failed", () => {
    const failed: Answer = { from: "failure", failure: { why: "", status: 500 } };
    const { steps, journey } = walk(
      [failed, failed, fetched(2, ids(5, 9), { nextPage: `${PAGE}?page=3` }), failed, failed, failed, failed],
      begin,
    );
    expect(waits(steps)).toEqual([2000, 4000, undefined, 2000, 4000, 8000, "failed"]);
    expect(nextStep(journey, tab(ids(0, 5), { nextPage: `${PAGE}?page=2` }), limits).step).toMatchObject({
      do: "fetch",
      url: `${PAGE}?page=3`,
    });
  });
});

describe("long lists", () => {
  it("are pressed several times before they are read again", () => {
    const { steps } = walk([tab(ids(0, 400), { buttons: [control("Load more")] })]);
    expect(steps[0]).toMatchObject({ do: "press", times: 3 });
  });

  it("that drop what was passed are read view by view", () => {
    const growing = [tab(ids(0, 400), { endless: true }), tab(ids(0, 800), { endless: true })];
    expect(walk(growing).steps[1]).toMatchObject({ do: "scroll", times: 6 });
    const dropping = [tab(ids(0, 400), { endless: true }), tab(ids(300, 800), { endless: true })];
    expect(walk(dropping).steps[1]).toMatchObject({ do: "scroll", times: 1, to: "on" });
  });
});

describe("goesOn", () => {
  it("counts every way to see more", () => {
    const none: More = { buttons: [], expanders: [] };
    expect(goesOn(none, 5, undefined)).toBe(false);
    expect(goesOn(none, 5, 5)).toBe(false);
    expect(goesOn(none, 5, 6)).toBe(true);
    expect(goesOn(none, 0, 6)).toBe(false);
    expect(goesOn({ ...none, endless: true }, 5, undefined)).toBe(true);
    expect(goesOn({ ...none, buttons: [control("Load more")] }, 5, undefined)).toBe(true);
    expect(goesOn({ ...none, replies: [control("2 replies")] }, 5, undefined)).toBe(true);
  });
});
