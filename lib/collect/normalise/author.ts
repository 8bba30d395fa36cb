/** Names of people as pages show them: without "by", badges and what else stands in the same line. */
import { cleanLine } from "./clean";

const NO_NAME = /^(?:undefined|null|none|n\/a|\[object object\]|by|von|par|от)$/i;
/** "By Ana", "Автор: Анна". A bare "von" or "de" is part of many names and stays. */
const BEFORE =
  /^(?:(?:(?:posted|written|reviewed|review|submitted|published)\s+)?by:?\s+(?=[\p{Lu}\p{Lo}@\d])|(?:author|autor|auteur|autore|автор|作者|投稿者|von|par|por|от|用户|昵称|name)\s*[:：]\s*|par\s+(?=\p{Lu})|por\s+(?=\p{Lu}))/iu;
/** Badges, and words for having spoken, behind a name. */
const BEHIND =
  /(?:[\s,·•|–—(-]+(?:top (?:\d+ )?(?:contributor|reviewer|fan|critic)s?|top-rezensent|local guide|vine (?:voice|customer review(?: of free product)?)|verified (?:buyer|purchaser?|reviewer|customer|owner)|verifizierter (?:käufer|kauf)|acheteur vérifié|compra verificada|acquisto verificato|подтвержд[её]нн[а-я]+ [а-я]+|hall of fame(?: reviewer)?|elite(?: '?\d\d)?|level \d+|moderator|admin|op|author)\)?|\s+(?:says|said|wrote|writes|schreibt|schrieb|a écrit|dice|ha scritto|escribió|disse|пишет|написал[а]?)\s*:?|\s*[:：])$/iu;

/** @returns undefined where no name is left */
export function authorName(raw: string | undefined): string | undefined {
  let name = cleanLine(raw?.slice(0, 500), 160);
  if (!name || NO_NAME.test(name)) return undefined;
  const before = name.replace(BEFORE, "").trim();
  if (before) name = before;
  for (let step = 0; step < 3; step += 1) {
    const shorter = name.replace(BEHIND, "").trim();
    if (!shorter || shorter === name) break;
    name = shorter;
  }
  return NO_NAME.test(name) ? undefined : cleanLine(name, 120);
}
