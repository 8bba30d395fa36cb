/** Reading on in pages that show more when something is done: pressed, scrolled, turned, unfolded. At a test's pace. */
import { afterEach, describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { Presence } from "../../../lib/collect/page/presence";
import { watchForMore } from "../../../lib/collect/page/watch";
import { liveDocument, parsedDocument } from "./documents";
import { ADDRESS, add, card, cards, find, list, page, QUICK, textOf, travel } from "./more-pages";

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

const MORE = '<button type="button" class="more">Load more reviews</button>';

/** A list that shows ten more at each press, a little later, as the network would. */
async function loading(total: number, options: { shown?: number; announced?: number; later?: number } = {}) {
  const { announced, later = 15 } = options;
  const live = await liveDocument(page(list(cards(0, 10), MORE), announced));
  let shown = 10;
  let presses = 0;
  find(live, ".more").addEventListener("click", () => {
    presses += 1;
    setTimeout(() => {
      const to = Math.min(total, shown + 10);
      add(find(live, ".list"), cards(shown, to));
      shown = to;
      if (shown >= total) live.querySelector(".more")?.remove();
    }, later);
  });
  return { live, presses: () => presses };
}

describe("a list with Load more", () => {
  it("is read to its end, press by press", async () => {
    const { live, presses } = await loading(34);
    const { coverage, bodies, doings } = await travel(live);
    expect(bodies).toHaveLength(34);
    expect(presses()).toBe(3);
    expect(coverage).toMatchObject({ read: 34, why: "end" });
    expect(doings).toContainEqual({ what: "pressing", label: "Load more reviews" });
  });

  it("is read whole when the site says how many there are", async () => {
    const { live } = await loading(23, { announced: 23 });
    expect((await travel(live)).coverage).toMatchObject({ read: 23, announced: 23, why: "all" });
  });

  it("is not pressed when only this page was asked for", async () => {
    const { live, presses } = await loading(34, { announced: 34 });
    expect((await travel(live, { allPages: false })).coverage).toMatchObject({ read: 10, announced: 34, why: "page" });
    expect(presses()).toBe(0);
  });

  it("ends at a cap, and goes on from there when asked to", async () => {
    const { live } = await loading(60);
    const limits = { pages: 200, reviews: 20 };
    const first = await travel(live, { limits });
    expect(first.coverage).toMatchObject({ read: 20, why: "cap" });
    const { coverage } = await travel(live, { limits, journey: first.journey });
    expect(coverage).toMatchObject({ read: 40, why: "cap" });
  });

  it("is given up when its control brings nothing, after a second, firmer press", async () => {
    const live = await liveDocument(page(list(cards(0, 4), MORE), 90));
    const press = vi.fn();
    find(live, ".more").addEventListener("click", press);
    const { coverage, steps } = await travel(live);
    expect(press).toHaveBeenCalledTimes(2);
    expect(steps.flatMap((step) => (step.do === "press" ? step.firmly : []))).toEqual([false, true]);
    expect(coverage).toMatchObject({ read: 4, announced: 90, why: "stuck" });
  });

  it("stops in the middle when told to, and goes on where it was", async () => {
    const { live } = await loading(40);
    const control = new AbortController();
    const first = await travel(live, { signal: control.signal, onStep: (_, count) => count === 2 && control.abort() });
    expect(first.error).toBeDefined();
    expect(first.journey.seen).toHaveLength(20);
    const { bodies, coverage } = await travel(live, { journey: first.journey });
    expect(coverage).toMatchObject({ read: 40, why: "end" });
    expect(bodies).toHaveLength(40);
  });

  it("inside a shadow tree is read as well", async () => {
    const live = await liveDocument(page('<div id="host"></div>'));
    const root = find(live, "#host").attachShadow({ mode: "open" });
    const holder = live.createElement("div");
    root.append(holder);
    add(holder, list(cards(0, 5), MORE));
    holder.querySelector(".more")?.addEventListener("click", () => {
      setTimeout(() => add(holder.querySelector(".list"), cards(5, 9)), 15);
      holder.querySelector(".more")?.remove();
    });
    expect((await travel(live)).coverage).toMatchObject({ read: 9, why: "end" });
  });

  it("leaves everything else alone", async () => {
    const others = `<form><button>Load more reviews</button></form><button type="button" id="buy">Add to cart</button>
      <section><h2>Goes well with it</h2><p>A cup.</p><button type="button">Show more</button></section>`;
    const live = await liveDocument(page(list(cards(0, 4)) + others));
    const pressed = vi.fn();
    for (const button of live.querySelectorAll("button")) button.addEventListener("click", pressed);
    await travel(live);
    expect(pressed).not.toHaveBeenCalled();
  });
});

describe("an endless list", () => {
  /** Adds ten when its end comes into view. */
  async function endless(total: number, inner: boolean) {
    const style = inner ? "height: 500px; overflow-y: auto" : "";
    const live = await liveDocument(
      page(
        `<p style="height: 600px">About it.</p><div id="scroller" style="${style}">${list(cards(0, 10), '<div class="sentinel" style="height: 2px"></div>')}</div><footer style="height: 500px">Foot</footer>`,
      ),
    );
    let shown = 10;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting) || shown >= total) return;
      setTimeout(() => {
        const to = Math.min(total, shown + 10);
        add(find(live, ".list"), cards(shown, to));
        shown = to;
      }, 15);
    });
    observer.observe(find(live, ".sentinel"));
    return { live, end: () => observer.disconnect() };
  }

  it.each([false, true])(
    "is scrolled to its end, and back to where the person was (in a part of the page: %s)",
    async (inner) => {
      const { live, end } = await endless(40, inner);
      live.scrollingElement?.scrollTo({ top: 120 });
      const { coverage, bodies, doings } = await travel(live);
      end();
      expect(bodies).toHaveLength(40);
      expect(coverage).toMatchObject({ read: 40, why: "end" });
      expect(doings.some(({ what }) => what === "scrolling")).toBe(true);
      expect(live.scrollingElement?.scrollTop).toBe(120);
      expect(find(live, "#scroller").scrollTop).toBe(0);
    },
  );
});

