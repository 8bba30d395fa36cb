/** Who a language model answers for: one real reviewer, in a few of their own words. */
import type { CardPart, EvidenceLine, Persona, SurveyQuestion } from "../../domain";
import { CARD_PARTS } from "../../domain";
import type { IndexedSentence } from "../evidence-index";
import { defang, givesEvidence } from "../grounding/hostile";
import { groupInWords } from "../grounding/prompt-persona";
import { vectorOf } from "./anchor-vectors";
import { type Bearing, bearingOn, joined } from "./bearing";
import { entriesOf } from "./entries";
import type { Respondent, SurveyInput } from "./input";
import { conceptQueries } from "./queries";

/** Sentences of their own that are shown, and how long each may be (UTF-16 units). */
const SENTENCES = 3;
const LONGEST_SENTENCE = 240;
/** Of each part of a card. */
const LINES = 3;
const LONGEST_LINE = 120;

/**
 * The plain persona: nothing but what the data holds, since more makes a model write what is likely and not what this one would say.
 * @returns lines for the block of strangers' words: the group they belong to, and up to three sentences that bear on what is asked
 */
export function plainPersona(
  input: SurveyInput,
  respondent: Respondent,
  asked: { question: SurveyQuestion; conceptId?: string },
): string[] {
  const group = groupOf(input, respondent);
  const said = ownSentences(input, respondent, asked).map((text) => `You wrote: ${defang(text, "", LONGEST_SENTENCE)}`);
  return [...(group ? [`You are one of the customers ${group}.`] : []), ...said];
}

/** The rich persona, for reasons that are never scored: the whole card of a persona this reviewer is part of. */
export function richPersona(
  input: SurveyInput,
  respondent: Respondent,
  asked: { question: SurveyQuestion; conceptId?: string },
  personas: readonly Persona[],
): string[] {
  const own = new Set(respondent.reviewIds);
  const persona = personas.find(({ reviewIds }) => reviewIds.some((id) => own.has(id)));
  const card = persona ? CARD_PARTS.flatMap((part) => partOf(persona, part)) : [];
  return [...plainPersona(input, respondent, asked), ...card];
}

const PARTS: Record<CardPart, string> = {
  goals: "Customers like you want",
  likes: "Customers like you like",
  dislikes: "Customers like you do not like",
  dealbreakers: "Customers like you would not buy it because of",
  wishes: "Customers like you wish for",
  price: "Customers like you say of the price",
};

function partOf(persona: Persona, part: CardPart): string[] {
  const topics = persona[part].slice(0, LINES).map(({ text, topic }: EvidenceLine) => text ?? topic);
  const lines = topics.map((topic) => defang(topic, "", LONGEST_LINE)).filter(Boolean);
  return lines.length > 0 ? [`${PARTS[part]}: ${lines.join("; ")}`] : [];
}

function groupOf({ segments }: SurveyInput, { segmentIds, reviewIds }: Respondent): string | undefined {
  const own = new Set(reviewIds);
  const asked = segments.find(({ id }) => segmentIds.includes(id));
  const found = asked ?? segments.find((segment) => segment.reviewIds.some((id) => own.has(id)));
  return found && groupInWords(found.basis);
}

function ownSentences(
  input: SurveyInput,
  { reviewIds }: Respondent,
  { question, conceptId }: { question: SurveyQuestion; conceptId?: string },
): string[] {
  const concept = input.spec.concepts.find(({ id }) => id === conceptId);
  const queries = concept ? conceptQueries(concept, input.spec.language) : [question.text.trim()];
  const searches = queries.map((text) => bearingOn(text, vectorOf(text, input.vectors), input.evidence));
  const bearing = [...joined(searches, reviewIds)].sort((a: Bearing, b: Bearing) => b.weight - a.weight);
  const entries = entriesOf(input.evidence.index);
  const felt = reviewIds.flatMap((id) => entries.get(id) ?? []).sort((a, b) => strength(b) - strength(a));
  const best = new Map<string, string>();
  for (const { sentence, text } of [...bearing.map(({ entry }) => entry), ...felt])
    if (best.size < SENTENCES && givesEvidence(text)) best.set(sentence.id, text);
  return [...best.values()];
}

function strength({ sentence }: IndexedSentence): number {
  return Math.abs(sentence.sentiment.score);
}
