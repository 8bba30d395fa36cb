/** Pointing at any words of any record must find all records of its page: a share over every fixture, printed. */
import { describe, expect, it } from "vitest";
import { locate, pathTo } from "../../../lib/collect/document/path";
import { rootsOf } from "../../../lib/collect/document/roots";
import { Slices } from "../../../lib/collect/document/slices";
import { collect } from "../../../lib/collect/read/collect";
import { proposedDecisions, rulesOf } from "../../../lib/collect/recipe/choose-fields";
import { propose } from "../../../lib/collect/recipe/propose";
import type { OwnRules } from "../../../lib/collect/recipe/recipe";
import { WALL, wallPage } from "../../fixtures/pointing/wall";
import { parsedDocument } from "./documents";

const PAGES = import.meta.glob<string>("../../fixtures/collect/*.html", {
  query: "?raw",
  import: "default",
  eager: true,
});
const EXPECTED = import.meta.glob<{ url: string }>("../../fixtures/collect/*.json", { import: "default", eager: true });
const NOW = new Date("2026-03-15T12:00:00Z");

interface Share {
  page: string;
  pointed: number;
  found: number;
  missed: string[];
}

/** Elements with words of their own in a record, as many as differ in their place. */
function placesIn(record: Element): Element[] {
  return [record, ...record.querySelectorAll("*")].filter((element) =>
    [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && /\p{L}{3}/u.test(node.nodeValue ?? "")),
  );
}

/** A page may hold answers and comments on answers, or two generations of one widget: who points at one means its like. */
function isAlike(record: Element, other: Element): boolean {
  if (record.localName !== other.localName) return false;
  const names = [...record.classList];
  return names.length === 0 || names.some((name) => other.classList.contains(name));
}

