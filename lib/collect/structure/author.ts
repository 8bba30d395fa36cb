/** Finds who wrote a record. */

import { ACTION_TEXT, ASPECT_TEXT, FROM_TEXT, HELPFUL_TEXT, VARIANT_TEXT, VERIFIED_TEXT } from "../document/phrases";
import { looksLikeDate, looksLikeRating } from "../document/signals";
import { line, SILENT } from "../document/text";
import { AUTHOR_WORD, wordsOf } from "../document/vocabulary";
import type { Surroundings } from "./body";
import { authorOfByline } from "./byline";
import { inOther } from "./within";

export interface Author {
  name: string;
  element: Element;
}

const LONGEST = 60;
const BEFORE =
  /^(?:(?:review(?:ed)?|posted|written|submitted|comment(?:ed)?) )?(?:by|von|par|por|di|da|door|av|autor|author|от|автор|作者|投稿者)\s*:?\s+/iu;
const BEHIND =
  /\s*(?:\bon\b.*\d.*|\b(?:says|said|wrote|writes|sagt(?:e)?|schrieb|schreibt|meint(?:e)?|dit|a écrit|dice|escribió|scrive|ha scritto|disse|пишет|говорит|написал\S*)\b.*|\s(?:am|le|el|il|em)\s\d.*|さん)?\s*[:,|·•–-]*\s*$/iu;
const NOBODY =
  /^(?:by|author|user|avatar|guest|profile|profil|profile picture|view profile|reply|the author|op|moderator|admin|member|contributor|collaborator|owner|(?:edited|answered|asked|posted|commented|published|updated|created|replied|modified)(?: by| on)?|new|top reviewer|follow|post|posted|level \d+|image|photo|liked|disliked|pros|cons|anonymous user avatar)$/i;

/** Named well enough to need no comparison with other records. */
const SURE = 3;

/** @param places where records of this group have their author, their title and their words */
export function readAuthor(
  record: Element,
  around: Surroundings,
  { author: usual, main }: { author?: Element; main?: Element } = {},
): Author | undefined {
  const named = namedAuthor(record, around);
  if (named && named.score >= SURE) return named;
  const lined = usual?.closest("h1, h2, h3, h4, h5, h6") ? authorOfByline(record, around, main) : undefined;
  if (lined) return lined;
  const compared = usual && nameIn(usual);
  if (usual) return compared ? { name: compared, element: usual } : named;
  return named ?? fromAttributes(record) ?? authorOfByline(record, around, main) ?? fromPosition(record, around);
}

function namedAuthor(record: Element, around: Surroundings): (Author & { score: number }) | undefined {
  let best: (Author & { score: number; rank: number }) | undefined;
  let position = 0;
  for (const element of record.querySelectorAll("*")) {
    if (position++ > 400) break;
    if (inOther(element, record, around.isOther)) continue;
    const score = scoreOf(element, around);
    const rank = score - position * 0.002;
    if (score <= 0 || (best && best.rank >= rank)) continue;
    const name = nameIn(element);
    if (name) best = { name, element, score, rank };
  }
  return best;
}

function scoreOf(element: Element, around: Surroundings): number {
  if (/author/.test(element.getAttribute("itemprop") ?? "")) return 6;
  if (element.getAttribute("rel") === "author" || element.localName === "cite") return 5;
  const words = wordsOf(element);
  // hReview: what is reviewed has a name too, as has whoever is mentioned
  if (words.includes("mention") || element.closest(".item, .hproduct")?.closest(".hreview, .h-review")) return 0;
  const href = element.localName === "a" ? (element.getAttribute("href") ?? "") : "";
  if (
    /\/(?:users?|u|profile|profil|member|people|author)\/|[?&](?:user|user_?id|uid|member)=|\/\/(?:profile|profiles|user|members?)\.|\buser\?id=|mode=viewprofile|^\/@/i.test(
      href,
    )
  )
    return 4;
  const strong = words.some((word) => AUTHOR_WORD.test(word));
  const name = words.some((word) => /^(?:name|fn|nick|nickname|username|displayname)$/.test(word));
  if (
    words.some((word) =>
      /^(?:meta|date|time|location|country|avatar|badge|badges|image|img|count|stats|title|text|body|content|details|reply|rank|icon|level|response)$/.test(
        word,
      ),
    )
  )
    return strong && name ? 2 : strong ? 0.5 : 0;
  if (strong) return name ? 5 : 4;
  if (name) return 3;
  return around.marks.kinds.get(element)?.has("author") ? 2 : 0;
}

