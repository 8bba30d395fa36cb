/** Names of people as pages show them: without "by", badges and what else stands in the same line. */
import { cleanLine } from "./clean";

const NO_NAME = /^(?:undefined|null|none|n\/a|\[object object\]|by|von|par|от)$/i;
/** "Posted by Ana", "Автор: Анна". */
const LABEL =
  /^(?:(?:(?:posted|written|reviewed|review|submitted|published)\s+)by:?\s+|(?:by|author|autor|auteur|autore|автор|作者|投稿者|von|par|por|от|用户|昵称|name)\s*[:：]\s*)/iu;
/** Words before a name that is written with a capital. A bare "von" or "de" is part of many names and stays. */
const BEFORE = /^(?:[Bb]y|BY|[Pp]ar|[Pp]or|Автор)\s+(?=[\p{Lu}\p{Lo}@])/u;
/** Badges behind a name. */
const BADGE =
  /[\s,·•|–—(-]+(?:top (?:\d+ )?(?:contributor|reviewer|fan|critic)s?|top-rezensent|local guide|vine (?:voice|customer review(?: of free product)?)|verified (?:buyer|purchaser?|reviewer|customer|owner)|verifizierter (?:käufer|kauf)|acheteur vérifié|compra verificada|acquisto verificato|подтвержд[её]нн[а-я]+ [а-я]+|hall of fame(?: reviewer)?|elite '?\d\d)\)?$/iu;
/** Words that are a badge only where a sign parts them from the name. */
const ROLE = /\s*[,·•|([–—]\s*(?:level \d+|moderator|admin|op|author|elite|owner|staff)\s*[)\]]?$/iu;
const SAYS =
  /(?:\s+(?:says|said|wrote|writes|schreibt|schrieb|sagt|a écrit|dit|dice|ha scritto|escribió|disse|пишет|написала?)\s*:?|\s*[:：])$/iu;

/** @returns undefined where no name is left */
export function authorName(raw: string | undefined): string | undefined {
  let name = cleanLine(raw?.slice(0, 500), 160);
  if (!name || NO_NAME.test(name)) return undefined;
  for (const pattern of [LABEL, BEFORE, SAYS, BADGE, ROLE, BADGE]) name = name.replace(pattern, "").trim() || name;
  return NO_NAME.test(name) ? undefined : cleanLine(name, 120);
}
