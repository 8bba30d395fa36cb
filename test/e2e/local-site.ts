/** A small site of this machine for the tests: paths → HTML. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface LocalSite {
  url: string;
  close(): void;
}

/** @param pages path → document, or a function that makes it */
export async function startSite(pages: Record<string, string | (() => string)>): Promise<LocalSite> {
  const byPath = new Map(Object.entries(pages));
  const server = createServer((request, response) => {
    const page = byPath.get(request.url ?? "/");
    response.writeHead(page === undefined ? 404 : 200, { "content-type": "text/html; charset=utf-8" });
    response.end(typeof page === "function" ? page() : (page ?? "Nothing here."));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
}

/** A product page with plain repeated review markup. */
export function productPage(name: string, reviews: readonly string[], more = ""): string {
  const cards = reviews.map(
    (body, index) => `<article class="review" id="r${index}">
      <h3>Reviewer ${index + 1}</h3>
      <span class="stars" role="img" aria-label="${(index % 5) + 1} out of 5 stars"></span>
      <time datetime="2025-03-${String((index % 27) + 1).padStart(2, "0")}">March 2025</time>
      <p class="review-body">${body}</p></article>`,
  );
  return `<!doctype html><html lang="en"><head><title>${name}</title></head><body><main><h1>${name}</h1>
    <section class="reviews"><h2>Customer reviews</h2>${cards.join("")}</section></main>${more}</body></html>`;
}

/** Distinct sentences about an invented kettle. */
export function kettleReviews(count: number): string[] {
  const openings = ["After {n} days", "On day {n}", "I waited {n} weeks and", "With my {n}th cup", "For {n} guests"];
  const matters = [
    "the lid broke and nobody answered my letters.",
    "it boils water faster than anything I had before.",
    "the handle gets too hot to hold without a towel.",
    "I still love how quiet it is in the morning.",
    "the cord turned out to be much too short for my kitchen.",
    "the spout pours without a single drop beside the cup.",
  ];
  return Array.from({ length: count }, (_, index) => {
    const opening = (openings[index % openings.length] ?? "").replace("{n}", String(index + 2));
    return `${opening} ${matters[index % matters.length]} The colour is number ${index * 7}.`;
  });
}
