/** The language of a page together with its country, which decides how it writes dates, numbers and money. */
import { knownLanguage } from "./dates/languages";

/** Country codes of top-level domains that are sold to everybody, and say nothing about where a site is read. */
const SOLD_TO_ALL = new Set(
  "ai am as bz cc cd co cx fm gg gl im in-addr io is la ly me mn mu nu pw sc sh so st su tk to tv vc vu ws".split(" "),
);
/** Where the code of a domain is not the one of its country. https://www.iana.org/domains/root/db */
const REGIONS = new Map([
  ["uk", "GB"],
  ["eu", "150"],
]);
/** Subdomains by which English sites tell their countries apart. */
const ENGLISH_SUBDOMAIN = /^(uk|au|nz|ie|ca|za|sg|in|us)\./;

/**
 * @param language `<html lang>`
 * @returns a tag with its country where language, path ("/en-gb/"), subdomain or domain tell it; undefined when nothing is known
 */
export function pageLocale(language: string | undefined, url: string): string | undefined {
  const stated = knownLanguage(language);
  const region = regionOf(url, stated);
  if (!stated) return region && languageOfRegion(region);
  const locale = new Intl.Locale(stated);
  if (locale.region || !region) return stated;
  return knownLanguage(`${stated}-${region}`) ?? stated;
}

/** ISO 3166 code of the country of a page, by its language tag or its address. */
export function pageRegion(language: string | undefined, url: string): string | undefined {
  const stated = knownLanguage(language);
  return (stated && new Intl.Locale(stated).region) ?? regionOf(url, stated);
}

function regionOf(url: string, language: string | undefined): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { hostname, pathname } = new URL(url);
  const inPath = pathname.match(/^\/([a-z]{2})[-_]([a-z]{2})(?:\/|$)/i);
  if (inPath && (!language || language.startsWith(inPath[1]?.toLowerCase() ?? ""))) return inPath[2]?.toUpperCase();
  const subdomain = /^en\b/.test(language ?? "") ? hostname.match(ENGLISH_SUBDOMAIN)?.[1] : undefined;
  const code = subdomain ?? hostname.match(/\.([a-z]{2})$/)?.[1];
  if (!code || (!subdomain && SOLD_TO_ALL.has(code))) return undefined;
  return REGIONS.get(code) ?? code.toUpperCase();
}

function languageOfRegion(region: string): string | undefined {
  try {
    const { language } = new Intl.Locale(`und-${region}`).maximize();
    return language === "und" ? undefined : knownLanguage(`${language}-${region}`);
  } catch {
    return undefined;
  }
}
