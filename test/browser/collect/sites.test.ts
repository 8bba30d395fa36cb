/** The rules of sites as data: that they say what they were written after, hold, and are met by a fixture step by step. */
import { describe, expect, it } from "vitest";
import { locate } from "../../../lib/collect/document/path";
import { collect } from "../../../lib/collect/read/collect";
import type { FieldRule, SiteRules } from "../../../lib/collect/site";
import { findField, isThere } from "../../../lib/collect/sites/field";
import { SITES, siteOf } from "../../../lib/collect/sites/index";
import { places } from "../../../lib/collect/sites/places";
import { shops } from "../../../lib/collect/sites/shops";
import { liveDocument, parsedDocument } from "./documents";

const PAGES = import.meta.glob<string>("../../fixtures/collect/*.html", {
  query: "?raw",
  import: "default",
  eager: true,
});
const EXPECTED = import.meta.glob<{ url: string }>("../../fixtures/collect/*.json", {
  import: "default",
  eager: true,
});
const FIXTURES = Object.entries(PAGES).map(([path, html]) => {
  const document = parsedDocument(html);
  return { document, site: siteOf(document, EXPECTED[path.replace(/html$/, "json")]?.url ?? "") };
});
const NOBODY = () => false;

const called = SITES.map((site, index) => [`${site.name} (${index})`, site] as const);

describe.each(called)("the rules of %s", (_name, site) => {
  it("say what they were checked against, and when", () => {
    expect(site.evidence.length).toBeGreaterThan(40);
    expect(site.evidence).toMatch(/\b20[12]\d\b|\b\d\.\d|source code|core/);
  });

  it("are data: the same after a way through JSON", () => {
    expect(JSON.parse(JSON.stringify(site))).toEqual(site);
  });

  it("hold only selectors that a browser understands", () => {
    for (const selector of selectorsOf(site)) expect(() => document.querySelector(selector), selector).not.toThrow();
    for (const step of stepsOf(site)) expect(() => findField(document.body, [step], NOBODY), step).not.toThrow();
  });
});

describe.each([...shops, ...places].map((site, index) => [`${site.name} (${index})`, site] as const))(
  "a fixture of %s",
  (_name, site) => {
    const pages = FIXTURES.filter((fixture) => fixture.site === site).map(({ document }) => document);

    it("meets every step of every field", () => {
      expect(pages).not.toEqual([]);
      const records = pages.flatMap((page) => [...page.querySelectorAll(site.record)]);
      const replies = site.reply
        ? records.flatMap((record) => [...record.querySelectorAll(site.reply?.record ?? "")])
        : [];
      const unmet = [
        ...fieldsOf(site).filter((step) => !records.some((record) => findField(record, [step], NOBODY))),
        ...(site.verified ?? []).filter((step) => !records.some((record) => isThere(record, [step], NOBODY))),
        ...replyFields(site).filter((step) => !replies.some((reply) => findField(reply, [step], NOBODY))),
        ...pageFields(site).filter((step) => !pages.some((page) => findField(page.documentElement, [step], NOBODY))),
      ];
      expect(unmet).toEqual([]);
    });

    it("holds what is counted, pressed and left out", () => {
      for (const selector of selectorsOf(site))
        expect(
          pages.some((page) => page.querySelector(selector)),
          selector,
        ).toBe(true);
    });
  },
);

describe("a rule's step", () => {
  const record = parsedDocument(
    `<div id="outer" data-zone='{"grade":4,"name":{"a":1}}'><article><p>One<b>two</b> three</p><p>four</p><i title="five"></i></article></div>`,
  ).querySelector("article");
  const read = (...rule: string[]) => record && findField(record, rule, NOBODY)?.text;

  it.each<[string, string[], string | undefined]>([
    ["the text of the first match", ["p"], "Onetwo three"],
    ["the text of the record itself", [""], "Onetwo three\n\nfour"],
    ["the words that stand directly in an element", ["p@."], "One three"],
    ["all matches, one below the other", ["p@*"], "Onetwo three\nfour"],
    ["an attribute", ["i@title"], "five"],
    ["an element around the record", ["^#outer@id"], "outer"],
    ["a value of the JSON in an attribute", ["^#outer@data-zone#grade"], "4"],
    [
      "no object of that JSON, and nothing it inherits",
      ["^#outer@data-zone#name", "^#outer@data-zone#toString"],
      undefined,
    ],
    ["the next step when one holds nothing", ["i", "b"], "two"],
  ])("reads %s", (_what, rule, text) => {
    expect(read(...rule)).toBe(text);
  });
});

describe("reading by rules", () => {
  it("finds a widget in a shadow root", async () => {
    const document =
      await liveDocument(`<!doctype html><h1>Inkwell</h1><div data-bv-show="reviews"><template shadowrootmode="open">
      <section id="bv-review-1"><div role="img" aria-label="4 out of 5 stars."></div><h3>Quiet</h3><div id="bv-review-text-1">Prints while the baby sleeps.</div></section>
      </template></div>`);
    const { reviews } = await collect(document, { url: "https://ink.example/", now: new Date() });
    expect(reviews).toMatchObject([{ how: "site:bazaarvoice", body: "Prints while the baby sleeps.", title: "Quiet" }]);
  });

  it("leads back to the list where a dialog repeats its reviews", async () => {
    const document = parsedDocument(PAGES["../../fixtures/collect/amazon-2026.html"] ?? "");
    const { reviews } = await collect(document, { url: "https://www.amazon.de/dp/B000000002", now: new Date() });
    expect(reviews).toHaveLength(2);
    for (const { selector } of reviews) expect(locate(document, selector ?? "")?.closest('[role="dialog"]')).toBeNull();
  });
});

/** Selectors that stand alone in the rules. */
function selectorsOf({ mark, record, omit, stars, photos, reply, subject, more }: SiteRules): string[] {
  return [mark, record, omit, stars, photos, reply?.record, subject?.category, more?.button, more?.expander].filter(
    (selector) => selector !== undefined,
  );
}

function stepsOf(site: SiteRules): string[] {
  return [...fieldsOf(site), ...(site.verified ?? []), ...replyFields(site), ...pageFields(site)];
}

function fieldsOf(site: SiteRules): string[] {
  const { body, title, rating, author, date, language, id, replyTo, depth, helpful, variant, location } = site;
  return steps(
    [body, title, rating, author, date, language, id, replyTo, depth, helpful, variant, location],
    site.split?.of,
  );
}

function replyFields({ reply }: SiteRules): string[] {
  return steps([reply?.body, reply?.author, reply?.date]);
}

function pageFields({ subject, more }: SiteRules): string[] {
  return steps([subject?.name, subject?.brand, subject?.price, subject?.rating, subject?.total, more?.nextPage]);
}

function steps(rules: (FieldRule | undefined)[], ...others: (FieldRule | undefined)[]): string[] {
  return [...rules, ...others].flatMap((rule) => rule ?? []);
}
