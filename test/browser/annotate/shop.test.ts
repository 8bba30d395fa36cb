import { describe, expect, it } from "vitest";
import { clearHighlight, showQuote } from "../../../lib/annotate/show-quote";
import { expected, reviewsById } from "../../fixtures/shop/expected";
import { shopAnswer } from "../../fixtures/shop/routes";
import type { ShopReview } from "../../fixtures/shop/shop";
import { insideOf, showFrame } from "./page";

const ORIGIN = "http://shop.example";
const pages = expected.flatMap((product) =>
  product.pages.map((ids, index) => ({ path: `${product.path}?page=${index + 1}`, ids })),
);

/** One page of the sample shop, its style sheet included; motion reduced, so that nothing takes its time. */
async function openShop(path: string) {
  const style = `<style>${shopAnswer("/shop.css", ORIGIN).body}</style>`;
  const body = shopAnswer(path, ORIGIN)
    .body.replace(/^.*<body>/s, "")
    .replace(/<\/body>.*$/s, "");
  const inside = insideOf(await showFrame(style + body, "width: 900px; height: 600px"));
  inside.window.matchMedia = () => ({ matches: true }) as MediaQueryList;
  return inside;
}

/** The review element a lit range lies in, by its id. */
function idOf(range: Range | undefined): string | undefined {
  const element = range?.startContainer.parentElement?.closest("[id^=review-], [data-entry], .review[id]");
  return element?.getAttribute("data-entry") ?? element?.id.replace("review-", "");
}

function lastSentence(review: ShopReview): string {
  return [...new Intl.Segmenter("en", { granularity: "sentence" }).segment(review.body)].at(-1)?.segment.trim() ?? "";
}

describe.each(pages)("$path", ({ path, ids }) => {
  it("shows the last sentence of each of its reviews, and nothing of others", async () => {
    const { document, window } = await openShop(path);
    const stop = new AbortController();
    const shown = new Map<string, string>();
    for (const review of reviewsById.values()) {
      const result = await showQuote(document, { body: review.body, text: lastSentence(review) }, stop);
      const [range] = [...(window.CSS.highlights.get("earshot-quote") ?? [])] as Range[];
      if (result === "quote") shown.set(review.id, idOf(range) ?? "outside");
      else expect(result, review.id).toBe("nothing");
    }
    clearHighlight(document);
    const worded = ids.filter((id) => reviewsById.get(id)?.body);
    expect([...shown].sort()).toEqual(worded.map((id) => [id, id]).sort());
  });
});
