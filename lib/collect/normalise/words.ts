/** Title, variant and language of a record, where what the page says of them does not hold as it stands. */
import { fold } from "../document/fold";
import { cleanLine } from "./clean";
import { knownLanguage } from "./dates/languages";

const CUT_TITLE = /[\s.…]*(?:…|\.{3})$/u;
/** Folded letters from which a title that runs on in the body was made from it. */
const MADE = 20;

/**
 * A title that is only the beginning of the body is none: shops make them from it. A short one that ends inside a sentence
 * ("Great" before "Great kettle …") was written by the person.
 */
export function titleOf(title: string | undefined, body: string): string | undefined {
  const line = cleanLine(title);
  if (!line) return undefined;
  const [start, whole] = [fold(line.replace(CUT_TITLE, "")), fold(body)];
  if (!start || !whole.startsWith(start)) return line;
  if (whole === start || start.length >= MADE || CUT_TITLE.test(line)) return undefined;
  const rest = body.trim().slice(line.replace(CUT_TITLE, "").length);
  return /^\s*(?:[.!?…。！？\n]|$)/u.test(rest) ? undefined : line;
}

const VERIFIED =
  /[\s|·•,]*(?:verified (?:purchase|buyer)|verifizierter kauf|achat vérifié|compra verificada|acquisto verificato|compra verificada|geverifieerde aankoop|подтвержд[её]нная покупка|已确认购买|已購買|已购买|Amazonで購入|購入済み)[\s|·•,]*/giu;

/** Variants on one line, their parts apart by " | ", and whether a purchase is confirmed in the same place. */
export function variantOf(raw: string | undefined): { variant?: string; verified?: true } {
  if (!raw) return {};
  const text = raw.slice(0, 600).replace(VERIFIED, " | ");
  const parts = text.split(/\s*[\n|]\s*|(?<=\p{Ll})(?=\p{Lu}[\p{L} ]{2,20}:)/u).map((part) => part.trim());
  const variant = cleanLine(parts.filter(Boolean).join(" | "), 200);
  return { ...(variant ? { variant } : {}), ...(text === raw.slice(0, 600) ? {} : { verified: true }) };
}

const LETTERS = 12;

/**
 * The primary language the markup states, unless the words are in a script that language is not written in: pages put their
 * own language on texts of every origin.
 */
export function statedLanguage(tag: string | undefined, body: string): string | undefined {
  const known = knownLanguage(tag);
  if (!known) return undefined;
  const { language, script } = new Intl.Locale(known).maximize();
  const letters = body.slice(0, 2000).match(/\p{L}/gu) ?? [];
  const own = letters.filter((letter) => isIn(letter, script));
  return letters.length >= LETTERS && own.length < letters.length / 3 ? undefined : language;
}

const SCRIPTS = new Map([
  ["Jpan", /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u],
  ["Kore", /[\p{Script=Hangul}\p{Script=Han}]/u],
  ["Hans", /\p{Script=Han}/u],
  ["Hant", /\p{Script=Han}/u],
]);

function isIn(letter: string, script: string | undefined): boolean {
  if (!script) return true;
  const known = SCRIPTS.get(script) ?? new RegExp(`\\p{Script=${script}}`, "u");
  SCRIPTS.set(script, known);
  return known.test(letter);
}
