/** Countries and big cities, where a preposition or the word itself says that a place is meant. */
import type { EntityMention } from "../domain";
import { BEFORE_PLACE } from "./entity-words";

const LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "nl", "pl"];

/** ISO 3166-1 codes of countries people travel to, order from and live in. */
const COUNTRIES =
  "AR AT AU BE BG BR CA CH CL CN CO CU CY CZ DE DK EE EG ES FI FR GB GR HK HR HU ID IE IL IN IS IT JP KE KR LK LT LU LV MA MT MX MY NL NO NP NZ PE PH PK PL PT RO RS RU SA SE SG SI SK TH TN TW UA US UY VN ZA".split(
    " ",
  );

/** Cities in the spellings of several languages. */
const CITIES = `London|Londres|Londra|Paris|Parigi|París|Berlin|Berlino|Berlín|Munich|München|Hamburg|Frankfurt|Vienna|Wien|Vienne|Zurich|Zürich|Geneva|Rome|Roma|Rom|Milan|Milano|Mailand|Venice|Venezia|Florence|Firenze|Naples|Napoli|Madrid|Barcelona|Sevilla|Seville|Valencia|Lisbon|Lisboa|Lissabon|Lisbonne|Porto|Amsterdam|Rotterdam|Brussels|Bruxelles|Brüssel|Copenhagen|Kopenhagen|Stockholm|Oslo|Helsinki|Warsaw|Warszawa|Warschau|Prague|Prag|Praha|Budapest|Athens|Athen|Istanbul|Dublin|Edinburgh|Glasgow|Manchester|Liverpool|New York|New York City|NYC|Los Angeles|Chicago|San Francisco|Seattle|Boston|Miami|Las Vegas|Toronto|Vancouver|Montreal|Mexico City|São Paulo|Rio de Janeiro|Buenos Aires|Tokyo|Tokio|Osaka|Kyoto|Seoul|Beijing|Peking|Shanghai|Hong Kong|Singapore|Bangkok|Mumbai|Delhi|Dubai|Cairo|Sydney|Melbourne|Auckland|Cape Town|Moscow|Moskau|Lyon|Marseille|Marsella|Nice|Cologne|Köln|Stuttgart|Dresden|Leipzig|Salzburg|Torino|Turin|Bologna`;
/** Without endings. */
const RUSSIAN =
  /(?<![\p{L}])(?:Москв|Петербург|Санкт-Петербург|Казан|Новосибирск|Екатеринбург|Сочи|Лондон|Париж|Берлин|Киев|Минск|Росси|Герман|Франци|Итали|Испани|Турци|Кита|Япони|Америк|Польш|Грузи|Казахстан)\p{L}{0,3}(?!\p{L})/gu;
const HAN =
  /北京|上海|广州|深圳|杭州|成都|重庆|武汉|南京|西安|苏州|香港|台北|台湾|东京|大阪|首尔|巴黎|伦敦|纽约|美国|日本|韩国|德国|法国|英国|泰国|東京|京都|沖縄|北海道|名古屋|福岡|横浜|札幌|中国|アメリカ|ドイツ|フランス|イギリス|パリ|ロンドン|ニューヨーク/gu;

const LATIN = new RegExp(`(?<![\\p{L}\\p{N}])(?:${latinNames()})(?![\\p{L}\\p{N}-])`, "gu");

function latinNames(): string {
  const regions = LANGUAGES.map((tag) => new Intl.DisplayNames([tag], { type: "region" }));
  const countries = regions.flatMap((names) => COUNTRIES.map((code) => names.of(code) ?? ""));
  const all = new Set(
    [...countries, ...CITIES.split("|"), "USA", "UK"].filter((name) => /^\p{Lu}[\p{L} -]+$/u.test(name)),
  );
  return [...all].sort((a, b) => b.length - a.length).join("|");
}

/** @returns places; in alphabets with capitals only after a preposition ("in Berlin"), so that "Paris Hilton" and "Orient" stay */
export function findPlaces(text: string): EntityMention[] {
  const latin = [...text.matchAll(LATIN)].filter(
    ({ 0: name, index }) =>
      BEFORE_PLACE.test(text.slice(Math.max(0, index - 16), index)) &&
      !/^\s\p{Lu}\p{Ll}/u.test(text.slice(index + name.length)),
  );
  return [...latin, ...text.matchAll(RUSSIAN), ...text.matchAll(HAN)].map(({ 0: name, index }) => ({
    kind: "place",
    name,
    start: index,
    end: index + name.length,
  }));
}
