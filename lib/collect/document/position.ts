/** Addresses in which only the position in a list differs: `?page=2`, `/page/2`, `/comment-page-2`, `-2.html`. */

/** Parts of an address in which only the position in a list changes. */
const POSITION_KEY =
  /^(?:p|pg|page|pagina|pagenumber|page_?num|pageno|cpage|paged|start|offset|from|skip|seite|cp|review_?page|reviews_?page|rpage|pn|after|cursor|next|comment_?page|count)$/i;
const POSITION_PATH =
  /(?:^|\/)(?:page|seite|pagina|p|comment-page|reviews?)[-/_]?p?\d{1,4}\/?$|[-_/](?:p|page|or)?\d{1,4}(?:\.html?)?\/?$/i;

export function isPositionKey(key: string): boolean {
  return POSITION_KEY.test(key);
}

/** The path without the position in it and without its ending. */
export function withoutPosition({ pathname }: URL): string {
  return withoutEnding(pathname.replace(POSITION_PATH, ""));
}

export function withoutEnding(path: string): string {
  return path.replace(/\.html?$/, "").replace(/\/$/, "");
}

/** @returns the position an address names, as a number, when it names one */
export function positionIn({ searchParams, pathname }: URL): number | undefined {
  for (const [key, value] of searchParams) if (isPositionKey(key) && /^\d+$/.test(value)) return Number(value);
  const path = pathname.match(POSITION_PATH)?.[0].match(/\d+/);
  return path ? Number(path[0]) : undefined;
}

/** A fragment that is a route of its own (`#/product/7`, `#!/reviews`), not a place in the page. */
const ROUTE = /^#!?\//;

/**
 * What an address leads to in the same document: equal for two addresses that differ only in their position in a list or
 * in a place within the page. A page that changes it without a load shows another subject.
 */
export function routeOf(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  for (const key of [...url.searchParams.keys()]) if (isPositionKey(key)) url.searchParams.delete(key);
  url.searchParams.sort();
  return `${url.origin}${url.pathname.replace(/\/(?:comment-page|page|seite|pagina)[-/_]?\d{1,4}\/?$/i, "").replace(/\/$/, "")}?${url.searchParams}${ROUTE.test(url.hash) ? url.hash : ""}`;
}
