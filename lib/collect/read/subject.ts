/** What the page is about: its own data first, then what it tells social networks, then its title. */
import { countOf } from "../data/json-fields";
import type { Found } from "../data/schema-org";
import { line } from "../document/text";
import type { RawReview, RawSubject } from "../site";
import { readCategory, withoutEnds } from "./category";
import { readPrice } from "./price";
import { readTotals } from "./totals";

/** Things people review come before pages and publishers. */
const ORDER = [
  /^(?:Product|ProductGroup|IndividualProduct)$/,
  /^(?:Recipe|Book|Movie|TVSeries|VideoGame|Mobile|Software|WebApplication|Course|Event|Service|MusicAlbum|Vehicle|Car)/,
  /^(?:Hotel|Lodging|Restaurant|Food|Store|Local|Tourist|Place|Dentist|Physician|Educational)/,
  /^(?:Discussion|SocialMedia)/,
  /^(?:Article|NewsArticle|BlogPosting|VideoObject|CreativeWork)$/,
  /^(?:Organization|Corporation|Brand)$/,
];

/** @param shown the elements of the records: what is said of all of them stands around them */
export function readSubject(document: Document, found: Found, shown: Map<Element, RawReview> = new Map()): RawSubject {
  const best = found.subjects
    .map(({ types, subject }) => ({ subject, rank: rankOf(types, subject) }))
    .filter(({ rank, subject }) => rank >= 0 && subject.name)
    .sort((a, b) => a.rank - b.rank)[0]?.subject;
  const rated = found.subjects.find(
    ({ subject }) => subject.ratingCount !== undefined && (!best || subject.name === best.name),
  )?.subject;
  const said = { ...defined(fromMeta(document)), ...defined(rated ?? {}), ...defined(best ?? {}) };
  return {
    ...totalsBeside(said, document, shown),
    ...defined({ price: readPrice(document) }),
    ...said,
    ...defined({ category: pathOf(document, found, said) ?? said.category }),
    url: canonical(document) ?? (/^https?:\/\//i.test(best?.url ?? "") ? best?.url : undefined),
  };
}

/** Totals that the page shows, where its data says none: both from one place, not one from here and one from there. */
function totalsBeside(said: RawSubject, document: Document, shown: Map<Element, RawReview>): RawSubject {
  return said.ratingCount === undefined ? defined(readTotals(document, shown)) : {};
}

function pathOf(document: Document, found: Found, { name, siteName }: RawSubject): string[] | undefined {
  const told = found.paths?.find((path) => path.length > 1);
  const path = told
    ? withoutEnds(
        told.map((text) => ({ text, linked: true })),
        name,
        siteName,
      )
    : [];
  return path.length ? path : readCategory(document, name, siteName);
}

function rankOf(types: string[], subject: RawSubject): number {
  const rank = ORDER.findIndex((pattern) => types.some((type) => pattern.test(type)));
  if (rank < 0) return -1;
  return rank * 2 + (subject.ratingCount ? 0 : 3);
}

function fromMeta(document: Document): RawSubject {
  const price = meta(document, "product:price:amount") ?? meta(document, "og:price:amount");
  const currency = meta(document, "product:price:currency") ?? meta(document, "og:price:currency");
  return {
    name: meta(document, "og:title") ?? titleOf(document),
    siteName: meta(document, "og:site_name") ?? meta(document, "application-name"),
    brand: meta(document, "product:brand") ?? meta(document, "og:brand"),
    price: price && [price, currency].filter(Boolean).join(" "),
    ratingCount: countOf(meta(document, "og:rating_count")),
  };
}

function titleOf(document: Document): string | undefined {
  const headings = [...document.querySelectorAll("h1")].map(({ textContent }) => line(textContent));
  // Of several the one that the title of the window repeats.
  const heading = headings.length === 1 ? headings[0] : headings.find((text) => text && document.title.includes(text));
  if (!heading) return line(document.title) || undefined;
  return (heading.length > 2 && heading.length < 200 ? heading : line(document.title)) || undefined;
}

function meta(document: Document, property: string): string | undefined {
  const element = document.querySelector(`meta[property="${property}"], meta[name="${property}"]`);
  return line(element?.getAttribute("content")) || undefined;
}

/** Address the page gives itself: `<link rel=canonical>`, else `og:url`. */
export function canonical(document: Document): string | undefined {
  const link = document.querySelector('link[rel~="canonical" i][href]')?.getAttribute("href");
  for (const value of [link, meta(document, "og:url")]) {
    if (value && /^https?:\/\//i.test(value.trim())) return value.trim();
  }
  return undefined;
}

function defined(subject: RawSubject): RawSubject {
  return Object.fromEntries(
    Object.entries(subject).filter(([, value]) => value !== undefined && value !== ""),
  ) as RawSubject;
}
