/** `earshot ask --group` and `--transcript`: a focus group over questions, and a talk as a file to take along. */
import { writeFileSync } from "node:fs";
import type { AnswerParts, Evidence } from "../lib/ask/answering";
import { indexEvidence } from "../lib/ask/evidence-index";
import { holdRound, summarize } from "../lib/ask/group";
import { byId, type Material } from "../lib/ask/material";
import { makePersonaOf, prepareGround } from "../lib/ask/persona/persona";
import type { TranscriptParts } from "../lib/ask/transcript";
import { type TranscriptDocument, toDocx, toJson, toMarkdown } from "../lib/ask/transcript";
import type { Answer, Conversation, GroupRound, GroupTalk, Segment, Speaker } from "../lib/domain";
import type { Phrase } from "../lib/locale";
import { maskPersonalData } from "../lib/understand/personal-data";
import type { PassagePrinter } from "./mask";

/** As in the panel: fewer is an interview, more nobody can follow. */
const SIZE = { fewest: 3, most: 8 };

/** @param list numbers of groups as `--segments` counts them, such as "1,2,3" @throws Error with a sentence */
export function chooseVoices(list: string, segments: readonly Segment[]): Segment[] {
  const numbers = [...new Set(list.split(",").map((part) => Number(part.trim())))];
  if (numbers.length < SIZE.fewest || numbers.length > SIZE.most)
    throw new Error(`A focus group has three to eight voices: --group takes as many different numbers, such as 1,2,3.`);
  return numbers.map((number) => {
    const segment = segments[number - 1];
    if (segment) return segment;
    throw new Error(`There is no group ${number}: --segments lists ${segments.length}.`);
  });
}

export interface Holding {
  parts: AnswerParts;
  material: Material;
  /** BCP 47, of the answers' own words. */
  language: string;
}

/** @returns the whole talk: each question answered by every voice, their reactions, the split, and what it came to */
export async function holdGroup(
  questions: readonly string[],
  voices: readonly Segment[],
  { parts, material, language }: Holding,
): Promise<GroupTalk> {
  const evidence = evidenceOf(material);
  const at = new Date().toISOString();
  const ground = prepareGround(material);
  const personas = new Map(voices.map((one) => [one.id, { ...makePersonaOf(one, ground, at), id: one.id }]));
  const rounds = questions.map((question, i): GroupRound => {
    return { id: `round-${i + 1}`, question, asked: at, state: "answering", turns: [] };
  });
  const speakers = voices.map((segment) => speakerOf(segment));
  const guide = questions.map((question) => ({ question }));
  const group: GroupTalk = { id: "group", subjectId: "file", speakers, guide, rounds, created: at, updated: at };
  const said = { ...parts, draft: () => undefined };
  for (const [place, round] of rounds.entries()) {
    const keep = async (more: Partial<GroupRound>) => {
      rounds[place] = { ...(rounds[place] ?? round), ...more };
    };
    await holdRound(said, { group, round, language, evidence, personas }, keep, new AbortController().signal);
    await keep({ state: "answered" });
  }
  return { ...group, summary: summarize(rounds, evidence) };
}

/** @returns all that is known, ready to be asked about; a file of reviews says no name of what they are about */
export function evidenceOf(material: Material): Evidence {
  return { subject: { name: "" }, ...material, index: indexEvidence(material.reviews, material.sentences) };
}

/** @param name of who speaks, where it is no segment that was found */
export function speakerOf(
  { id, basis, reviewers }: Pick<Segment, "id" | "basis" | "reviewers">,
  name?: string,
): Speaker {
  return { personaId: id, basis, voice: 1, voices: 1, reviewers, ...(name === undefined ? {} : { name }) };
}

/** @returns one question and its answer as a talk */
export function interviewOf(answer: Answer, name: string): Conversation {
  const asked = new Date().toISOString();
  const speaker = speakerOf({ id: "group", basis: { kind: "chosen" }, reviewers: answer.of }, name);
  const turns: Conversation["turns"] = [{ id: "1", question: answer.question, asked, state: "answered", answer }];
  return { id: "interview", subjectId: "file", personaId: "group", speaker, turns, updated: asked };
}

/** @returns what a transcript of a file of reviews is made with */
export function transcriptParts(
  file: string,
  material: Material,
  { phrase, print, keep }: { phrase: Phrase; print: PassagePrinter; keep: boolean },
): TranscriptParts {
  const reviews = byId(material.reviews);
  return {
    subject: { name: file.split(/[\\/]/u).at(-1) ?? file, url: "" },
    phrase,
    reviewOf: (id) => reviews.get(id),
    mask: (text) => (keep ? text : maskPersonalData(text)),
    maskQuote: (quote, review) => (review ? print(review, quote) : quote.text),
  };
}

/** @returns whether a transcript can be written under this name */
export function isTranscriptName(file: string): boolean {
  return /\.(?:md|docx|json)$/iu.test(file);
}

/** Its kind is told by the ending of its name: .md, .docx or .json. */
export async function writeTranscript(file: string, document: TranscriptDocument, phrase: Phrase): Promise<void> {
  const kind = file.toLowerCase().split(".").at(-1);
  if (kind === "docx") writeFileSync(file, await toDocx(document, phrase));
  else writeFileSync(file, kind === "json" ? toJson(document) : toMarkdown(document, phrase));
}
