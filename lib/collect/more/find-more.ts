/** Finds in the copy of a page what could be done in the page to see more of the same. Decides nothing and presses nothing. */
import { pathTo } from "../document/path";
import type { Root } from "../document/roots";
import type { Slices } from "../document/slices";
import type { More, MoreRules, RawReview } from "../site";
import { fieldOf } from "../sites/field";
import { candidatesIn, controlOf, isPressable } from "./controls";
import { isEndless } from "./endless";
import { expandersIn } from "./expanders";
import { loadMoreIn, repliesIn } from "./load-more";
import { nextPageIn } from "./next-page";
import { obstacleIn } from "./obstacle";
import { pagerIn } from "./pager";
import { recordOf, regionOf } from "./region";

export interface MoreOptions {
  /** Address of the document. */
  url: string;
  /** Records by the element each was read from, as far as the page shows them. */
  shown: ReadonlyMap<Element, RawReview>;
  /** How many records were read in all. */
  count: number;
  /** What the rules of the site say; it comes first. */
  rules?: MoreRules;
}

/** @param roots the document and its inner trees; records whose text goes on elsewhere are marked as cut */
export async function findMore(
  document: Document,
  roots: readonly Root[],
  options: MoreOptions,
  slices: Slices,
): Promise<More> {
  const { url, shown, rules } = options;
  const region = regionOf(shown);
  if (slices.due()) await slices.rest();
  const candidates = candidatesIn(roots);
  const ruled = (selector: string | undefined) => matching(roots, selector);
  const expanders = expandersIn(candidates, ruled(rules?.expander), url, region);
  for (const record of expanders.values()) markCut(shown.get(record));
  if (slices.due()) await slices.rest();
  const named = [...ruled(rules?.button)].filter((element) => isPressable(element, url, region));
  const buttons = new Set([...named, ...loadMoreIn(candidates, url, region)]);
  const replies = repliesIn(candidates, url, region).filter(
    (element) => !buttons.has(element) && !expanders.has(element),
  );
  if (slices.due()) await slices.rest();
  const next = nextPageIn(roots, url, fieldOf(document.documentElement, rules?.nextPage));
  const pager = next?.link ?? pagerIn(candidates, url, region);
  return {
    ...(next ? { nextPage: next.address } : {}),
    ...(pager && !buttons.has(pager) ? { pager: controlOf(pager, region) } : {}),
    buttons: [...buttons].map((element) => controlOf(element, region)),
    replies: replies.map((element) => controlOf(element, region, recordOf(element, region))),
    expanders: [...expanders].map(([element, record]) => controlOf(element, region, record)),
    ...(region.list ? { list: pathTo(region.list) } : {}),
    ...(isEndless(region, next !== undefined) ? { endless: true } : {}),
    ...obstacle(document, options.count),
  };
}

function markCut(record: RawReview | undefined): void {
  if (record) record.cut = true;
}

function obstacle(document: Document, count: number): Pick<More, "obstacle"> {
  const found = obstacleIn(document, count);
  return found ? { obstacle: found } : {};
}

/** A rule that is no selector finds nothing; the rest of the page is read. */
function matching(roots: readonly Root[], selector: string | undefined): Set<Element> {
  try {
    return new Set(selector ? roots.flatMap((root) => [...root.querySelectorAll(selector)]) : []);
  } catch {
    return new Set();
  }
}
