/** Keys pressed at random ("asdf asdf", "jkhgfkjhg", "aaaaaa") instead of words. Rule-based; names and abbreviations are let through. */

/** Rows of the keyboards most people type on. */
const ROWS = [
  "qwertyuiop",
  "qwertzuiop",
  "azertyuiop",
  "asdfghjkl",
  "zxcvbnm",
  "йцукенгшщзхъ",
  "фывапролджэ",
  "ячсмитьбю",
];
const RUNS = ROWS.flatMap((row) => [row, [...row].reverse().join("")]);
/** Words of a text that is nothing else: a long text with typing in it still says something. */
const MOST_WORDS = 6;
const SHORTEST_RUN = 4;
const SHORTEST_PART = 3;
/** Letters without a vowel: a whole word of them, or more in a row than a language has ("Angstschweiß" has eight). */
const UNSPEAKABLE = /^[bcdfghjklmnpqrstvwxz]{6,}$|[bcdfghjklmnpqrstvwxz]{10,}|[бвгджзклмнпрстфхцчшщ]{7,}/iu;
const HELD_KEY = /^(\p{L})\1{3,}$/u;

/** @returns true when every word of a short text is typing at random; a text without letters has none */
export function isGibberish(body: string): boolean {
  const words = body.slice(0, 200).match(/\p{L}+/gu) ?? [];
  if (words.length === 0 || words.length > MOST_WORDS || body.length > 200) return false;
  return words.every((word) => HELD_KEY.test(word) || isRun(word.toLowerCase()) || isUnspeakable(word));
}

/** "HTTPS" is an abbreviation. */
function isUnspeakable(word: string): boolean {
  return UNSPEAKABLE.test(word) && word !== word.toUpperCase();
}

/** Neighbours on one row of keys, perhaps over and over: "asdf", "lkjh", "asdfasdf". Short ones begin at its end: "wert" is a word. */
function isRun(word: string): boolean {
  const again = word.indexOf(word.charAt(0), 1);
  const once = again >= SHORTEST_PART ? word.slice(0, again) : word;
  if (word.length < SHORTEST_RUN || !once.repeat(Math.ceil(word.length / once.length)).startsWith(word)) return false;
  return RUNS.some((row) => row.startsWith(once) || (once.length > SHORTEST_RUN && row.includes(once)));
}
