/**
 * Reads a persona file that somebody brings. Whatever it says is a claim until it is checked (see `ground-file.ts`): only known fields are
 * taken, as own properties, as plain text, and no more of them than a card holds.
 */
import { CARD_PARTS, type CardPart, type Polarity, Problem, type Quote } from "../../domain";
import { PERSONA_FILE_VERSION } from "./export";
import { tinyPersonClaims } from "./tinytroupe-file";
import { entries, field, text, texts } from "./untrusted";

/** Characters of a file, UTF-16: hundreds of personas are smaller. */
export const LARGEST_PERSONA_FILE = 5_000_000;
/** Personas taken from one file: a list that people can look through. */
export const MOST_PERSONAS = 50;

const LINES = 12;
const QUOTES = 5;
const REVIEWS = 100_000;
const LONGEST = { name: 80, topic: 200, note: 2_000, quote: 5_000, id: 200, description: 500 } as const;

/** What a file says about one persona; nothing of it is checked. */
export interface PersonaClaims {
  name: string;
  /** Absent where it claims to be made from reviewers. */
  description?: string;
  note?: string;
  reviewIds: string[];
  lines: LineClaims[];
}

export interface LineClaims {
  id: string;
  part: CardPart;
  /** Of the part, in the language of whoever wrote the file. */
  title: string;
  topic: string;
  text?: string;
  polarity?: Polarity;
  quotes: { text: string; place?: Quote }[];
}

/**
 * @param content of the file
 * @param name of the file, for the sentence that says what is wrong with it
 * @throws Problem `persona_file_large`, `persona_file_not_json`, `persona_file_newer` or `persona_file_other`
 */
export function readPersonaFile(content: string, name: string): { personas: PersonaClaims[]; left: number } {
  if (content.length > LARGEST_PERSONA_FILE)
    throw new Problem(
      "persona_file_large",
      `${name} is larger than any persona file. Choose a persona saved by Earshot.`,
      {
        name,
      },
    );
  const value = parsed(content, name);
  const given = field(value, "format") === "earshot-personas" ? entries(field(value, "personas")) : entries(value);
  const list = given.length > 0 ? given : [value];
  const read = list.slice(0, MOST_PERSONAS).map((one) => claimsOf(one, name));
  const personas = read.filter((one) => one !== undefined);
  if (personas.length === 0)
    throw new Problem(
      "persona_file_other",
      `${name} holds no persona. Choose one saved by Earshot or for TinyTroupe.`,
      {
        name,
      },
    );
  return { personas, left: list.length - personas.length };
}

function parsed(content: string, name: string): unknown {
  try {
    return JSON.parse(content.replace(/^\uFEFF/u, ""));
  } catch (cause) {
    const message = `${name} is no JSON, so no persona can be read from it.`;
    throw new Problem("persona_file_not_json", message, { name }, { cause });
  }
}

function claimsOf(value: unknown, file: string): PersonaClaims | undefined {
  if (field(value, "format") !== "earshot-persona") return tinyPersonClaims(value);
  const version = field(value, "version");
  if (typeof version === "number" && version > PERSONA_FILE_VERSION)
    throw new Problem(
      "persona_file_newer",
      `${file} was saved by a newer Earshot. Update this one, then bring it again.`,
      {
        name: file,
      },
    );
  const name = text(field(value, "name"), LONGEST.name);
  const description = text(field(value, "description"), LONGEST.description);
  const note = text(field(value, "note"), LONGEST.note);
  if (name === "" && description === "") return undefined;
  return {
    name: name || description.slice(0, LONGEST.name),
    ...(description ? { description } : {}),
    ...(note ? { note } : {}),
    reviewIds: texts(field(field(value, "segment"), "reviewIds"), REVIEWS, LONGEST.id),
    lines: entries(field(value, "card")).slice(0, CARD_PARTS.length).flatMap(linesOfPart),
  };
}

function linesOfPart(part: unknown): LineClaims[] {
  const known = CARD_PARTS.find((one) => one === field(part, "part"));
  if (!known) return [];
  const title = text(field(part, "title"), LONGEST.topic);
  return entries(field(part, "lines"))
    .slice(0, LINES)
    .flatMap((line, index) => {
      const topic = text(field(line, "topic"), LONGEST.topic);
      if (topic === "") return [];
      const id = text(field(line, "id"), LONGEST.id) || `${known}:file ${index}`;
      const own = text(field(line, "text"), LONGEST.topic);
      const polarity = POLARITIES.find((one) => one === field(line, "polarity"));
      const quotes = quotesOf(line);
      return [
        { id, part: known, title, topic, ...(own ? { text: own } : {}), ...(polarity ? { polarity } : {}), quotes },
      ];
    });
}

const POLARITIES: readonly Polarity[] = ["positive", "negative", "neutral", "mixed"];

function quotesOf(line: unknown): LineClaims["quotes"] {
  const places = entries(field(line, "places"));
  return entries(field(line, "quotes"))
    .slice(0, QUOTES)
    .flatMap((quote, index) => {
      const words = typeof quote === "string" ? quote.slice(0, LONGEST.quote).trim() : "";
      const place = placeOf(places[index]);
      return words === "" ? [] : [{ text: words, ...(place ? { place } : {}) }];
    });
}

function placeOf(value: unknown): Quote | undefined {
  const reviewId = field(value, "reviewId");
  const start = field(value, "start");
  const end = field(value, "end");
  if (typeof reviewId !== "string" || !Number.isSafeInteger(start) || !Number.isSafeInteger(end)) return undefined;
  return { reviewId, start: Number(start), end: Number(end) };
}
