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
const CITIES = `London|Londres|Londra|Paris|Parigi|París|Berlin|Berlino|Berlín|Munich|München|Hamburg|Frankfurt|Vienna|Wien|Vienne|Zurich|Zürich|Geneva|Rome|Roma|Rom|Milan|Milano|Mailand|Venice|Venezia|Florence|Firenze|Naples|Napoli|Madrid|Barcelona|Sevilla|Seville|Valencia|Lisbon|Lisboa|Lissabon|Lisbonne|Porto|Amsterdam|Rotterdam|Brussels|Bruxelles|Brüssel|Copenhagen|Kopenhagen|Stockholm|Oslo|Helsinki|Warsaw|Warszawa|Warschau|Prague|Prag|Praha|Budapest|Athens|Athen|Istanbul|Dublin|Edinburgh|Glasgow|Manchester|Liverpool|New York|New York City|NYC|Los Angeles|Chicago|San Francisco|Seattle|Boston|Miami|Las Vegas|Toronto|Vancouver|Montreal|Mexico City|São Paulo|Rio de Janeiro|Buenos Aires|Tokyo|Tokio|Osaka|Kyoto|Seoul|Beijing|Peking|Shanghai|Hong Kong|Singapore|Bangkok|Mumbai|Delhi|Dubai|Cairo|Sydney|Melbourne|Auckland|Cape Town|Moscow|Moskau|Lyon|Marseille|Marsella|Nice|Cologne|Köln|Stuttgart|Dresden|Leipzig|Salzburg|Torino|Turin|Bologna|Palermo|Granada|Málaga|Bilbao|Zaragoza|Toulouse|Bordeaux|Lille|Nantes|Strasbourg|Straßburg|Düsseldorf|Dortmund|Bremen|Hannover|Nürnberg|Nuremberg|Innsbruck|Graz|Basel|Bern|Antwerpen|Antwerp|Utrecht|Eindhoven|Den Haag|Kraków|Krakow|Gdańsk|Wrocław|Poznań|Łódź|Lublin|Bucharest|Belgrade|Zagreb|Ankara|Izmir|Tel Aviv|Jakarta|Manila|Hanoi|Taipei|Bangalore|Houston|Dallas|Denver|Atlanta|Philadelphia|Detroit|Portland|San Diego|Phoenix|Ottawa|Calgary|Brisbane|Perth|Birmingham|Leeds|Bristol|Cardiff|Belfast`;
/** States and regions people name where they would name a country. */
const REGIONS = `Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|North Carolina|North Dakota|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|Virginia|Wisconsin|Wyoming|Ontario|Quebec|Alberta|British Columbia|Queensland|England|Scotland|Wales|Bavaria|Bayern|Sachsen|Hessen|Tuscany|Toscana|Sicily|Sicilia|Catalonia|Cataluña|Andalucía|Provence|Bretagne|Normandie`;
/** Polish places as they stand behind a preposition, without endings. */
const POLISH =
  /(?<=(?<![\p{L}])(?:w|we|do|z|ze|koło|na)\s)(?:Warszaw|Krakow|Wrocław|Gdańsk|Gdyn|Poznani|Łodzi|Lublin|Katowic|Szczecin|Polsc|Polski|Niemcz|Niemiec|Chin|Włosz|Hiszpani|Francj|Angli|Czech)\p{L}{0,4}(?!\p{L})/gu;
/** Without endings. */
const RUSSIAN =
  /(?<![\p{L}])(?:Москв|Петербург|Санкт-Петербург|Казан|Самар|Омск|Перм|Воронеж|Краснодар|Красноярск|Челябинск|Новосибирск|Екатеринбург|Сочи|Лондон|Париж|Берлин|Киев|Минск|Росси|Герман|Франци|Итали|Испани|Турци|Кита|Япони|Америк|Польш|Грузи|Казахстан)\p{L}{0,3}(?!\p{L})/gu;
const HAN =
  /서울|부산|대구|인천|대전|제주|한국|일본|중국|미국|天津|青岛|厦门|长沙|郑州|宁波|昆明|哈尔滨|大连|沈阳|北京|上海|广州|深圳|杭州|成都|重庆|武汉|南京|西安|苏州|香港|台北|台湾|东京|大阪|首尔|巴黎|伦敦|纽约|美国|日本|韩国|德国|法国|英国|泰国|東京|京都|沖縄|北海道|名古屋|福岡|横浜|札幌|中国|アメリカ|ドイツ|フランス|イギリス|パリ|ロンドン|ニューヨーク/gu;

const LATIN = new RegExp(`(?<![\\p{L}\\p{N}])(?:${latinNames()})(?![\\p{L}\\p{N}-])`, "gu");

function latinNames(): string {
  const regions = LANGUAGES.map((tag) => new Intl.DisplayNames([tag], { type: "region" }));
  const countries = regions.flatMap((names) => COUNTRIES.map((code) => names.of(code) ?? ""));
  const all = new Set(
    [...countries, ...CITIES.split("|"), ...REGIONS.split("|"), "USA", "UK"].filter((name) =>
      /^\p{Lu}[\p{L} -]+$/u.test(name),
    ),
  );
  return [...all].sort((a, b) => b.length - a.length).join("|");
}

/** @returns places; in alphabets with capitals only after a preposition ("in Berlin"), so that "Paris Hilton" and "Orient" stay */
export function findPlaces(text: string): EntityMention[] {
  const found = [
    ...(CAPITAL_INSIDE.test(text) ? inAlphabets(text) : []),
    ...(HAN_OR_HANGUL.test(text) ? text.matchAll(HAN) : []),
  ];
  return found.map(({ 0: name, index }) => ({ kind: "place", name, start: index, end: index + name.length }));
}

/** Most sentences have one capital, their first letter, and need not be searched. */
const CAPITAL_INSIDE = /.\p{Lu}/su;
const HAN_OR_HANGUL = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}]/u;

function inAlphabets(text: string): RegExpExecArray[] {
  const latin = [...text.matchAll(LATIN)].filter(
    ({ 0: name, index }) =>
      BEFORE_PLACE.test(text.slice(Math.max(0, index - 16), index)) &&
      !/^\s\p{Lu}\p{Ll}/u.test(text.slice(index + name.length)),
  );
  return [...latin, ...text.matchAll(POLISH), ...text.matchAll(RUSSIAN)];
}
