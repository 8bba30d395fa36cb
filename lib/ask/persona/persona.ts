/** Personas: the voices of one segment. Every line is something their reviewers wrote; nothing is made up about who they are. */
import type { Persona, Segment } from "../../domain";
import { stableId } from "../identity";
import type { Material } from "../material";
import { atOnce, type Steps } from "../steps";
import { speakersOf, type Topic, topicsOf } from "../topics";
import { factsOf } from "./facts";
import { linesFrom } from "./lines";
import { gapsAmong, opinionLines } from "./opinions";
import { checkAgainstHeldOut, type Standings, standingsOf } from "./reality";
import { type Person, peopleAmong, type SaidPart, type Survey, sentencesBy, surveySteps } from "./survey";
import { typicalWords } from "./vocabulary";
import { partVoices, voicesFor } from "./voices";

const VOCABULARY = 8;
/** Voices of which more lines are the same (Jaccard) would say the same twice. */
const ALIKE = 0.75;
/** What one person names is nothing a voice is known by. */
const FEWEST_NAMING = 2;
/** By how much more of a voice than of the others must speak of what it is known by. */
const FOCUS = 0.15;

/** What is needed to make personas, computed once for all segments of a subject. */
export interface Ground {
  survey: Survey;
  standings: Standings;
}

/** @param material of one subject; linear in the length of its texts */
export function prepareGround(material: Material): Ground {
  return atOnce(groundSteps(material));
}

function* groundSteps(material: Material): Steps<Ground> {
  const survey = yield* surveySteps(material);
  yield;
  return { survey, standings: standingsOf(survey) };
}

/**
 * @param segments of the subject, found or made by hand
 * @param earlier personas there were: their voices keep their ids and their people where they still fit
 * @returns every voice of every segment, in the order of the segments
 */
export function makeAllPersonas(
  segments: readonly Segment[],
  material: Material,
  created: string,
  earlier: readonly Persona[] = [],
): Persona[] {
  return atOnce(personaSteps(segments, material, created, earlier));
}

/** As `makeAllPersonas`, pausing between stretches of sentences and between voices. */
export function* personaSteps(
  segments: readonly Segment[],
  material: Material,
  created: string,
  earlier: readonly Persona[] = [],
): Steps<Persona[]> {
  const ground = yield* groundSteps(material);
  const personas: Persona[] = [];
  for (const segment of segments) personas.push(...(yield* voiceSteps(segment, ground, created, earlier)));
  return personas;
}

/**
 * @param ground as `prepareGround` makes it, of the same subject
 * @param created ISO 8601 time
 * @returns one voice below sixteen reviewers, two from there, three from 48 on; fewer when they would say the same
 */
export function makePersonas(
  segment: Segment,
  ground: Ground,
  created: string,
  earlier: readonly Persona[] = [],
): Persona[] {
  return atOnce(voiceSteps(segment, ground, created, earlier));
}

function* voiceSteps(segment: Segment, ground: Ground, created: string, earlier: readonly Persona[]): Steps<Persona[]> {
  const people = peopleAmong(ground.survey, segment.reviewIds);
  const before = voicesBefore(segment, earlier, ground.survey);
  for (let count = voicesFor(people.length); count > 1; count--) {
    yield;
    const parts = partVoices(ground.survey, people, count, before);
    const voices: Persona[] = [];
    for (const part of parts) {
      yield;
      voices.push(voiceOf(segment, part, ground, created));
    }
    if (parts.length === count && differ(voices)) return numbered(voices, parts, ground.survey, earlier);
  }
  yield;
  return [voiceOf(segment, people, ground, created)];
}

/** @returns the whole segment as one voice: what a comparison or a card without voices needs */
export function makePersona(segment: Segment, material: Material, created: string): Persona {
  return makePersonaOf(segment, prepareGround(material), created);
}

/** The same where several are made of one subject. @param ground as `prepareGround` makes it */
export function makePersonaOf(segment: Segment, ground: Ground, created: string): Persona {
  return voiceOf(segment, peopleAmong(ground.survey, segment.reviewIds), ground, created);
}

