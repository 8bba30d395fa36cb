/**
 * Reviews copied off a page: "★★★★☆ Title / by Ann on 3 May 2024 / text", in the order of lines that sites use. A line is
 * taken out of the text only when it is nothing but stars, a name, a date or a count.
 */
import { HELPFUL_TEXT } from "../../document/phrases";
import { parseDate } from "../../normalise/date";

export interface CardText {
  /** Where it begins, from 1. */
  line: number;
  rating?: string;
  title?: string;
  author?: string;
  date?: string;
  body: string;
  verified?: boolean;
  helpful?: string;
}

/** Lines longer than this are text, whatever they begin with. */
const LONGEST_LABEL = 140;
/** Lines that can stand above the stars of a card: a name, a place. */
const MOST_ABOVE = 3;

const GLYPHS = /^(?:[★☆⭐✩🌟\s]|\ufe0f){1,24}/u;
const OUT_OF =
  /^(?:(?:rating|rated|bewertung|note|оценка|评分|評価)\s?[:：]?\s?)?\d{1,2}(?:[.,]\d)?\s?(?:\/|out of|von|sur|de|di|из)\s?\d{1,3}(?:\s(?:stars?|sternen?|étoiles|estrellas|stelle|estrelas|звёзд|звезд))?/iu;
const STARS =
  /^\d(?:[.,]\d)?\s(?:stars?|sterne?|étoiles?|estrellas?|stelle|estrelas?|звезды?|звёзды?|звёзд|星)(?!\p{L})/iu;
const VERIFIED =
  /^[✓✔\s]*(?:verified(?: purchase| buyer| review| reviewer| owner)?|verifizierter kauf|achat vérifié|compra verificada|acquisto verificato|подтвержд[её]нная покупка|已验证购买|認証済みの購入|amazonで購入)[✓✔\s]*$/iu;
const BY =
  /^(?:by|von|par|por|di|da|от|автор:?|作者[:：]?|投稿者[:：]?|reviewed by|written by)\s+(.{1,60}?)(?:\s*,\s*|\s+)(?=(?:on|am|vom|le|el|il|em|в|at)\s|\d)(?:on|am|vom|le|el|il|em|at)?\s*(.{4,60})$/iu;
const BY_ONLY = /^(?:by|von|par|por|от|автор:?|作者[:：]?|投稿者[:：]?|reviewed by|written by)\s+(\S.{0,60})$/iu;

/** Cuts a text into cards where stars or empty lines say that a new one begins; [] when nothing does. */
export function readCards(text: string): CardText[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return (cutAtBlanks(lines) ?? cutAtStars(lines) ?? []).map(({ start, end }) =>
    readCard(lines.slice(start, end), start + 1),
  );
}

interface Span {
  start: number;
  end: number;
}

/** Blocks between empty lines, when each is a card of its own: stars in the same place, or a line about its author. */
function cutAtBlanks(lines: readonly string[]): Span[] | undefined {
  const blocks: Span[] = [];
  for (const [index, line] of lines.entries()) {
    const last = blocks.at(-1);
    if (!line) continue;
    if (last && last.end === index) last.end = index + 1;
    else blocks.push({ start: index, end: index + 1 });
  }
  const places = new Set<number>();
  const isCard = ({ start, end }: Span) => {
    const block = lines.slice(start, end);
    const stars = block.flatMap((line, index) => (startsWithRating(line) ? [index] : []));
    for (const place of stars) places.add(place);
    return block.length > 1 && stars.length <= 1 && (stars.length === 1 || block.some((line) => readLabel(line)));
  };
  return blocks.length > 0 && blocks.every(isCard) && places.size <= 1 ? blocks : undefined;
}

/** From stars to stars; what stands above the first stars stands above all of them. */
function cutAtStars(lines: readonly string[]): Span[] | undefined {
  const stars = lines.flatMap((line, index) => (startsWithRating(line) ? [index] : []));
  if (stars.length === 0) return undefined;
  const above = lines.slice(0, stars[0]).filter(Boolean).length;
  const starts = stars.map((index) => (above <= MOST_ABOVE ? stepBack(lines, index, above) : index));
  return starts.map((start, index) => ({ start, end: starts[index + 1] ?? lines.length }));
}

/** So many filled lines up. */
function stepBack(lines: readonly string[], from: number, count: number): number {
  let index = from;
  for (let left = count; left > 0 && index > 0; ) {
    index -= 1;
    if (lines[index]) left -= 1;
  }
  return index;
}