describe("a list that drops what was scrolled past", () => {
  it("is read view by view; what was seen stays read", async () => {
    const total = 60;
    const height = 130;
    const live = await liveDocument(
      page(
        `<div id="view" style="height: 600px; overflow-y: auto" class="reviews virtual-list"><div id="all" style="position: relative; height: ${total * height}px"></div></div>`,
        total,
      ),
    );
    const view = find(live, "#view");
    const all = find(live, "#all");
    const draw = () => {
      const from = Math.max(0, Math.floor(view.scrollTop / height) - 1);
      const to = Math.min(total, from + 8);
      all.replaceChildren();
      for (let n = from; n < to; n += 1)
        add(all, `<div style="position: absolute; top: ${n * height}px; height: ${height}px">${card(n)}</div>`);
    };
    draw();
    view.addEventListener("scroll", () => setTimeout(draw, 5));
    const { coverage, bodies } = await travel(live);
    expect(new Set(bodies).size).toBe(total);
    expect(coverage).toMatchObject({ read: total, announced: total, why: "all" });
    expect(view.scrollTop).toBe(0);
  });
});

describe("pages that are turned in place", () => {
  it("are turned to the last one", async () => {
    const pages = 4;
    const live = await liveDocument(page(list(cards(0, 5), '<div class="pagination"></div>')));
    const draw = (current: number) => {
      find(live, ".list").replaceChildren();
      add(find(live, ".list"), cards(current * 5, current * 5 + 5));
      const bar = find(live, ".pagination");
      bar.replaceChildren();
      for (let n = 0; n < pages; n += 1) {
        add(bar, `<button type="button" ${n === current ? 'aria-current="page"' : ""}>${n + 1}</button>`);
        bar.lastElementChild?.addEventListener("click", () => setTimeout(() => draw(n), 15));
      }
    };
    draw(0);
    const { coverage, bodies } = await travel(live);
    expect(bodies).toHaveLength(20);
    expect(coverage).toMatchObject({ read: 20, why: "end" });
  });
});