async function shareOf(path: string): Promise<Share> {
  const document = parsedDocument(PAGES[path] ?? "");
  const url = EXPECTED[path.replace(/html$/, "json")]?.url ?? "";
  await rootsOf(document, new Slices());
  const { reviews } = await collect(document, { url, now: NOW });
  const records = reviews.flatMap(({ kind, selector }) =>
    kind !== "reply" && selector ? (locate(document, selector) ?? []) : [],
  );
  const share: Share = { page: path.replace(/.*\//, ""), pointed: 0, found: 0, missed: [] };
  if (records.length < 2) return share;
  for (const record of new Set([records[0], records.at(-1)])) {
    if (!record) continue;
    const alike = records.filter((other) => isAlike(record, other));
    const places = placesIn(record).filter(
      (place) => !records.some((other) => other !== record && record.contains(other) && other.contains(place)),
    );
    for (const place of places.slice(0, 4)) {
      share.pointed += 1;
      const proposals = await propose(document, pathTo(place), { url, now: NOW });
      const best = proposals?.levels[proposals.best];
      const taken = (best?.paths ?? []).map((one) => locate(document, one));
      const all = alike.every((one) =>
        taken.some((element) => element && (element === one || element.contains(one) || one.contains(element))),
      );
      if (all && taken.length === alike.length) share.found += 1;
      else share.missed.push(`${pathTo(place)} → ${best?.rules.record} (${taken.length} of ${alike.length})`);
    }
  }
  return share;
}

const URL_OF_WALL = "https://inn.example/anchor";

async function proposalAt(document: Document, target: Element | null | undefined, url = URL_OF_WALL) {
  if (!target) throw new Error("There is nothing to point at.");
  const proposals = await propose(document, pathTo(target), { url, now: NOW });
  const proposal = proposals?.levels[proposals.best];
  if (!proposal) throw new Error("Nothing was proposed.");
  return { proposal, rules: rulesOf(proposal, proposedDecisions(proposal)) };
}

describe("a recipe for a page that cannot be read otherwise", () => {
  it("is made from any word of any record", async () => {
    const document = parsedDocument(wallPage());
    expect((await collect(document, { url: URL_OF_WALL, now: NOW })).reviews).toEqual([]);
    for (const place of document.querySelectorAll(".b7Hw2, .pX40rt, .k3Jd9x")) {
      const { proposal } = await proposalAt(document, place);
      expect(proposal.paths.map((path) => locate(document, path)?.className)).toEqual(WALL.map(() => "k3Jd9x"));
    }
  });

  it("reads what it was made for, and other pages of the site", async () => {
    const document = parsedDocument(wallPage());
    const { rules } = await proposalAt(document, document.querySelector(".pX40rt"));
    expect(rules.record).not.toMatch(/k3Jd9x|nth/);
    expect(JSON.parse(JSON.stringify(rules))).toEqual(rules);
    for (const page of [wallPage(), wallPage(3, 4)]) {
      let heard = 0;
      const onOwn = (_: unknown, found: number) => {
        heard = found;
      };
      const { reviews } = await collect(parsedDocument(page), { url: URL_OF_WALL, now: NOW, own: [rules], onOwn });
      expect(heard).toBe(reviews.length);
      for (const { author, body, how } of reviews) {
        expect(WALL).toContainEqual([author, body]);
        expect(how).toBe("site:own:inn.example");
      }
    }
  });
});

const card = (author: string, text: string, day: number, more = "") =>
  `<div class="review-card"><strong class="reviewer">${author}</strong> <span aria-label="4 out of 5 stars"></span>
    <time datetime="2025-06-${String(day).padStart(2, "0")}">June</time><p class="review-text">${text}</p>${more}</div>`;
const CARDS = [
  card("Ann", "Boils fast, which is what I asked of it.", 8),
  card("Ben", "Too loud for the morning, and too heavy.", 9),
  card(
    "Cleo",
    "My third one; the first two are still in use.",
    10,
    '<div class="shop-answer"><b>Response from Hearth</b><p>Thank you, Cleo, for staying with us.</p></div>',
  ),
];
const NOTES = ["Ida", "Jon", "Kim"].map(
  (name, index) =>
    `<div class="note"><em>${name}</em><span>${"Written on the wall beside the door. ".repeat(index + 1)}</span></div>`,
);
const BOTH = `<!doctype html><html lang="en"><body><h1>Kettle</h1><section class="reviews">${CARDS.join("")}</section>
  <section class="wall">${NOTES.join("")}</section></body></html>`;
const URL_OF_SHOP = "https://www.shop.example/kettle";

describe("a recipe beside what is found without it", () => {
  const options = { url: URL_OF_SHOP, now: NOW };
  const authors = async (html: string, own: OwnRules[]) =>
    (await collect(parsedDocument(html), { ...options, own })).reviews.map(({ author }) => author).sort();

  it("hides nothing, unless the person says so", async () => {
    const document = parsedDocument(BOTH);
    expect(await authors(BOTH, [])).toContain("Ann");
    const { proposal, rules } = await proposalAt(document, document.querySelector(".note span"), URL_OF_SHOP);
    expect(proposal.others).toBe(3);
    expect(await authors(BOTH, [rules])).toEqual(expect.arrayContaining(["Ann", "Ben", "Cleo", "Ida", "Jon", "Kim"]));
    expect(await authors(BOTH, [{ ...rules, alone: true }])).toEqual(["Ida", "Jon", "Kim"]);
  });

  it("gives way where it finds nothing, or is no selector of this browser", async () => {
    const document = parsedDocument(BOTH);
    const { rules } = await proposalAt(document, document.querySelector(".note span"), URL_OF_SHOP);
    const without = BOTH.replace(/<section class="wall">.*?<[/]section>/s, "");
    expect(await authors(without, [{ ...rules, alone: true }])).toContain("Ann");
    const { reviews, warnings } = await collect(parsedDocument(BOTH), { ...options, own: [{ ...rules, mark: ":::" }] });
    expect(reviews.map(({ author }) => author)).toContain("Ann");
    expect(warnings.map(({ message }) => message).join()).toContain("its recipe");
  });

  it("is for its host alone", async () => {
    const document = parsedDocument(BOTH);
    const { rules } = await proposalAt(document, document.querySelector(".note span"), URL_OF_SHOP);
    expect(rules.hosts).toEqual(["shop.example"]);
    const elsewhere = await collect(parsedDocument(BOTH), { url: "https://other.example/", now: NOW, own: [rules] });
    expect(elsewhere.reviews.map(({ author }) => author)).not.toContain("Ida");
  });

  it("names its fields by what lasts, and keeps answers of the shop apart", async () => {
    const document = parsedDocument(BOTH);
    const { rules } = await proposalAt(document, document.querySelector(".review-text"), URL_OF_SHOP);
    expect(rules).toMatchObject({
      record: ".review-card",
      kind: "review",
      body: [".review-text@*"],
      author: [".reviewer"],
      date: ["time@datetime"],
      reply: { record: ".shop-answer" },
    });
    const { reviews } = await collect(parsedDocument(BOTH), { ...options, own: [{ ...rules, alone: true }] });
    expect(reviews.map(({ kind }) => kind)).toEqual(["review", "review", "review", "reply"]);
    expect(reviews[2]).toMatchObject({
      author: "Cleo",
      body: "My third one; the first two are still in use.",
      date: "2025-06-10",
    });
    expect(reviews[0]?.rating).toBe("4 out of 5 stars");
  });

  it("does not read a field that the person took out", async () => {
    const document = parsedDocument(BOTH);
    const { rules } = await proposalAt(document, document.querySelector(".review-text"), URL_OF_SHOP);
    const own = [{ ...rules, author: [], rating: [], alone: true }];
    const { reviews } = await collect(parsedDocument(BOTH), { ...options, own });
    expect(reviews).toHaveLength(4);
    expect(reviews.filter(({ kind, author, rating }) => kind === "review" && (author || rating))).toEqual([]);
  });
});

describe("pointing", () => {
  it("at any words of a record finds all records of the page", async () => {
    const shares: Share[] = [];
    for (const path of Object.keys(PAGES)) shares.push(await shareOf(path));
    const pointed = shares.reduce((sum, share) => sum + share.pointed, 0);
    const found = shares.reduce((sum, share) => sum + share.found, 0);
    console.log(`pointing: ${found} of ${pointed} places find all records of their page`);
    const missed = shares.flatMap(({ page, missed }) => missed.map((one) => `${page}: ${one}`));
    expect(found / pointed, missed.join("\n")).toBeGreaterThan(0.88);
  }, 600_000);
});
