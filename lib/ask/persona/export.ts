/** A persona as a file: its card with quotes, to be kept, shown or asked on the command line. It leaves the machine, so quotes are masked. */
import type { CardPart, Persona, PersonaFact, Polarity, Quote, RealityCheck, SegmentBasis } from "../../domain";
import type { Phrase } from "../../locale";
import { type CardLine, personaCard } from "./phrase";

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
  /** The mark of simulation in a sentence, with what was masked. */
  mark: string;
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
  polarity?: Polarity;
  supporters: number;
  quotes: string[];
  /** Where each quote stands, in their order: whoever has the same reviews can look it up. */
  places: Quote[];
}

/** Several personas of one product in one file. */
export interface PersonaCollection {
  format: "earshot-personas";
  version: typeof PERSONA_FILE_VERSION;
  simulated: true;
  subject: { name: string; url: string };
  personas: PersonaFile[];
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
    mark: phrase("personaFileMark", { grounded: description === undefined ? "yes" : "no" }),
    id,
    name: maskText(card.name),
    ...(description === undefined ? {} : { description: maskText(description) }),
    ...(note === undefined ? {} : { note: maskText(note) }),
    created,
    segment: { id: segment.id, basis: maskBasis(segment.basis, maskText), reviewIds },
    reviewers: persona.reviewers ?? segment.reviewers,
    voice,
    voices,
    card: card.parts.map(({ part, title, lines }) => ({
      part,
      title,
      lines: lines.map(({ line }) => fileLine(line, maskQuote, maskText)),
    })),
    facts: facts.map((fact, i) => ({ ...fact, value: maskText(fact.value), text: maskText(card.facts[i] ?? "") })),
    gaps: gaps.map(({ topic, others }) => ({ topic: maskText(topic), others })),
    vocabulary: vocabulary.map(maskText),
    ...(check ? { check } : {}),
  };
}

/** @returns the file that holds all personas of a product; no more is in it than in theirs one by one */
export function personaCollection(subject: PersonaCollection["subject"], personas: PersonaFile[]): PersonaCollection {
  return { format: "earshot-personas", version: PERSONA_FILE_VERSION, simulated: true, subject, personas };
}

function fileLine(line: CardLine["line"], maskQuote: MaskQuote, maskText: MaskText): PersonaFileLine {
  const shown = line.quotes.map((place) => ({ place, text: maskQuote(place) })).filter(({ text }) => text !== "");
  return {
    id: line.id,
    topic: maskText(line.topic),
    ...(line.text === undefined ? {} : { text: maskText(line.text) }),
    ...(line.polarity === undefined ? {} : { polarity: line.polarity }),
    supporters: line.supporters,
    quotes: shown.map(({ text }) => text),
    places: shown.map(({ place: { reviewId, start, end } }) => ({ reviewId, start, end })),
  };
}

/** What reviewers share is told in their words, and a filter in a person's: both may name somebody. */
function maskBasis(basis: SegmentBasis, maskText: MaskText): SegmentBasis {
  if ("topic" in basis) return { ...basis, topic: maskText(basis.topic) };
  if (basis.kind === "place") return { ...basis, place: maskText(basis.place) };
  if (basis.kind === "cluster") return { ...basis, words: basis.words.map(maskText) };
  if (basis.kind !== "filter") return basis;
  return { ...basis, choices: basis.choices.map((one) => ({ ...one, values: one.values.map(maskText) })) };
}
