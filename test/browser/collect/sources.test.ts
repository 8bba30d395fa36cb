/** One fixture page and its expected JSON per kind of source; this one test reads them all, live and parsed. */
import { describe, expect, it } from "vitest";
import { locate } from "../../../lib/collect/document/path";
import { normalise } from "../../../lib/collect/normalise/normalise";
import { collect } from "../../../lib/collect/read/collect";
import { mainHow } from "../../../lib/collect/read/glance";
import { copiedDocument, liveDocument, parsedDocument } from "./documents";

const PAGES = import.meta.glob<string>("../../fixtures/collect/*.html", {
  query: "?raw",
  import: "default",
  eager: true,
});
const EXPECTED = import.meta.glob<Expected>("../../fixtures/collect/*.json", { import: "default", eager: true });
const NOW = new Date("2026-03-15T12:00:00Z");

interface ExpectedReview {
  body: string;
  kind: string;
  /** Whether the page shows it, so that there is a way back to its element. */
  shown?: boolean;
  /** Position of the answered record in this list. */
  replyTo?: number;
}

interface Expected {
  url: string;
  subject: Record<string, unknown>;
  reviews: ExpectedReview[];
  how?: string;
  nextPage?: string;
  warnings?: number;
}

describe.each(Object.keys(PAGES))("%s", (path) => {
  const html = PAGES[path] ?? "";
  const expected = EXPECTED[path.replace(/html$/, "json")];
  if (!expected) throw new Error(`${path} has no expected JSON beside it.`);

  it.each([
    ["live", liveDocument],
    ["parsed", parsedDocument],
    ["copied", copiedDocument],
  ])("is read as expected (%s)", async (_way, open) => {
    const document = await open(html);
    const capture = await collect(document, { url: expected.url, now: NOW });
    const { subject, reviews } = await normalise(capture);
    expect(reviews.map(({ body }) => body).sort()).toEqual(expected.reviews.map(({ body }) => body).sort());
    for (const [index, { shown, replyTo, ...fields }] of expected.reviews.entries()) {
      const review = reviews.find(({ body }) => body === fields.body);
      expect(review).toMatchObject(fields);
      if (replyTo !== undefined) {
        expect(review?.replyTo, `who record ${index} answers`).toBe(
          reviews.find(({ body }) => body === expected.reviews[replyTo]?.body)?.id,
        );
      }
      if (shown === false) expect(review?.place.selector).toBeUndefined();
      if (shown)
        expect(locate(document, review?.place.selector ?? "")?.textContent).toContain(
          fields.body.split("\n")[0]?.slice(0, 12),
        );
    }
    expect(subject).toMatchObject(expected.subject);
    expect(capture.more.nextPage).toBe(expected.nextPage);
    expect(capture.warnings).toHaveLength(expected.warnings ?? 0);
    if (expected.how) expect(mainHow(capture)).toBe(expected.how);
  });

  it("gives the same ids on a second reading", async () => {
    const document = parsedDocument(html);
    const ids = async () =>
      (await normalise(await collect(document, { url: expected.url, now: new Date() }))).reviews.map(({ id }) => id);
    const first = await ids();
    expect(await ids()).toEqual(first);
    expect(new Set(first).size).toBe(expected.reviews.length);
  });
});