describe("numbered pages", () => {
  const numbered = (n: number, last: number, body = cards(n * 4, n * 4 + 4)) =>
    page(
      list(body, n < last ? `<nav class="pagination"><a class="next" href="/kettle?page=${n + 2}">Next</a></nav>` : ""),
    );

  function site(answers: (url: string, count: number) => Response) {
    const asked: string[] = [];
    vi.stubGlobal("fetch", async (url: string) => {
      asked.push(url);
      return answers(url, asked.length);
    });
    return asked;
  }
  const pageOf = (url: string) => Number(new URL(url).searchParams.get("page")) - 1;

  it("are fetched one after the other", async () => {
    const asked = site((url) => new Response(numbered(pageOf(url), 3)));
    const { coverage, doings } = await travel(numbered(0, 3));
    expect(asked).toEqual([2, 3, 4].map((n) => `${ADDRESS}?page=${n}`));
    expect(coverage).toMatchObject({ read: 16, why: "end" });
    expect(doings.filter(({ what }) => what === "fetching").map(({ page }) => page)).toEqual([2, 3, 4]);
  });

  it("end where they repeat themselves, and never leave the site", async () => {
    const asked = site(() => new Response(numbered(1, 9)));
    expect((await travel(numbered(0, 9))).coverage).toMatchObject({ read: 8, why: "end" });
    expect(asked).toHaveLength(2);
    const elsewhere = list(cards(0, 4), '<a rel="next" href="https://elsewhere.example/kettle?page=2">Next</a>');
    await travel(page(elsewhere));
    expect(asked).toHaveLength(2);
  });

  it("are waited for when the site asks to slow down, as long as it asks", async () => {
    const asked = site((url, count) =>
      count === 1
        ? new Response("", { status: 429, headers: { "retry-after": "0" } })
        : new Response(numbered(pageOf(url), 1)),
    );
    vi.useFakeTimers({ toFake: ["setTimeout"], shouldAdvanceTime: true, advanceTimeDelta: 500 });
    const { coverage, doings } = await travel(numbered(0, 1)).finally(() => vi.useRealTimers());
    expect(asked).toHaveLength(2);
    expect(doings).toContainEqual({ what: "waiting", seconds: 2 });
    expect(coverage).toMatchObject({ read: 8, why: "end" });
  });

  it("are left when the site asks to be left alone for long, and taken up again where they were", async () => {
    site(() => new Response("", { status: 429, headers: { "retry-after": "300" } }));
    const first = await travel(numbered(0, 2));
    expect(first.coverage).toMatchObject({ read: 4, why: "slow", status: 429, wait: 300 });
    const asked = site((url) => new Response(numbered(pageOf(url), 2)));
    const { coverage } = await travel(numbered(0, 2), { journey: first.journey });
    expect(asked).toEqual([`${ADDRESS}?page=2`, `${ADDRESS}?page=3`]);
    expect(coverage).toMatchObject({ read: 12, why: "end" });
  });

  it("end at a missing page, and say what the site answered", async () => {
    site((url) => (pageOf(url) === 1 ? new Response(numbered(1, 5)) : new Response("", { status: 404 })));
    expect((await travel(numbered(0, 5))).coverage).toMatchObject({ read: 8, why: "failed", status: 404 });
  });

  it("end at a captcha", async () => {
    site(() => new Response("<title>Robot check</title><h1>Are you a robot?</h1>"));
    expect((await travel(numbered(0, 5))).coverage).toMatchObject({ read: 4, why: "captcha" });
  });

  it("are turned in the tab where a script fills them, and the page is never left", async () => {
    site(() => new Response(page('<div id="app"></div>')));
    const live = await liveDocument(numbered(0, 2));
    let shown = 0;
    const turn = (event: Event) => {
      event.preventDefault();
      shown += 1;
      setTimeout(() => {
        find(live, ".list").replaceChildren();
        add(find(live, ".list"), cards(shown * 4, shown * 4 + 4));
        if (shown === 2) live.querySelector(".pagination")?.remove();
      }, 15);
    };
    live.addEventListener("click", turn);
    expect((await travel(live)).coverage).toMatchObject({ read: 12, why: "end" });
    live.removeEventListener("click", turn);
    // a link that nothing answers would load another page
    const plain = await liveDocument(numbered(0, 2));
    expect((await travel(plain)).coverage).toMatchObject({ read: 4, why: "leaves" });
    expect(plain.querySelector(".pagination a")?.isConnected).toBe(true);
    expect(document.querySelector<HTMLIFrameElement>("iframe.fixture")?.contentDocument).toBe(plain);
  });
});