function startsWithRating(line: string): boolean {
  return ratingIn(line) !== undefined;
}

/** Stars or "4/5" at the beginning of a line, and what follows them. */
function ratingIn(line: string): { rating: string; rest: string } | undefined {
  if (!line || line.length > 300) return undefined;
  const found =
    (/[★☆⭐🌟✩]/u.test(line.slice(0, 2)) ? GLYPHS.exec(line) : null) ?? OUT_OF.exec(line) ?? STARS.exec(line);
  if (!found) return undefined;
  const [rating] = found;
  const behind = line.slice(rating.length);
  const rest = behind.replace(/^[\s:：·|,–—-]+/u, "").trim();
  // "5 stars would be too much": a sentence that goes on.
  if (!/[★☆⭐🌟✩]/u.test(rating) && /^\p{Ll}/u.test(rest)) return undefined;
  return { rating: rating.trim(), rest };
}

type Label = Pick<CardText, "author" | "date" | "verified" | "helpful">;

/** What a line says beside the text; undefined when it is text. */
function readLabel(line: string): Label | undefined {
  if (!line || line.length > LONGEST_LABEL) return undefined;
  if (VERIFIED.test(line)) return { verified: true };
  if (HELPFUL_TEXT.test(line)) return { helpful: line };
  const by = BY.exec(line);
  if (by?.[1] && isDate(by[2] ?? "")) return { author: by[1], date: by[2] };
  const only = BY_ONLY.exec(line);
  if (only?.[1] && !/[.!?]$/.test(line) && only[1].split(" ").length <= 4) return { author: only[1] };
  return readParts(line);
}

/** "Ann · 3 May 2024", "3 May 2024", "Reviewed in Spain on 3 May 2024 | Size: L". */
function readParts(line: string): Label | undefined {
  const parts = line.split(/\s*[·|•–—]\s*|\s+-\s+|,\s+(?=\D{0,12}\d{1,2}[\s.]|\p{L}+ \d{1,2}, \d{4})/u).filter(Boolean);
  const date = parts.find(isDate);
  if (!date || (parts.length === 1 && line.length > 70) || /[.!?]\s+\p{Lu}/u.test(line)) return undefined;
  const author = parts.find((part) => part !== date && part.length <= 40 && !/\d|:/.test(part));
  const verified = parts.some((part) => VERIFIED.test(part));
  return { date, ...(author && !VERIFIED.test(author) ? { author } : {}), ...(verified ? { verified } : {}) };
}

function isDate(text: string): boolean {
  if (text.length < 6 || text.length > 80 || !/\d/.test(text))
    return /^(?:yesterday|today|gestern|heute|hier|вчера|сегодня|昨天|今天)$/iu.test(text);
  return parseDate(text, { now: new Date() }) !== undefined && (text.match(/\p{L}+/gu)?.length ?? 0) <= 9;
}

function readCard(lines: readonly string[], line: number): CardText {
  const filled = lines.map((text) => text.trim());
  const card: CardText = { line, body: "" };
  const body: string[] = [];
  const starsAt = filled.findIndex(startsWithRating);
  for (const [index, text] of filled.entries()) {
    const stars = index === starsAt ? ratingIn(text) : undefined;
    const label = stars ? undefined : readLabel(text);
    if (stars) {
      card.rating = stars.rating;
      const said = readLabel(stars.rest);
      if (said) Object.assign(card, said);
      else if (stars.rest) card.title = stars.rest;
    } else if (label && isNew(card, label)) Object.assign(card, label);
    else if (index < starsAt && text && !card.author && text.length <= 40) card.author = text;
    else body.push(text);
  }
  return { ...card, ...titleAndBody(card, body) };
}

/** Nothing that is known already: the second date of a card stands in its text. */
function isNew(card: CardText, label: Label): boolean {
  return Object.keys(label).every((key) => card[key as keyof Label] === undefined);
}

/** A short line behind the stars, with more below, is the title; a card without text has only its title to say. */
function titleAndBody({ rating, title }: CardText, lines: readonly string[]): Pick<CardText, "title" | "body"> {
  const body = lines.join("\n").trim();
  if (title && !body) return { title: undefined, body: title };
  const [first = "", ...rest] = body.split("\n");
  if (title || rating === undefined || first.length > 70 || !rest.join("").trim() || /[.。,;:]$/.test(first))
    return { title, body };
  return { title: first, body: rest.join("\n").trim() };
}
