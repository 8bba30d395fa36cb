/** Which names in markup will still be there next month: words that people chose, not what a build made up. */

import { AUTHOR_WORD, BODY_WORD, nameWords } from "../document/vocabulary";
import { isRecordWord } from "../structure/naming";

/** Prefixes of names that tools number or hash. */
const BUILT =
  /^(?:css|sc|jss|tss|emotion|svelte|astro|styled|makestyles|radix|headlessui|react|ember|yui|ext|gwt|ng|_ngcontent|data-v|v)[-_:]?(?=[\w-]*\d|[a-z]{5,7}$)[\w-]+$/i;
/** A hash behind the name, as CSS modules put it: `body__3xKf2`, `text-l__KUYFJ`. */
const HASHED = /__(?=[\w-]{5,8}$)(?:\w*\d|\w*[A-Z]\w*[A-Z])[\w-]*$/;
/** Names that say how something looks, not what it is. */
const LOOKS =
  /^(?:[a-z]{1,3}|(?:flex|grid|block|inline|relative|absolute|static|hidden|container|clearfix|wrapper|inner|outer|active|open|odd|even|first|last|selected|visible|show|fade|row|col|column|text|font|bg|border|rounded|shadow|gap|items|justify|content|space|divide|overflow|leading|tracking|transition|hover|focus|dark|sm|md|lg|xl|is|has|js)(?:[-:_].*)?|(?:[mp][xytblrse]?|[wh]|min|max|top|left|right|bottom|z|order|opacity)-.*)$/;

/** Whether a class name, id or value of an attribute reads like words and not like a hash or a number. */
export function isLasting(name: string): boolean {
  if (name.length < 2 || name.length > 60 || BUILT.test(name) || HASHED.test(name) || !/\p{L}{2}/u.test(name))
    return false;
  return name
    .split(/[-_:/.\s]+/)
    .filter(Boolean)
    .every((part) => !isOdd(part));
}

/** Letters and digits mixed, letters that nobody could say, capitals at random: `3xKf2`, `bdVaJa`, `1q2w3e`, `EGFGHd`. */
function isOdd(part: string): boolean {
  if (/^\d+$/.test(part)) return part.length > 2;
  if (/\d/.test(part) && !/^\p{L}{1,12}\d{1,2}$/u.test(part)) return true;
  if (/[^\x20-\x7e]/.test(part)) return false; // other scripts are chosen by people
  const letters = part.replace(/\d/g, "");
  if (/^[a-z]+$|^[A-Z][a-z]+$|^[A-Z]+$/.test(letters)) return letters.length > 4 && !/[aeiouy]/i.test(letters);
  const words = nameWords(letters);
  if (words.some((word) => isRecordWord(word) || AUTHOR_WORD.test(word) || BODY_WORD.test(word))) return false;
  const long = words.filter((word) => word.length >= 3 && /[aeiouy]/.test(word)).join("").length;
  return long / letters.length < 0.7 || (letters.length <= 8 && /[A-Z]{3}/.test(letters.slice(1)));
}

/** What stays of `Review_body__3xKf2` when the hash behind it changes: `Review_body__`. */
export function lastingStem(name: string): string | undefined {
  const stem =
    name.match(/^(\S{3,50}(?:__|--))[A-Za-z0-9_-]{3,12}$/)?.[1] ?? name.match(/^(\S{3,50}[-_])[A-Za-z0-9]{3,12}$/)?.[1];
  return stem && isLasting(stem.replace(/[-_]+$/, "")) ? stem : undefined;
}

/** How much a name is worth as a handle: 1 says what the thing is, 2 is any name, 6 only says how it looks. */
export function costOfName(name: string): number {
  if (nameWords(name).some((word) => isRecordWord(word) || AUTHOR_WORD.test(word) || BODY_WORD.test(word))) return 1;
  return LOOKS.test(name) ? 6 : 2;
}