describe("texts and answers that are folded away", () => {
  const START = "I took it up the mountain with me, and on the second evening, when the storm came, it";
  const END = "kept the whole hut in tea until the morning.";

  it("are unfolded before anything is stored, also when only this page is read", async () => {
    const cut = card(3, '<button type="button" class="rest">Read more</button>', `${START}…`);
    const live = await liveDocument(page(list(cards(0, 3) + cut)));
    find(live, ".rest").addEventListener("click", () => {
      find(live, "#review-300000 .review-text").textContent = `${START} ${END}`;
      find(live, ".rest").textContent = "Read less";
    });
    const { bodies, coverage } = await travel(live, { allPages: false });
    expect(bodies).toHaveLength(4);
    expect(bodies).toContain(`${START} ${END}`);
    expect(coverage).toMatchObject({ read: 4, why: "end" });
    expect(coverage?.cut).toBeUndefined();
  });

  it("that stay cut are stored as far as they go, and counted", async () => {
    const cut = card(3, '<button type="button">Read more</button>', `${START}…`);
    const { bodies, coverage } = await travel(page(list(cards(0, 3) + cut)), { allPages: false });
    expect(bodies).toHaveLength(4);
    expect(coverage).toMatchObject({ read: 4, cut: 1 });
  });

  it("are shown once each", async () => {
    const toggle = '<button type="button" class="replies">2 replies</button>';
    const live = await liveDocument(page(list([0, 1, 2].map((n) => card(n, toggle)).join(""))));
    const presses = vi.fn();
    for (const [index, button] of [...live.querySelectorAll(".replies")].entries())
      button.addEventListener("click", () => {
        presses();
        const article = button.closest("article");
        const nested = article?.querySelector(".answers");
        if (nested) nested.remove();
        else add(article, `<div class="answers">${card(10 + index * 2)}${card(11 + index * 2)}</div>`);
      });
    const { coverage } = await travel(live);
    expect(presses).toHaveBeenCalledTimes(3);
    expect(coverage?.read).toBe(9);
  });
});

describe("the person and the page", () => {
  it("come first: nothing moves while they use the page themselves", async () => {
    const { live, presses } = await loading(30);
    const view = live.defaultView;
    // what a script sends is not the person's hand
    view?.dispatchEvent(new WheelEvent("wheel"));
    const { doings } = await travel(live, { pace: { ...QUICK, rest: 5_000 } });
    expect(doings.some(({ what }) => what === "yielding")).toBe(false);
    expect(presses()).toBe(2);
  });

  it("may go elsewhere: another route ends the reading, another place in the page does not", async () => {
    const { live } = await loading(40);
    let address = ADDRESS;
    const onStep = (_: unknown, count: number) => {
      address = count < 3 ? `${ADDRESS}?page=${count}#reviews` : "https://shop.example/teapot";
    };
    const { coverage, bodies } = await travel(live, { address: () => address, onStep });
    expect(coverage).toMatchObject({ why: "left", read: 30 });
    expect(bodies).toHaveLength(30);
  });

  it("see a proof that the site asks for over the reviews", async () => {
    const { live } = await loading(40);
    find(live, ".more").addEventListener(
      "click",
      (event) => {
        event.stopImmediatePropagation();
        add(
          live.body,
          '<div role="dialog"><p>Please verify that you are human before you see any more of this.</p></div>',
        );
      },
      { capture: true },
    );
    expect((await travel(live)).coverage).toMatchObject({ read: 10, why: "captcha" });
  });
});

describe("Presence", () => {
  it("knows the person's own hands from what scripts send, and the rest they need", async () => {
    const control = new AbortController();
    const acted = vi.fn();
    const presence = new Presence(document, control.signal, acted);
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "x" }));
    expect(presence.restLeft(1_000)).toBe(0);
    await userEvent.keyboard("x");
    expect(acted).toHaveBeenCalled();
    expect(presence.restLeft(1_000)).toBeGreaterThan(0);
    expect(presence.restLeft(0)).toBe(0);
    control.abort();
  });
});

describe("watchForMore", () => {
  it("hears of texts that are replaced or shown, and not of clocks", async () => {
    const live = await liveDocument(
      page(`${list(cards(0, 2))}<div id="late" hidden>${card(9)}</div><p id="clock">12:00</p>`),
    );
    const control = new AbortController();
    const onMore = vi.fn();
    watchForMore(live, onMore, control.signal);
    (find(live, "#clock").firstChild as Text).data = "12:01";
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    expect(onMore).not.toHaveBeenCalled();
    find(live, "#late").hidden = false;
    await vi.waitFor(() => expect(onMore).toHaveBeenCalledTimes(1), { timeout: 3_000 });
    (find(live, ".review-text").firstChild as Text).data = "It is another text now, and it is long enough to matter.";
    await vi.waitFor(() => expect(onMore).toHaveBeenCalledTimes(2), { timeout: 3_000 });
    control.abort();
  });
});

it("reads the texts it was given", () => {
  expect(new Set(Array.from({ length: 60 }, (_, n) => textOf(n))).size).toBe(60);
  expect(parsedDocument(page(list(cards(0, 3)))).querySelectorAll("article")).toHaveLength(3);
});
