/** Reads a rating off an element: words, labels, data attributes, class names, widths, counted stars. */
import { looksLikeRating } from "./signals";
import { line } from "./text";
import { STAR_WORD, VOTE_WORD, wordsOf } from "./vocabulary";

export interface RawRating {
  rating: number | string;
  ratingScale?: number;
}

/** A rating that is stated as one, where no record beside it has any: words alone may speak of another thing. */
export function readSureRating(element: Element, isOther: (element: Element) => boolean): RawRating | undefined {
  for (const inner of element.querySelectorAll("*")) {
    const found = isOther(inner) ? undefined : (fromItemprop(inner) ?? fromLabel(inner));
    if (found) return found;
  }
  return fromOwnAttribute(element);
}

/** `<review-item score="4">`: a record that carries its rating itself. */
function fromOwnAttribute(record: Element): RawRating | undefined {
  for (const name of ["rating", "score", "stars", "data-rating", "data-score", "data-stars", "data-review-rating"]) {
    const text = record.getAttribute(name)?.trim() ?? "";
    const value = /^\d{1,3}(?:[.,]\d{1,2})?$/.test(text) ? Number(text.replace(",", ".")) : Number.NaN;
    if (value <= 10) return { rating: value, ...(value > 5 ? { ratingScale: 10 } : {}) };
  }
  return undefined;
}

/** First rating that an element or something in it states, the surest way of stating it first. */
export function readRating(element: Element, isOther: (element: Element) => boolean): RawRating | undefined {
  const all = [element, ...element.querySelectorAll("*")].filter((inner) => inner === element || !isOther(inner));
  const starry = all.filter((inner) => isStarry(wordsOf(inner)));
  for (const read of [fromItemprop, fromLabel]) {
    for (const inner of all) {
      const found = read(inner);
      if (found) return found;
    }
  }
  for (const inner of starry) {
    const found = fromData(inner) ?? fromClass(inner) ?? fromStyle(inner) ?? fromNumber(inner);
    if (found) return found;
  }
  return fromText(all) ?? fromStars(starry) ?? fromOwnAttribute(element);
}

/** Named after stars or ratings, and not after votes or likes. */
export function isStarry(words: string[]): boolean {
  return words.some((word) => STAR_WORD.test(word)) && !words.some((word) => VOTE_WORD.test(word));
}

function fromItemprop(element: Element): RawRating | undefined {
  if (element.getAttribute("itemprop") !== "ratingValue") return undefined;
  const value = Number((element.getAttribute("content") ?? line(element.textContent)).replace(",", "."));
  const best = element.parentElement?.querySelector("[itemprop=bestRating]");
  const scale = Number(best?.getAttribute("content") ?? best?.textContent ?? Number.NaN);
  return Number.isFinite(value) ? { rating: value, ...(scale > 0 ? { ratingScale: scale } : {}) } : undefined;
}

function fromLabel(element: Element): RawRating | undefined {
  if (element.localName === "meter" || element.getAttribute("role") === "meter") {
    const value = Number(element.getAttribute("value") ?? element.getAttribute("aria-valuenow") ?? Number.NaN);
    const max = Number(element.getAttribute("max") ?? element.getAttribute("aria-valuemax") ?? 5);
    if (Number.isFinite(value)) return { rating: value, ratingScale: max };
  }
  for (const name of ["aria-label", "title", "alt", ""]) {
    const value = name ? line(element.getAttribute(name)) : titleOfDrawing(element);
    if (looksLikeRating(value) && /\d|★/.test(value)) return { rating: value };
  }
  return undefined;
}

/** `<svg><title>4.0 of 5 bubbles</title>` */
function titleOfDrawing(element: Element): string {
  const title = element.localName === "svg" ? element.firstElementChild : null;
  return title?.localName === "title" ? line(title.textContent).slice(0, 80) : "";
}

function fromText(elements: Element[]): RawRating | undefined {
  for (const element of elements) {
    const text = element.childElementCount <= 2 ? line(element.textContent) : "";
    if (text.length < 40 && looksLikeRating(text) && /\d|[★⭐]/.test(text)) return { rating: text };
  }
  return undefined;
}

function fromData(element: Element): RawRating | undefined {
  for (const { name, value } of element.attributes) {
    if (isOneOfARow(element, name)) continue;
    if (!/^data-.*(?:rating|score|stars?|value|rate|note)$|^(?:rating|score|value)$/.test(name)) continue;
    const number = Number(value.replace(",", "."));
    if (value && number >= 0 && number <= 100)
      return { rating: number, ...(number > 10 ? { ratingScale: 100 } : number > 5 ? { ratingScale: 10 } : {}) };
  }
  const style = element.getAttribute("style")?.match(/--[\w-]*(?:rating|stars?|score|value)[\w-]*:\s*([\d.]+)/);
  return style ? { rating: Number(style[1]) } : undefined;
}

/** Five siblings with 1, 2, 3, 4, 5: each says which star it is, not how many were given. */
function isOneOfARow(element: Element, attribute: string): boolean {
  const values = [...(element.parentElement?.children ?? [])].flatMap((child) => child.getAttribute(attribute) ?? []);
  return values.length >= 3 && new Set(values).size === values.length;
}

