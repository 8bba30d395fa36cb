/** The name of a subject without the name of the site around it. */
import { fold } from "../document/fold";
import { cleanLine } from "./clean";

/** Signs that stand between a name and the name of a site. */
const BETWEEN = /\s+[|–—·•»«›‹~-]{1,2}\s+|\s*[|｜]\s*|\s*:\s+|\s+:\s*|\s*：\s*|\s*_\s+|\s+::\s+/u;
/** What pages of reviews put before the name, once the site's name is gone. */
const REVIEWS_OF =
  /^(?:customer reviews|product reviews|reviews|kundenrezensionen|bewertungen|commentaires en ligne|avis|opiniones de clientes|recensioni clienti|カスタマーレビュー|отзывы)\s*:\s+/iu;
const BUY =
  /^(?:buy|shop|order|kaufen|acheter|comprar|compra|acquista|купить)\s+(\S.{2,}?)\s+(?:online|en ligne|on line|онлайн)\b.{0,60}$/iu;

/**
 * @param site what the site is called: its host, and the name it gives itself
 * @returns the name; the site's name is taken off its ends only where it stands there whole
 */
export function subjectName(raw: string | undefined, site: { host: string; name?: string }): string | undefined {
  const name = cleanLine(raw);
  if (!name) return undefined;
  const names = siteNames(site);
  const parts = partsOf(name);
  const kept = [...parts];
  while (kept.length > 1 && isSite(kept[0]?.text, names)) kept.shift();
  while (kept.length > 1 && isSite(kept.at(-1)?.text, names)) kept.pop();
  if (kept.length === parts.length) return name;
  const rest = kept.map(({ text, sign }, index) => (index ? sign : "") + text).join("");
  const plain = rest.replace(REVIEWS_OF, "");
  return cleanLine(plain.match(BUY)?.[1] ?? plain) ?? name;
}

interface Part {
  text: string;
  /** What stands before it. */
  sign: string;
}

function partsOf(name: string): Part[] {
  const parts: Part[] = [];
  let rest = name;
  let sign = "";
  for (let found = rest.match(BETWEEN); found && parts.length < 12; found = rest.match(BETWEEN)) {
    parts.push({ text: rest.slice(0, found.index), sign });
    sign = found[0];
    rest = rest.slice((found.index ?? 0) + found[0].length);
  }
  return [...parts, { text: rest, sign }];
}

/** "shop.example.co.uk" → its host, "example", and the name it gives itself. */
function siteNames({ host, name }: { host: string; name?: string }): Set<string> {
  const labels = host.split(".").filter((label) => label !== "www");
  const suffix = labels.length > 2 && (labels.at(-2)?.length ?? 0) <= 3 ? 2 : 1;
  const own = labels.at(-1 - suffix) ?? "";
  return new Set(
    [host, labels.slice(-1 - suffix).join("."), own, name ?? ""]
      .map((text) => fold(text))
      .filter((text) => text.length > 1),
  );
}

/** The site's name itself, or with a word for what it is: "Example Shop", "Example.com", "the Example Store". */
function isSite(text: string | undefined, names: Set<string>): boolean {
  const folded = fold(
    (text ?? "").replace(/^the\s|\b(?:official\s)?(?:online\s?)?(?:shop|store|site|website|official)\b/giu, ""),
  );
  return names.has(folded) || names.has(fold(text ?? ""));
}