function nameIn(element: Element): string | undefined {
  const named = element.querySelector("[itemprop=name]");
  const content = element.getAttribute("content") ?? named?.getAttribute("content");
  const first = line(named?.textContent) || content || firstText(element);
  const name = cleanName(first ?? "");
  if (!name || name.length > LONGEST || NOBODY.test(name)) return undefined;
  if (!/\p{L}|^\d{3,}$/u.test(name) || looksLikeDate(name) || looksLikeRating(name)) return undefined;
  return [ACTION_TEXT, VERIFIED_TEXT, VARIANT_TEXT, FROM_TEXT, ASPECT_TEXT, HELPFUL_TEXT].some((pattern) =>
    pattern.test(name),
  )
    ? undefined
    : name;
}

/** The first line of text in an element: names stand before badges, places and dates. */
function firstText(element: Element): string | undefined {
  const owner = element.ownerDocument;
  const walker = owner.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = line(walker.currentNode.nodeValue);
    const bare = text.replace(BEFORE, "");
    if (isPicture(walker.currentNode.parentElement, element)) continue;
    if (/[\p{L}\p{N}]/u.test(text) && !/^(?:by|von|par|por|di|от|автор)\s*:?$/iu.test(text) && bare) return text;
  }
  return undefined;
}

/** Initials in a circle stand for a picture, not for the name beside it. */
function isPicture(at: Element | null, within: Element): boolean {
  for (; at && at !== within; at = at.parentElement) {
    const words = wordsOf(at);
    if (at.localName === "title" || words.some((word) => /^(?:initials?|icon|badge|monogram)$/.test(word))) return true;
    if (words.includes("avatar") && line(at.textContent).length <= 3) return true;
  }
  return false;
}

export function cleanName(text: string): string {
  return line(text).replace(BEFORE, "").replace(BEHIND, "").trim();
}

/** Without any name for it: a short text that is neither label, date, rating nor sentence, before all longer ones. */
function fromPosition(record: Element, around: Surroundings): Author | undefined {
  const walker = record.ownerDocument.createTreeWalker(record, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    const text = line(walker.currentNode.nodeValue);
    if (element && isPicture(element, record)) continue;
    if (!element || text.length < 2 || SILENT.has(element.localName) || inOther(element, record, around.isOther))
      continue;
    if (text.length > 40 || /[!?…]$|\p{Ll}{3}\.$/u.test(text)) return undefined;
    const name = around.boilerplate.has(text) ? undefined : nameIn(element);
    if (
      name &&
      /^\p{L}/u.test(name) &&
      !/^h[1-6]$|^p$/.test(element.localName) &&
      !around.marks.kinds.get(element)?.size
    ) {
      return { name, element };
    }
  }
  return undefined;
}

function fromAttributes(record: Element): Author | undefined {
  for (const name of [
    "data-author",
    "data-username",
    "data-user",
    "data-user-name",
    "data-author-name",
    "author",
    "author-name",
    "username",
    "data-nick",
    "data-reviewer",
    "data-commenter",
  ]) {
    const value = line(record.getAttribute(name));
    if (value && value.length <= LONGEST && /\p{L}/u.test(value)) return { name: value, element: record };
  }
  const avatar = record.querySelector("img[alt]");
  const alt = line(avatar?.getAttribute("alt")).match(
    /^(?:(?:avatar|photo|picture|bild|profilbild|image) (?:of|for|von|de|di) )(.{2,40})$|^(.{2,40})['’]s (?:avatar|photo|profile|picture)/i,
  );
  const name = alt?.[1] ?? alt?.[2];
  return avatar && name ? { name, element: avatar } : undefined;
}
