/**
 * Makers that people everywhere know, in the spellings of several scripts: they are names wherever they stand, also at the beginning of a
 * sentence. Names that are words of a language too (Apple, Gap, Puma, Orange) are left to the words around them. Data and its lookup.
 */
import type { Span } from "../domain";
import { NO_NAMES } from "./entity-words";

const LATIN = `3M|Acer|Adidas|AEG|Akai|Aldi|Alienware|AliExpress|Anker|Arçelik|Ariete|Asics|ASUS|Asus|Audi|Bauknecht|Beko|Bialetti|Bissell|BlackBerry|BMW|Bosch|Bose|Braun|Breville|Brita|Bugaboo|Canon|Casio|Chanel|Chicco|Chrysler|Citroën|Clarks|Clinique|Columbia|Converse|Corsair|Cuisinart|Cybex|Decathlon|Deezer|DeLonghi|De'Longhi|Delonghi|DeWalt|DeWALT|Dior|DJI|Dyson|Ecovacs|Electrolux|Epson|Estée Lauder|Fitbit|Fossil|Fujifilm|Fujitsu|Gaggia|Garmin|GoPro|Gorenje|Gucci|H&M|Haier|Hisense|Hoover|Honda|HTC|Huawei|Hyundai|IKEA|Ikea|iRobot|JBL|Jura|Kärcher|KitchenAid|Krups|Lancôme|Lavazza|LEGO|Lego|Lenovo|Levi's|LG|Lidl|Logitech|L'Oréal|Makita|Mazda|Medion|Melitta|Mercedes|Microsoft|Miele|Mitsubishi|Motorola|Moulinex|MSI|Nescafé|Nespresso|Netflix|Netgear|Nikon|Nintendo|Nissan|Nivea|Nokia|Nvidia|Olympus|OnePlus|Onkyo|Oral-B|Osram|Panasonic|Patagonia|Peugeot|Philips|Porsche|Prada|Razer|Realme|Reebok|Ricoh|Roborock|Rolex|Roomba|Ryobi|Saeco|Salomon|Samsonite|Samsung|SanDisk|Seagate|Seiko|Sennheiser|Shimano|Shure|Siemens|Skechers|Skullcandy|Smeg|Sonos|Sony|Spotify|Swarovski|Tefal|Telegram|Tesla|Tchibo|Toshiba|Toyota|TP-Link|Ugreen|Victorinox|Vileda|Volkswagen|Volvo|Vorwerk|VW|WhatsApp|Whirlpool|WMF|Xiaomi|Yamaha|Zara|ZTE`;
/** Products better known than their makers; a bare number behind one belongs to it. */
const PRODUCTS = "AirPods|Chromebook|Galaxy|iMac|iPad|iPhone|MacBook|PlayStation|QuietComfort|ThinkPad|Thermomix|Xbox";
/** Without endings. */
const CYRILLIC =
  "Самсунг|Сяоми|Ксяоми|Хуавей|Филипс|Бош|Дайсон|Айфон|Леново|Панасоник|Тошиба|Сименс|Электролюкс|Адидас|Найк|Икеа";
const UNSPACED =
  /小米(?![粥饭])|华为|三星|索尼|戴森|飞利浦|松下|海尔|博世|西门子|耐克|阿迪达斯|佳能|尼康|联想|大疆|苏泊尔|九阳|格力|东芝|兰蔻|欧莱雅|宜家|特斯拉|丰田|本田|奔驰|宝马|ソニー|パナソニック|ダイソン|サムスン|キヤノン|ニコン|フィリップス|シャオミ|ファーウェイ|ナイキ|アディダス|象印|東芝|삼성|샤오미|다이슨|소니|필립스|나이키|아디다스/gu;
const SPACED = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${LATIN}|(?<product>${PRODUCTS}))(?![\\p{Script=Latin}\\p{N}])|(?<!\\p{L})(?:${CYRILLIC})\\p{L}{0,2}(?!\\p{L})`,
  "gu",
);
const NEXT_WORD = / ([\p{Lu}\p{N}][\p{L}\p{N}-]{0,20})(?![\p{L}\p{N}-])/uy;
/** Digits or capitals inside: "V11", "QuietComfort", "WH-CH510". */
const MODEL_WORD = /^(?=.*\p{L})(?=.*\d)|\p{Ll}\p{Lu}|^\p{Lu}{2,}$/u;
const LONGEST = 3;
/** Without a capital, and in no script without capitals, there is nothing to look for. */
const NAMELIKE = /[\p{Lu}\p{Script=Han}\p{Script=Katakana}\p{Script=Hangul}]|i[MP]/u;

/** @returns places of makers and products everybody knows, with the model's name behind them; in reading order */
export function findBrands(text: string): Span[] {
  if (!NAMELIKE.test(text)) return [];
  const spaced = [...text.matchAll(SPACED)].map(({ 0: name, index, groups }) => {
    const end = index + name.length;
    return { start: index, end: modelEnd(text, end, groups?.product !== undefined) };
  });
  const others = [...text.matchAll(UNSPACED)].map(({ 0: name, index }) => ({ start: index, end: index + name.length }));
  return [...spaced, ...others].sort((a, b) => a.start - b.start);
}

/** Plain capitalised words ("Galaxy") belong to it only before a word that looks like a model: other languages capitalise every noun. */
function modelEnd(text: string, from: number, product: boolean): number {
  let end = from;
  let numbered = product;
  NEXT_WORD.lastIndex = from;
  for (let words = 0; words < LONGEST; words++) {
    const word = NEXT_WORD.exec(text)?.[1];
    if (word === undefined || NO_NAMES.has(word.toLowerCase())) break;
    const model = MODEL_WORD.test(word) || (numbered && /^\d{1,4}$/u.test(word));
    if (model) end = NEXT_WORD.lastIndex;
    numbered = model;
  }
  return end;
}