function voiceOf(segment: Segment, people: readonly Person[], ground: Ground, created: string): Persona {
  const { survey, standings } = ground;
  const written = people.flatMap(({ reviews }) => reviews);
  const topics = topicsOf(written, sentencesBy(survey, people), survey.material.themes);
  const mentions = written.flatMap(({ id }) => survey.mentionsOf.get(id) ?? []);
  const said = (part: SaidPart) =>
    linesFrom(
      part,
      mentions.filter((mention) => mention.part === part),
      survey.reviews,
    );
  return {
    id: stableId("persona", segment.id),
    subjectId: segment.subjectId,
    segment,
    reviewIds: written.map(({ id }) => id).sort(),
    reviewers: people.length,
    voice: 1,
    voices: 1,
    goals: said("goals"),
    likes: opinionLines(topics, "positive", survey.reviews),
    dislikes: opinionLines(topics, "negative", survey.reviews),
    dealbreakers: said("dealbreakers"),
    wishes: said("wishes"),
    price: said("price"),
    gaps: gapsAmong(survey.topics, new Set(topics.map(({ key }) => key)), people.length, survey.people.length),
    facts: factsOf(people, survey),
    vocabulary: typicalWords(
      survey.words,
      people.map(({ key }) => key),
      VOCABULARY,
    ),
    check: checkAgainstHeldOut(people, standings),
    created,
  };
}

/** The reviewers of the voices a segment had, in their order. */
function voicesBefore(segment: Segment, earlier: readonly Persona[], survey: Survey): Set<string>[] {
  return earlier
    .filter((persona) => persona.segment.id === segment.id && !persona.byHand)
    .sort((a, b) => a.voice - b.voice)
    .map(({ reviewIds }) => new Set(peopleAmong(survey, reviewIds).map(({ key }) => key)));
}

/** Voices that say the same are one voice. */
function differ(voices: readonly Persona[]): boolean {
  const lines = voices.map(({ goals, likes, dislikes, dealbreakers, wishes }) => {
    return new Set([goals, likes, dislikes, dealbreakers, wishes].flat().map(({ id }) => id));
  });
  return lines.every((own, i) => lines.slice(i + 1).every((other) => overlap(own, other) <= ALIKE));
}

function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((id) => b.has(id)).length;
  return shared / (a.size + b.size - shared || 1);
}

/** The first voice has the id of the segment's only one, so that it stays when the segment grows. */
function numbered(
  voices: readonly Persona[],
  parts: readonly Person[][],
  survey: Survey,
  earlier: readonly Persona[],
): Persona[] {
  const spoken = parts.map((people) => {
    const named = topicsAmong(survey, people).map((topic) => ({ topic, by: speakersOf(topic, survey.reviews).length }));
    const known = named.filter(({ by }) => by >= FEWEST_NAMING);
    return new Map(known.map(({ topic, by }) => [topic.label, by / people.length]));
  });
  const ids = voices.map(({ id, segment }, i) => (i === 0 ? id : stableId("persona", segment.id, String(i + 1))));
  const known = ids.map((id, i) => focusKept(spoken, i, earlier.find((one) => one.id === id)?.focus));
  const taken = new Set(known.flatMap((focus) => focus ?? []));
  return voices.map((persona, i) => {
    const focus = known[i] ?? focusOf(spoken, i, taken);
    if (focus !== undefined) taken.add(focus);
    const own = focus === undefined ? {} : { focus };
    return { ...persona, id: ids[i] ?? persona.id, voice: i + 1, voices: voices.length, ...own };
  });
}

function topicsAmong(survey: Survey, people: readonly Person[]): Topic[] {
  const written = people.flatMap(({ reviews }) => reviews);
  return topicsOf(written, sentencesBy(survey, people), survey.material.themes);
}

/** What this voice speaks of more than any other one of its segment, in the reviewers' words. */
function focusOf(
  spoken: readonly ReadonlyMap<string, number>[],
  voice: number,
  taken: ReadonlySet<string>,
): string | undefined {
  const more = [...(spoken[voice]?.keys() ?? [])].map((label) => ({ label, lead: leadOf(spoken, voice, label) }));
  more.sort((a, b) => b.lead - a.lead || (a.label < b.label ? -1 : 1));
  return more.find(({ label, lead }) => lead >= FOCUS && !taken.has(label))?.label;
}

/** What people know a voice by stays while it speaks of it more than the others do, if by less than a new name would take. */
function focusKept(
  spoken: readonly ReadonlyMap<string, number>[],
  voice: number,
  before: string | undefined,
): string | undefined {
  return before !== undefined && leadOf(spoken, voice, before) > 0 ? before : undefined;
}

/** By how much more of this voice than of any other speak of it; below 0 where another leads. */
function leadOf(spoken: readonly ReadonlyMap<string, number>[], voice: number, label: string): number {
  const others = spoken.filter((_, i) => i !== voice).map((one) => one.get(label) ?? 0);
  return (spoken[voice]?.get(label) ?? 0) - Math.max(0, ...others);
}
