/** Names in lines that say several things at once: "by Ann on 3 May", "Ann said:", "Ann – 3 days ago". */
import { ACTION_TEXT } from "../document/phrases";
import { looksLikeDate, looksLikeRating } from "../document/signals";
import type { Author } from "./author";
import type { Surroundings } from "./body";
import { unitsOf } from "./units";
import { inOther } from "./within";

const LONGEST = 140;
const BY =
  /(?:^|[\s,(–—-])(?:by|von|par|por|di|da|door|av|af|от|автор|作者|投稿者)\s?:?\s+([\p{L}\p{N}@][^,|·•(–—\n]{0,40}?)(?=$|\s*[,|·•(–—]|\s-\s|\s+(?:on|am|le|el|il|em|op|den|at|um|à|vor|il y a|hace)\s|\s+\d)/iu;
const SAID =
  /^([\p{L}\p{N}@][^,:\n]{0,40}?)\s+(?:said|says|wrote|writes|commented|schrieb|schreibt|sagt|sagte|meint|a écrit|écrit|dit|escribió|dice|dijo|ha scritto|scrive|disse|escreveu|пишет|написала?|сказала?|skrev|skriver|schreef|schrijft|pisze|napisała?)(?!\p{L})/iu;
const BEFORE_DATE =
  /^([\p{L}@][^,|·•–—\n(]{1,40}?)\s*(?:[,|·•–—(]|\s-\s|\s[於于]\s|\bon\b|\bam\b|\ble\b|\bel\b|\bil\b|\bem\b)\s*(.{4,60})$/iu;

/** @returns the name a byline of the record tells; the element is that of the whole line */
export function authorOfByline(
  record: Element,
  { isOther }: Surroundings,
  words: Element | undefined,
): Author | undefined {
  const units = unitsOf(record, (element) => element !== record && isOther(element));
  for (const { element, text } of units) {
    if (text.length > LONGEST || element === words || inOther(element, record, isOther)) continue;
    const name = nameInLine(text);
    if (name) return { name, element };
  }
  return undefined;
}

/** @returns the person a line names as its author, when it reads like a byline */
export function nameInLine(line: string): string | undefined {
  const before = line.match(BEFORE_DATE);
  const found =
    line.match(SAID)?.[1] ??
    (looksLikeDate(line.slice(-80)) || line.length < 60 ? line.match(BY)?.[1] : undefined) ??
    (before && looksLikeDate(before[2] ?? "") ? before[1] : undefined);
  const name = found?.trim();
  if (!name || name.split(/\s+/).length > 4 || looksLikeDate(name) || looksLikeRating(name)) return undefined;
  return ACTION_TEXT.test(name) || /^(?:posted|published|reviewed|written|updated|last)$/i.test(name)
    ? undefined
    : name;
}
