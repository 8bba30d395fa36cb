/** Finds the address of the next page of the same reviews. */
import { isPositionKey, positionIn, withoutEnding, withoutPosition } from "../document/position";
import type { Root } from "../document/roots";
import { line } from "../document/text";
import { namesOf } from "./controls";
import { promisesMoreRecords, promisesNextPage } from "./labels";

/** Where the newest page has the highest number, "older" counts down. */
const OLDER_TEXT =
  /older|previous comments|ältere|commentaires précédents|comentarios (?:anteriores|más antiguos)|предыдущие|старые/i;
const PAGING = /pag(?:ination|er|ing|enav|es)|nav(?:-|_)?(?:links|next|previous)|comment-?nav|nextprev|seiten/i;

export interface NextPage {
  address: string;
  /** The link a person would follow, where there is one to be seen. */
  link?: Element;
}

/**
 * @param url address of this document; links are resolved against it, so a parsed document works too
 * @param ruled the address that the rules of the site find
 * @returns an address of the same origin that differs from this one only in its position, never a "next article"
 */
export function nextPageIn(roots: readonly Root[], url: string, ruled?: string): NextPage | undefined {
  const named = ruled && resolve(ruled, url);
  const links = roots.flatMap((root) => [...root.querySelectorAll("a[href]")]);
  if (named && sameOrigin(named, url) && named !== url)
    return { address: named, link: links.find((link) => resolve(link.getAttribute("href") ?? "", url) === named) };
  const marked = roots.flatMap((root) => [
    ...root.querySelectorAll('link[rel~="next" i][href], a[rel~="next" i][href]'),
  ]);
  for (const link of [...marked, ...links.filter(isNextLink), ...roots.flatMap(numbered)]) {
    const next = resolve(link.getAttribute("href") ?? "", url);
    if (!next || !isLaterPage(url, next, OLDER_TEXT.test(line(link.textContent)))) continue;
    return { address: next, ...(link.localName === "a" ? { link } : {}) };
  }
  return allRecords(links, url);
}

function isNextLink(link: Element): boolean {
  return namesOf(link).some((name) => promisesNextPage(name) || promisesMoreRecords(name));
}

/** "See all 1,204 reviews": a page of its own about the same thing, recognised by what both addresses name. */
function allRecords(links: readonly Element[], url: string): NextPage | undefined {
  const here = tellingParts(new URL(url));
  for (const link of here.size ? links : []) {
    if (!namesOf(link).some(promisesMoreRecords)) continue;
    const address = resolve(link.getAttribute("href") ?? "", url);
    if (!address || !sameOrigin(address, url) || pathOf(address) === pathOf(url)) continue;
    if ([...tellingParts(new URL(address))].some((part) => here.has(part))) return { address, link };
  }
  return undefined;
}

function pathOf(address: string): string {
  return new URL(address).pathname.replace(/\/$/, "");
}

/** Parts of an address that name one thing: numbers of articles, and names of several words. */
function tellingParts({ pathname }: URL): Set<string> {
  const parts = pathname
    .split("/")
    .filter((part) => /\d{5}|\d.*[A-Z]|[A-Z].*\d/.test(part) || /^[^-_]+(?:[-_][^-_]+){2,}/.test(part));
  return new Set(parts.map((part) => part.replace(/\.html?$/, "")));
}

/** "1 [2] 3 4": the number after the one that is no link, or is marked as current. */
function numbered(root: Root): Element[] {
  const found: Element[] = [];
  for (const current of root.querySelectorAll(
    '[aria-current="page"], [aria-current="true"], [class*="current"], [class*="active"], [class*="selected"]',
  )) {
    const number = line(current.textContent);
    if (!/^\d{1,4}$/.test(number)) continue;
    const area = current.closest("nav, ul, ol") ?? current.parentElement;
    if (!area || !PAGING.test(saidOf(area))) continue;
    const next = [...area.querySelectorAll("a[href]")].find(
      (link) => line(link.textContent) === String(Number(number) + 1),
    );
    if (next) found.push(next);
  }
  return found;
}

function saidOf(area: Element): string {
  const names = [area.className, area.id, area.parentElement?.className, area.getAttribute("aria-label")];
  return names.filter((name) => typeof name === "string").join(" ");
}

function resolve(href: string, base: string): string | undefined {
  if (!href || /^(?:javascript|mailto|data|#)/i.test(href.trim())) return undefined;
  return URL.canParse(href, base) ? new URL(href, base).href : undefined;
}

function sameOrigin(a: string, b: string): boolean {
  return new URL(a).origin === new URL(b).origin;
}

/** Same origin, same place, another position: `?page=2`, `/page/2`, `/comment-page-2`, `-2.html`. */
export function isLaterPage(current: string, next: string, mayGoBack = false): boolean {
  const [here, there] = [new URL(current), new URL(next)];
  there.hash = "";
  here.hash = "";
  if (here.origin !== there.origin || here.href === there.href) return false;
  const [from, to] = [withoutPosition(here), withoutPosition(there)];
  if (from !== to && withoutEnding(here.pathname) !== to && from !== withoutEnding(there.pathname)) return false;
  const changed = [...new Set([...here.searchParams.keys(), ...there.searchParams.keys()])].filter(
    (key) => here.searchParams.get(key) !== there.searchParams.get(key),
  );
  const moved = changed.some(isPositionKey) || here.pathname !== there.pathname;
  return moved && (mayGoBack || from !== to || !goesBack(here, there));
}

function goesBack(here: URL, there: URL): boolean {
  const [from, to] = [positionIn(here), positionIn(there)];
  return from !== undefined && to !== undefined && to < from;
}
