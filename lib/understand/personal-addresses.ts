/** Postal addresses: a street's kind, its name and a number, in the order each language writes them. */
import type { Span } from "../domain";
import { places } from "./personal-contacts";

const NAME = "\\p{Lu}[\\p{L}'’.-]{1,24}";
const SMALL = "(?:de|del|della|delle|dei|da|do|dos|das|du|des|la|le|les|los|las|di|van|der|den|l['’]|d['’]|e|et|y)";
const HOUSE = "\\d{1,5}(?:(?:[a-zа-я]|\\s?[A-ZА-Я])(?![\\p{L}\\d]))?(?:\\s?[-/]\\s?\\d{1,4})?(?![\\d%]|[.,]\\d)";
const EDGE = "(?<![\\p{L}\\p{N}])";
const TOWN = `(?:,?\\s+(?:[A-Z]{1,2}-)?\\d{4,6}(?:\\s[A-Z]{2})?\\s+${NAME}(?:\\s${NAME}){0,2})?`;

const ENGLISH_KIND =
  "(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive|Dr|Boulevard|Blvd|Court|Ct|Way|Place|Terrace|Close|Crescent|Square|Parkway|Pkwy|Highway|Hwy)\\b\\.?";
const NOT_STREETS =
  /(?:Hard|Flash|USB|Thumb|Disk|Solid|State|Google|Test|Pen|External|Tape|Zip|Star|Inch|Hour|Day|Main Menu|Food|Tennis|Supreme)\s+(?:Drive|Dr|Way|Place|Court|Street)\b/u;

