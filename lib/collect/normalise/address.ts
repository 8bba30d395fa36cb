/** One address for one thing: without what only says where a visitor came from, and where in its reviews a page stands. */
import { isBrought, originOf } from "../files/address";
import {
  ADDRESS_RULES,
  type AddressRule,
  ONLY_BESIDE,
  PATH_POSITION,
  POSITION,
  REVIEWS_PATH,
  SHAPES,
  SHORT_PAGE,
  TRACKING,
} from "./address-rules";

/**
 * @returns the address to tell subjects apart by; an address that cannot be read is returned as it is. A language in the
 * path stays: its reviews are others.
 */
export function canonicalUrl(raw: string): string {
  if (!URL.canParse(raw) || isBrought(raw)) return raw;
  const url = new URL(raw);
  url.username = "";
  url.password = "";
  url.hash = isRoute(url.hash) ? url.hash : "";
  const rule = siteRuleFor(url);
  if (rule) return bySite(rule, url).href;
  dropParameters(url);
  const path = plainPath(url.pathname);
  const shape = SHAPES.find(({ path: pattern }) => pattern.test(path));
  if (shape?.keep) keepOnly(url, url, shape.keep);
  const isProgram = url.search !== "" && PROGRAM_FILE.test(path);
  url.pathname = shape ? filled(shape, path) : isProgram ? path : thingPath(path);
  url.searchParams.sort();
  return url.href;
}

/**
 * What a subject is known by: the canonical address without the protocol and without the part of the host that only names
 * a kind of screen (`www.`, `m.`, `amp.`).
 */
export function subjectKey(raw: string): string {
  return canonicalUrl(raw).replace(/^https?:\/\/(?:(?:www|m|mobile|amp|touch)\d?\.)*/i, "");
}

/** Host without `www.`, or the name of the file that an address stands for; "" when there is none. */
export function siteOfUrl(raw: string): string {
  const origin = originOf(raw);
  if (origin) return origin.how === "file" ? origin.name : "";
  return URL.canParse(raw) ? new URL(raw).hostname.replace(/^www\./, "") : "";
}

/** Whether a site's own rule names the subject of an address: then no other address needs to be asked. */
export function hasSiteRule(raw: string): boolean {
  return URL.canParse(raw) && siteRuleFor(new URL(raw)) !== undefined;
}

function siteRuleFor(url: URL): AddressRule | undefined {
  const path = plainPath(url.pathname);
  return ADDRESS_RULES.find(({ hosts, path: pattern }) => hosts.test(url.hostname) && pattern.test(path));
}

function bySite(rule: AddressRule, url: URL): URL {
  const made = new URL(filled(rule, plainPath(url.pathname)), url);
  if (rule.host) made.hostname = rule.host;
  keepOnly(made, url, rule.keep ?? []);
  return made;
}

/** The path of a rule with what it found in place of `$1`, `$2`. */
function filled({ path, to }: Pick<AddressRule, "path" | "to">, actual: string): string {
  const found = actual.match(path);
  return to.replace(/\$(\d)/g, (_, group: string) => found?.[Number(group)] ?? "").replace(/(.)\/$/, "$1");
}

function keepOnly(made: URL, from: URL, keys: readonly string[]): void {
  const kept = keys.flatMap((key) => {
    const value = from.searchParams.get(key);
    return value === null ? [] : [[key, value]];
  });
  if (kept.length || made !== from) {
    const own = made === from ? [] : [...made.searchParams];
    made.search = new URLSearchParams([...own, ...kept]).toString();
  }
}

/** "#!/product/12" and "#/product/12" are addresses of their own; "#reviews" is a place on the page. */
function isRoute(hash: string): boolean {
  return /^#!?\/[^?&]/.test(hash);
}

/** Where the path is that of a program, or none, a parameter must name the thing. */
const PROGRAM = /^\/?$|\.(?:php|aspx?|cgi|jsp|do|pl)$|\/(?:item|product|detail|view|show|watch)$/i;

const PROGRAM_FILE = /\.(?:php|aspx?|jsp)$/i;

function dropParameters({ searchParams, pathname }: URL): void {
  for (const key of [...searchParams.keys()]) if (POSITION.test(key)) searchParams.delete(key);
  const naming = [...searchParams.keys()].filter((key) => !TRACKING.test(key) && !SHORT_PAGE.test(key));
  const spare = naming.length > 0 || !PROGRAM.test(pathname);
  for (const [key, value] of [...searchParams]) {
    const isTracking = TRACKING.test(key) && (spare || !ONLY_BESIDE.test(key));
    if (isTracking || (spare && SHORT_PAGE.test(key) && /^\d{1,3}$/.test(value))) searchParams.delete(key);
  }
}

/** One spelling of what may be encoded or not, and no doubled slashes. */
function plainPath(path: string): string {
  return path
    .split("/")
    .filter((part, index) => part || index === 0)
    .map((part) => decoded(part))
    .join("/")
    .replace(/^$/, "/");
}

function decoded(part: string): string {
  try {
    const text = decodeURIComponent(part).normalize("NFC");
    return /[/?#\\%]/.test(text) ? part : text;
  } catch {
    return part;
  }
}

/** The path of the thing itself: not of a page of its list, and not of its reviews where the part before names one thing. */
function thingPath(path: string): string {
  let short = path;
  for (let step = 0; step < 3; step += 1) short = short.replace(PATH_POSITION, "").replace(/(.)\/$/, "$1");
  const thing = short.replace(REVIEWS_PATH, "");
  const last = thing.split("/").at(-1) ?? "";
  const namesThing = /\d/.test(last) || last.split("-").length > 2;
  return (namesThing ? thing : short) || "/";
}
