/** Finds the address of the next page of the same reviews. */
import { line } from "../document/text";

const NEXT_TEXT =
  /^[\s»›>→]*(?:next(?: page)?|more (?:reviews|comments)|(?:load|show|view|see) more (?:reviews|comments)|older comments|previous comments|weiter|nächste(?: seite)?|ältere kommentare|suivante?|page suivante|siguiente|próximo|próxima|seguinte|successiv[ao]|avanti|далее|следующая|вперёд|вперед|下一页|下一頁|下页|次へ|次のページ|다음|volgende|nästa|następna|наступна)[\s»›>→]*$|^[»›→>]$/i;
/** Where the newest page has the highest number, "older" counts down. */
const OLDER_TEXT =
  /older comments|ältere kommentare|previous comments|commentaires précédents|comentarios (?:anteriores|más antiguos)|предыдущие комментарии/i;
const PAGING = /pag(?:ination|er|ing|enav|es)|nav(?:-|_)?(?:links|next|previous)|comment-?nav|nextprev|seiten/i;
/** Parts of an address in which only the position in a list changes. */
const POSITION_KEY =
  /^(?:p|pg|page|pagina|pagenumber|page_?num|pageno|cpage|paged|start|offset|from|skip|seite|seite|cp|review_?page|reviews_?page|rpage|pn|after|cursor|next|comment_?page|count)$/i;
const POSITION_PATH =
  /(?:^|\/)(?:page|seite|pagina|p|comment-page|reviews?)[-/_]?p?\d{1,4}\/?$|[-_/](?:p|page|or)?\d{1,4}(?:\.html?)?\/?$/i;

/**
 * @param url address of this document; links are resolved against it, so a parsed document works too
 * @returns an address of the same origin that differs from this one only in its position, never a "next article"
 */
export function nextPageOf(document: Document, url: string, ruled?: string): string | undefined {
  const named = ruled && resolve(ruled, url);
  if (named && sameOrigin(named, url) && named !== url) return named;
  const marked = [...document.querySelectorAll('link[rel~="next" i][href], a[rel~="next" i][href]')];
  const worded = [...document.querySelectorAll("a[href]")].filter((link) => isNextLink(link));
  for (const link of [...marked, ...worded, ...numbered(document)]) {
    const next = resolve(link.getAttribute("href") ?? "", url);
    const older = OLDER_TEXT.test(line(link.textContent));
    if (next && isLaterPage(url, next, older)) return next;
  }
  return undefined;
}

function isNextLink(link: Element): boolean {
  const text = line(link.textContent) || line(link.getAttribute("aria-label")) || line(link.getAttribute("title"));
  if (text.length > 40) return false;
  return NEXT_TEXT.test(text) || NEXT_TEXT.test(line(link.getAttribute("aria-label")));
}

/** "1 [2] 3 4": the number after the one that is no link, or is marked as current. */
function numbered(document: Document): Element[] {
  const found: Element[] = [];
  for (const current of document.querySelectorAll(
    '[aria-current="page"], [aria-current="true"], [class*="current"], [class*="active"], [class*="selected"]',
  )) {
    const number = line(current.textContent);
    if (!/^\d{1,4}$/.test(number)) continue;
    const area = current.closest("nav, ul, ol") ?? current.parentElement;
    if (
      !area ||
      !PAGING.test(
        `${area.className} ${area.id} ${area.parentElement?.className ?? ""} ${area.getAttribute("aria-label") ?? ""}`,
      )
    )
      continue;
    const next = [...area.querySelectorAll("a[href]")].find(
      (link) => line(link.textContent) === String(Number(number) + 1),
    );
    if (next) found.push(next);
  }
  return found;
}

function resolve(href: string, base: string): string | undefined {
  if (!href || /^(?:javascript|mailto|data|#)/i.test(href.trim())) return undefined;
  try {
    return new URL(href, base).href;
  } catch {
    return undefined;
  }
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
  const changed = [...new Set([...here.searchParams.keys(), ...there.searchParams.keys()])].filter(
    (key) => here.searchParams.get(key) !== there.searchParams.get(key),
  );
  if (place(here) === place(there) || whole(here) === place(there) || place(here) === whole(there)) {
    const moved = changed.some((key) => POSITION_KEY.test(key)) || here.pathname !== there.pathname;
    const counted = place(here) === place(there);
    return moved && (mayGoBack || !counted || !goesBack(here, there));
  }
  return false;
}

function whole(url: URL): string {
  return url.pathname.replace(/\.html?$/, "").replace(/\/$/, "");
}

function place(url: URL): string {
  return url.pathname
    .replace(POSITION_PATH, "")
    .replace(/\.html?$/, "")
    .replace(/\/$/, "");
}

function goesBack(here: URL, there: URL): boolean {
  const [from, to] = [position(here), position(there)];
  return from !== undefined && to !== undefined && to < from;
}

function position(url: URL): number | undefined {
  for (const [key, value] of url.searchParams) if (POSITION_KEY.test(key) && /^\d+$/.test(value)) return Number(value);
  const path = url.pathname.match(POSITION_PATH)?.[0].match(/\d+/);
  return path ? Number(path[0]) : undefined;
}
