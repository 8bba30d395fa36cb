/** One address for one thing: without what only says where a visitor came from. */

const TRACKING =
  /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|_ga|_gl|mc_[ce]id|igshid|ref|ref_|ref_src|referrer|spm|scm|pf_rd_\w+|pd_rd_\w+|psc|qid|sr|crid|sprefix|linkCode|tag|camp|creative\w*|_encoding|ie|affid|aff_\w+|cmpid|cid|trk\w*|s_kwcid|source|share\w*|si|feature|ved|usg|wbraid|gbraid)$/i;
/** Position in the list of reviews: every page of them is about the same subject. */
const POSITION =
  /^(?:page|p|pg|cpage|paged|start|offset|pageNumber|reviewerType|sort|sortBy|stars|languages|rpage|review_?page|reviews_?page)$/i;
const POSITION_PATH = /\/(?:comment-page|page)[-/]\d+\/?$/i;

/** @returns the address to tell subjects apart by; an address that cannot be read is returned as it is */
export function canonicalUrl(raw: string): string {
  let url: URL;
  try {
    url = new URL(raw);
  } catch {
    return raw;
  }
  url.hash = "";
  url.username = "";
  url.password = "";
  for (const key of [...url.searchParams.keys()])
    if (TRACKING.test(key) || POSITION.test(key)) url.searchParams.delete(key);
  url.searchParams.sort();
  url.pathname = amazonPath(url) ?? url.pathname.replace(POSITION_PATH, "/").replace(/(.)\/$/, "$1");
  return url.href;
}

/** Every road to an Amazon product carries its number: /Some-Name/dp/B00…/ref=…, /gp/product/…, /product-reviews/… */
function amazonPath(url: URL): string | undefined {
  if (!/(?:^|\.)amazon\.[a-z.]+$/.test(url.hostname)) return undefined;
  const number = url.pathname.match(/\/(?:dp|gp\/product|gp\/aw\/d|product-reviews|ASIN)\/([A-Z0-9]{10})(?:\/|$)/)?.[1];
  if (number) url.search = "";
  return number && `/dp/${number}`;
}

/** Host without `www.`; "" when there is none. */
export function siteOfUrl(raw: string): string {
  try {
    return new URL(raw).hostname.replace(/^www\./, "");
  } catch {
    return "";
  }
}
