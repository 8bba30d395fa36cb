/** Puts a persona's card into words, through the interface texts whose keys start with `ask_persona_`, `ask_fact_` and `ask_reality_`. */
import { CARD_PARTS, type CardPart, type EvidenceLine, type Persona, type PersonaFact } from "../../domain";
import type { Phrase } from "../../locale";
import { segmentName } from "../phrase";
import { type RealityWords, realityWords } from "./reality-phrase";

/** One line of a card in words, with what it rests on. */
export interface CardLine {
  id: string;
  text: string;
  line: EvidenceLine;
}

/** A part of the card that has lines. */
export interface CardPartWords {
  part: CardPart;
  title: string;
  lines: CardLine[];
}

/** A persona card in words: everything that is to be read on it, in the order of reading. */
export interface PersonaCard {
  name: string;
  size: string;
  /** Few voices: a word of caution. */
  thin?: string;
  /** Made from a description, not from reviewers. */
  ungrounded?: string;
  /** Only those with lines. */
  parts: CardPartWords[];
  facts: string[];
  gaps: string[];
  /** The reality check as sentences; absent where none was made. */
  check?: RealityWords;
  /** The person's own note. */
  note?: string;
  /** Lines taken off the card, to be put back. */
  hidden: (CardLine & { part: CardPart })[];
}

/** @returns the card in the interface language; topics and names stay in the reviewers' own words */
export function personaCard(persona: Persona, phrase: Phrase): PersonaCard {
  const parts = CARD_PARTS.map((part) => ({
    part,
    title: phrase(`ask_persona_${part}`),
    lines: persona[part].map((line) => cardLine(line, phrase)),
  }));
  const { segment, description, brought, check, note, hidden = [] } = persona;
  return {
    name: personaName(persona, phrase),
    size: phrase("ask_persona_size", { n: peopleOf(persona) }),
    ...(segment.thin && description === undefined ? { thin: phrase("ask_segment_thin") } : {}),
    ...(description === undefined
      ? {}
      : { ungrounded: phrase(brought ? "ask_persona_file" : "ask_persona_ungrounded") }),
    parts: parts.filter(({ lines }) => lines.length > 0),
    facts: persona.facts.map((fact) => factSentence(fact, phrase)),
    gaps: persona.gaps.map(({ topic, others }) =>
      phrase("ask_persona_gap", { topic: quoted(topic, phrase), n: others }),
    ),
    ...(check ? { check: realityWords(check, phrase) } : {}),
    ...(note ? { note } : {}),
    hidden: hidden.map(({ part, line }) => ({ part, ...cardLine(line, phrase) })),
  };
}

/**
 * @returns the name a person gave, else the description, else the name of the segment with what this voice speaks of most; copies
 * without a name of their own say that they are
 */
export function personaName(persona: Persona, phrase: Phrase): string {
  if (persona.name) return persona.name;
  if (persona.description !== undefined) return persona.description;
  const segment = persona.segment.name ?? segmentName(persona.segment, phrase);
  const name = persona.voices > 1 ? voiceName(segment, persona, phrase) : segment;
  return persona.copyOf === undefined ? name : phrase("ask_persona_copy", { name });
}

function voiceName(name: string, { focus, voice, voices }: Persona, phrase: Phrase): string {
  if (focus) return phrase("ask_persona_focus", { name, topic: quoted(focus, phrase) });
  return phrase("ask_persona_voice", { name, n: voice, of: voices });
}

function cardLine(line: EvidenceLine, phrase: Phrase): CardLine {
  const values = { topic: quoted(line.topic, phrase), n: line.supporters };
  if (line.text) return { id: line.id, text: phrase("ask_persona_own", { ...values, text: line.text }), line };
  const side = line.polarity === "mixed" ? "neutral" : line.polarity;
  return {
    id: line.id,
    text: side ? phrase(`ask_persona_price_${side}`, values) : phrase("ask_persona_line", values),
    line,
  };
}

/** @returns what the data itself says about who they are, as a sentence */
export function factSentence({ kind, value, count, of }: PersonaFact, phrase: Phrase): string {
  if (kind === "language") return phrase("ask_fact_language", { language: value, count, of });
  if (kind === "stars") return phrase("ask_fact_stars", { value: Number(value), count, of });
  if (kind !== "dates") return phrase(`ask_fact_${kind}`, { value, count, of });
  const [from = "", to = from] = value.split("/");
  const months = { from: monthOf(from), to: monthOf(to) };
  return phrase("ask_fact_dates", { ...months, same: from === to ? "yes" : "no", count, of });
}

/** A day in the middle of a month (`2024-03`), in milliseconds: it is in that month wherever people are. */
function monthOf(month: string): number {
  return Date.parse(`${month.slice(0, 7)}-15T12:00:00Z`) || 0;
}

/** A voice speaks for its own part of the segment's reviewers. */
function peopleOf(persona: Persona): number {
  if (persona.description !== undefined) return 0;
  return persona.voices > 1 ? (persona.reviewers ?? persona.reviewIds.length) : persona.segment.reviewers;
}

function quoted(topic: string, phrase: Phrase): string {
  return phrase("ask_topic", { topic });
}