/** Written alike in every text, whatever its language. */
const STREETS: readonly RegExp[] = [
  new RegExp(
    `${EDGE}\\d{1,5}[A-Z]?\\s+(?:[NSEW]\\.?\\s+)?(?:(?:${NAME}|\\d{1,3}(?:st|nd|rd|th))\\s+){1,3}${ENGLISH_KIND}(?:,?\\s+(?:Apt|Apartment|Unit|Suite|Flat|#)\\.?\\s?\\w{1,5})?(?:,\\s+${NAME}(?:\\s${NAME})?)?(?:,?\\s+[A-Z]{2}\\s+\\d{5}(?:-\\d{4})?|,?\\s+[A-Z]{1,2}\\d[A-Z\\d]?\\s\\d[A-Z]{2})?`,
    "gu",
  ),
  new RegExp(
    `${EDGE}(?:\\p{Lu}[\\p{Ll}-]{2,24}(?:straße|strasse|str\\.|gasse|weg|platz|allee|damm|ufer|straat|laan|plein|gracht|kade|gatan|vägen|gata|veien|gade|vej)|(?:${NAME}\\s){1,3}(?:Straße|Strasse|Str\\.|Weg|Platz|Allee|Gasse|Damm|Ring))\\s+(?:Nr\\.\\s?)?${HOUSE}${TOWN}`,
    "gu",
  ),
  new RegExp(
    `${EDGE}\\d{1,4}(?:\\s?(?:bis|ter))?,?\\s+(?:rue|avenue|av\\.|boulevard|bd|place|chemin|allée|impasse|quai|route|cours)\\s+(?:${SMALL}\\s?){0,3}${NAME}(?:[\\s-](?:${SMALL}\\s)?${NAME}){0,3}${TOWN}`,
    "gu",
  ),
  new RegExp(
    `${EDGE}(?:[Cc]/|[Cc]alle|[Aa]venida|[Aa]vda?\\.|[Pp]aseo|[Pp]laza|[Cc]arrer|[Rr]ua|[Aa]v\\.|[Tt]ravessa|[Aa]lameda|[Pp]raça|[Ll]argo|[Vv]iale|[Pp]iazza|[Cc]orso)\\s*(?:${SMALL}\\s?){0,2}${NAME}(?:\\s(?:${SMALL}\\s?){0,2}${NAME}){0,3},?\\s+(?:n[º°.]?\\s?)?${HOUSE}${TOWN}`,
    "gu",
  ),
  /(?<![\p{L}\p{N}])(?:ул\.|улиц[аеуы]|пр-т\.?|проспект[е]?|просп\.|пер\.|переул(?:ок|ке)|бульвар[е]?|наб\.|шоссе|пл\.)\s?\p{Lu}[\p{L}-]{2,24}(?:\s\p{Lu}[\p{L}-]{2,24}){0,2},?\s+(?:д\.|дом\s)?\s?\d{1,4}\s?[а-я]?(?![\p{L}\d])(?:,?\s(?:корп?\.|стр\.)\s?\d{1,3})?(?:,?\s(?:кв\.|квартира)\s?\d{1,4})?/gu,
  /(?<![\p{L}\p{N}])(?:ul\.|al\.|os\.|pl\.)\s?\p{Lu}[\p{L}-]{2,24}(?:\s\p{Lu}[\p{L}-]{2,24}){0,2}\s\d{1,4}(?:\/\d{1,4})?(?:,?\s\d{2}-\d{3}\s\p{Lu}\p{L}+)?/gu,
  /\p{Script=Han}{2,12}(?:路|街|大道|巷|胡同)\d{1,5}[号弄號](?:[\d\p{Script=Han}]{0,4}?\d{1,4}(?:室|号楼|单元|栋|号|楼)){0,4}/gu,
  /(?:〒\s?\d{3}-\d{4}\s*)?\p{Script=Han}{2,4}[都道府県][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,12}[市区町村][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{0,10}\d{1,4}(?:(?:丁目|番地?の?|[-−ー])\d{0,4}){1,4}(?:号|\d{1,4}号室)?/gu,
  /〒\s?\d{3}-\d{4}/gu,
  /\p{Script=Hangul}{1,6}[시구]\s\p{Script=Hangul}{1,10}[로길]\s?\d{1,4}/gu,
];

/** "via" is a preposition elsewhere. */
const ITALIAN = new RegExp(
  `${EDGE}(?:[Vv]ia|[Vv]icolo|[Ss]trada)\\s+(?:${SMALL}\\s?){0,2}${NAME}(?:\\s${NAME}){0,3},?\\s+(?:n[º°.]?\\s?)?${HOUSE}${TOWN}`,
  "gu",
);
/** "Der Weg 3 Kilometer …": an article makes it a way, not a street's name. */
const ARTICLE =
  /^(?:Der|Die|Das|Den|Dem|Ein|Eine[nr]?|Kein|Mein|Unser|Diese[rn]?|Auf|The|This|That|My|Our|One)\s(?:Weg|Platz|Ring|Straße|Way|Place|Court|Drive)\b/u;
const TECHNICAL = /Bluetooth|USB|HDMI|Wi-?Fi|WLAN|App|DHL|UPS|Amazon|PayPal|Type|Cat|Port|Playa|Mayor de \d/u;

/** @returns places of postal addresses with a house number; a street or a town alone is no one's address */
export function findAddresses(text: string, language: string): Span[] {
  const patterns = language === "it" ? [...STREETS, ITALIAN] : STREETS;
  return patterns
    .flatMap((pattern) => places(text, pattern))
    .map((place) => trimmed(text, place))
    .filter(({ start, end }) => {
      const written = text.slice(start, end);
      return !NOT_STREETS.test(written) && !ARTICLE.test(written) && !TECHNICAL.test(written);
    });
}

/** Words that lead to an address where no space parts them, and the stop after it. */
function trimmed(text: string, { start, end }: Span): Span {
  const written = text.slice(start, end);
  const lead =
    /^\p{Script=Han}*?(?:到了?|送往|位于|住在|地址是|地址|是|在)(?=\p{Script=Han}{2})/u.exec(written)?.[0].length ?? 0;
  const trail = /[.,\s]+$/u.exec(written)?.[0].length ?? 0;
  return { start: start + lead, end: end - trail };
}
