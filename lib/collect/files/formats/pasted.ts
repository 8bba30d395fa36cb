/** Pasted and selected text as rows: a table, one review a line, one a paragraph, or blocks with stars, author and date. */

import type { Cell, Grid } from "../table";
import { type CardText, readCards } from "./cards";
import { readDelimited } from "./delimited";
import type { Layout } from "./layouts";

/** What the text is most likely to be. */
export function guessLayout(text: string): Layout {
  const lines = text.split(/\r?\n/).filter((line) => line.trim());
  if (lines.length < 2) return "whole";
  if (isTable(text, lines)) return "table";
  const cards = readCards(text);
  if (cards.length > 0 && cards.filter(isRich).length * 2 > cards.length) return "cards";
  const paragraphs = splitParagraphs(text);
  if (paragraphs.length >= 2) return "paragraphs";
  // Wrapped text breaks in the middle of its sentences; reviews begin anew on each line.
  const broken = lines.slice(1).filter((line) => /^[\s]*\p{Ll}/u.test(line)).length;
  return broken * 3 > lines.length ? "whole" : "lines";
}

/** @returns one row per review, numbered by the line it begins on; the table keeps its own numbers */
export function readText(text: string, layout: Layout): Grid & { delimiter?: string } {
  if (layout === "table") return readDelimited(text);
  if (layout === "cards") return gridOfCards(readCards(text));
  const pieces =
    layout === "lines" ? splitLines(text) : layout === "paragraphs" ? splitParagraphs(text) : wholeOf(text);
  const rows = pieces.map(({ line, text }) => ({ number: line, cells: [text] }));
  return { unit: "line", names: ["text"], fields: ["body"], rows, leftOut: [] };
}

interface Piece {
  /** Where it begins, from 1. */
  line: number;
  text: string;
}

function splitLines(text: string): Piece[] {
  return text
    .split(/\r?\n/)
    .map((line, index) => ({ line: index + 1, text: line.replace(/^\s*(?:[-*•–]\s+|\d{1,3}[.)]\s+)/, "").trim() }))
    .filter((piece) => piece.text);
}

function wholeOf(text: string): Piece[] {
  return text.trim() ? [{ line: 1, text: text.trim() }] : [];
}

/** Blocks between empty lines. */
export function splitParagraphs(text: string): Piece[] {
  const pieces: Piece[] = [];
  let block: string[] = [];
  const lines = text.split(/\r?\n/);
  for (const [index, line] of [...lines, ""].entries()) {
    if (line.trim()) block.push(line);
    else if (block.length > 0) {
      pieces.push({ line: index - block.length + 1, text: block.join("\n").trim() });
      block = [];
    }
  }
  return pieces;
}

/** Copied from a spreadsheet: tabs in nearly every line. Commas and semicolons cut prose too, so there names must agree. */
function isTable(text: string, lines: readonly string[]): boolean {
  const tabbed = lines.filter((line) => line.includes("\t")).length;
  if (tabbed * 10 >= lines.length * 8) return true;
  const { rows, delimiter } = readDelimited(text);
  const [first, ...rest] = rows;
  const width = first?.cells.length ?? 0;
  if (!first || width < 2 || rest.length === 0 || (delimiter === "," && !isNamed(first.cells))) return false;
  const even = rest.filter(({ cells }) => cells.length === width).length;
  return even * 10 >= rest.length * 8;
}

function isNamed(cells: readonly Cell[] = []): boolean {
  return (
    cells.length >= 2 && cells.every((cell) => typeof cell === "string" && cell.trim() !== "" && cell.length <= 40)
  );
}

function isRich({ rating, date, author, body }: CardText): boolean {
  return body !== "" && (rating !== undefined || (date !== undefined && author !== undefined));
}

const CARD_COLUMNS = ["rating", "title", "author", "date", "body", "verified", "helpful"] as const;

function gridOfCards(cards: readonly CardText[]): Grid {
  const rows = cards.map((card) => ({ number: card.line, cells: CARD_COLUMNS.map((name): Cell => card[name]) }));
  return { unit: "line", names: [...CARD_COLUMNS], fields: CARD_COLUMNS, rows, leftOut: [] };
}