/** `a-star-4-5`, `stars40`, `rating-4`, `star_3`; 10–50 are tenths of stars, and `allstar10` is one. */
function fromClass(element: Element): RawRating | undefined {
  const name = element.getAttribute("class") ?? "";
  const tenths = name.match(/(?:^|\s)allstar([1-5])([05])(?=$|\s)/);
  if (tenths) return { rating: Number(`${tenths[1]}.${tenths[2]}`), ratingScale: 5 };
  const found = name.match(
    /(?:^|[\s_-])(?:(?:rating|stars?|rate|score|note|sterne?|val|count)[-_]*)+(?:small|medium|large|s|m|l)?[-_]*(\d{1,3})(?:[-_.](\d))?(?=$|[\s_-])/i,
  );
  if (!found) return undefined;
  const whole = Number(found[1]);
  if (whole > 10) return whole <= 50 ? { rating: whole / 10, ratingScale: 5 } : { rating: whole, ratingScale: 100 };
  return { rating: whole + (found[2] ? Number(found[2]) / 10 : 0), ...(whole > 5 ? { ratingScale: 10 } : {}) };
}

/** Stars drawn in front of empty ones, as wide as the rating. */
function fromStyle(element: Element): RawRating | undefined {
  for (const inner of [element, ...element.querySelectorAll("[style*=width]")]) {
    const width = inner.getAttribute("style")?.match(/(?:^|[;\s])width:\s*([\d.]+)%/);
    if (width && Number(width[1]) <= 100) return { rating: Number(width[1]) / 20, ratingScale: 5 };
  }
  return undefined;
}

/** "4", "4.5", "8,5" alone in an element named after stars or ratings. */
function fromNumber(element: Element): RawRating | undefined {
  const text = line(element.textContent);
  if (!/^\d{1,2}(?:[.,]\d)?$/.test(text)) return undefined;
  const value = Number(text.replace(",", "."));
  return value <= 10 ? { rating: value, ...(value > 5 ? { ratingScale: 10 } : {}) } : undefined;
}

const EMPTY =
  /empty|off|gr[ae]y|inactive|unfilled|outline|disabled|blank|\bfar\b|star-o\b|border|hollow|none|unselected|unchecked/i;
const FULL =
  /full|filled|\bon\b|active|solid|checked|selected|\bfas\b|fa-star(?!-o)|yellow|gold|orange|rated|positive|highlight/i;

/** Pictures of stars side by side: full ones and empty ones are named or drawn differently. */
function fromStars(starry: Element[]): RawRating | undefined {
  for (const stars of [...starry.map(starsIn), ...starry.map(starsBeside)]) {
    if (stars.length < 3 || stars.length > 10 || new Set(stars.map((star) => star.localName)).size > 1) continue;
    const looks = stars.map(look);
    const layered = inTwoParts(looks);
    if (layered !== undefined) return { rating: layered, ratingScale: stars.length };
    const full = looks.filter((name) => FULL.test(name) && !EMPTY.test(name)).length;
    const empty = looks.filter((name) => EMPTY.test(name)).length;
    if (full + empty === stars.length || (full > 0 && new Set(looks).size > 1))
      return { rating: full, ratingScale: stars.length };
    if (new Set(looks).size === 1 && stars.length === 5 && STAR_ICON.test(looks[0] ?? ""))
      return { rating: 5, ratingScale: 5 };
    if (full === 0 && empty > 0) return { rating: stars.length - empty, ratingScale: stars.length };
  }
  return undefined;
}

/** A font's picture of a filled star. */
const STAR_ICON =
  /(?:^|[\s_-])(?:fa|fas|glyphicons?|icon|bi|ti|mdi|ion|dashicons|la|ri|uil)-star(?:-fill(?:ed)?|-full)?(?=$|\s)/i;

function starsIn(element: Element): Element[] {
  return [...element.children].flatMap((child) =>
    child.childElementCount > 2 && child.children.length === 5 ? [...child.children] : [child],
  );
}

/** Stars without an element around them: siblings that are stars, or hold nothing but parts of one. */
function starsBeside(element: Element): Element[] {
  for (const star of [element, element.parentElement]) {
    const all = [...(star?.parentElement?.children ?? [])].filter(
      (beside) => beside.localName === star?.localName && !beside.textContent?.trim() && isStar(beside),
    );
    if (all.length >= 3) return all;
  }
  return [];
}

function isStar(element: Element): boolean {
  return isStarry(wordsOf(element)) || [...element.children].slice(0, 4).some((child) => isStarry(wordsOf(child)));
}

/** A full star may be drawn over an empty one: those in front, all alike, have more parts than those behind, all alike. */
function inTwoParts(looks: string[]): number | undefined {
  const [first = ""] = looks;
  const last = looks.at(-1) ?? "";
  const full = looks.filter((name) => name === first).length;
  const ordered = looks.every((name, index) => name === (index < full ? first : last));
  const richer = first.length > last.length && EMPTY.test(first) && FULL.test(first) && EMPTY.test(last);
  return ordered && first !== last && richer ? full : undefined;
}

function look(star: Element): string {
  const parts = [star, ...star.querySelectorAll("*")].slice(0, 6);
  return parts
    .map((part) =>
      ["class", "src", "href", "xlink:href", "data-icon", "name"]
        .map((name) => part.getAttribute(name) ?? "")
        .join(" "),
    )
    .join(" ");
}
