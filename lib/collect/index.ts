/** What runs in the page. Parsing that needs more than the page's own means is in `normalise`. */

export { locate } from "./document/path";
export { type PagesOptions, readPages } from "./more/pages";
export { watchForMore } from "./page/watch";
export { collect, type ReadOptions } from "./read/collect";
export { glance, type Summary, summarise } from "./read/glance";
export type { Capture, RawReview, RawSubject } from "./site";
