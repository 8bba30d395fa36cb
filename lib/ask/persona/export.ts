/** A persona as a file: its card with quotes, to be kept, shown or asked on the command line. It leaves the machine, so quotes are masked. */
import type { CardPart, Persona, PersonaFact, Quote, RealityCheck, SegmentBasis } from "../../domain";
import type { Phrase } from "../../locale";
import { personaCard } from "./phrase";

/** @returns the quoted words with personal data masked; "" leaves the quote out */
export type MaskQuote = (quote: Quote) => string;
/** @returns words of a person's own or of reviewers with personal data masked */
export type MaskText = (text: string) => string;

export const PERSONA_FILE_VERSION = 1;

/**
 * Version 1. `segment.reviewIds` are the reviewers that `earshot ask --persona FILE` asks; `card` is for reading: texts in the
 * language of the interface, quotes as they were written but masked. Nothing else is needed to use the file again.
 */
export interface PersonaFile {
  format: "earshot-persona";
  version: typeof PERSONA_FILE_VERSION;
  simulated: true;
  id: string;
  name: string;
  description?: string;
  note?: string;
  /** ISO 8601. */
  created: string;
  segment: { id: string; basis: SegmentBasis; reviewIds: string[] };
  reviewers: number;
  voice: number;
  voices: number;
  card: { part: CardPart; title: string; lines: PersonaFileLine[] }[];
  facts: (PersonaFact & { text: string })[];
  gaps: { topic: string; others: number }[];
  vocabulary: string[];
  check?: RealityCheck;
}

export interface PersonaFileLine {
  id: string;
  topic: string;
  /** The person's own wording, where they gave one. */
  text?: string;
  supporters: number;
  quotes: string[];
}

export interface ExportWanted {
  persona: Persona;
  phrase: Phrase;
  maskQuote: MaskQuote;
  maskText: MaskText;
}

/** @returns the file's content; `JSON.stringify` makes it the file */
export function personaFile({ persona, phrase, maskQuote, maskText }: ExportWanted): PersonaFile {
  const card = personaCard(persona, phrase);
  const { id, description, note, created, segment, reviewIds, voice, voices, gaps, facts, vocabulary, check } = persona;
  return {
    format: "earshot-persona",
    version: PERSONA_FILE_VERSION,
    simulated: true,
    id,
    name: maskText(card.name),
    ...(description === undefined ? {} : { description: maskText(description) }),
    ...(note === undefined ? {} : { note: maskText(note) }),
    created,
    segment: { id: segment.id, basis: segment.basis, reviewIds },
    reviewers: persona.reviewers ?? segment.reviewers,
    voice,
    voices,
    card: card.parts.map(({ part, title, lines }) => ({
      part,
      title,
      lines: lines.map(({ line }) => ({
        id: line.id,
        topic: maskText(line.topic),
        ...(line.text === undefined ? {} : { text: maskText(line.text) }),
        supporters: line.supporters,
        quotes: line.quotes.map(maskQuote).filter(Boolean),
      })),
    })),
    facts: facts.map((fact, i) => ({ ...fact, text: card.facts[i] ?? "" })),
    gaps: gaps.map(({ topic, others }) => ({ topic: maskText(topic), others })),
    vocabulary: vocabulary.map(maskText),
    ...(check ? { check } : {}),
  };
}
