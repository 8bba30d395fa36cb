/** What runs in the page. Parsing that needs more than the page's own means is in `normalise`. */
export { collect, type ReadOptions } from "./collect";
export { glance, type Summary, summarise } from "./glance";
export { type PagesOptions, readPages } from "./pages";
export { locate } from "./path";
export type { Capture, RawReview, RawSubject } from "./site";
export { watchForMore } from "./watch";
