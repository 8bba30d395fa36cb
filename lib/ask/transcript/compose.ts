/** Turns a stored talk or focus group into a document that can leave the machine: marked simulated, cited, masked. */
import type { Answer, Conversation, GroupPoint, GroupTalk, GroupTurn, Speaker, Turn } from "../../domain";
import { realityWords } from "../persona/reality-phrase";
import { phraseAnswer, phraseClaim } from "../phrase";
import { speakerName } from "../speaker";
import { supportedIn } from "../supported";
import type {
  TranscriptAnswer,
  TranscriptDocument,
  TranscriptLine,
  TranscriptParts,
  TranscriptRound,
  TranscriptSource,
  TranscriptVoice,
} from "./document";
import { Sources } from "./sources";

/** @returns an interview; a talk without turns gives a document without rounds */
export function interviewTranscript(talk: Conversation, parts: TranscriptParts): TranscriptDocument {
  const { phrase, subject, mask } = parts;
  const sources = new Sources(parts);
  const voice = voiceOf(talk.speaker, parts);
  const rounds = talk.turns.map(({ question, asked, state, answer }): TranscriptRound => {
    const answers = answer ? [answerOf(answer, talk.personaId, "answer", sources, parts)] : [];
    return { question: mask(question), asked, state, answers, notes: stateNotes(state, parts) };
  });
  const title = phrase("transcriptTitle", { name: voice.name, subject: subject.name });
  const mark = phrase("transcriptSimulated", { count: talk.speaker.reviewers });
  return { ...head("interview", parts), title, mark, voices: [voice], rounds, summary: [], sources: sources.list };
}

/** @returns a focus group with its splits and, where it was summed up, what it came to */
export function groupTranscript(group: GroupTalk, parts: TranscriptParts): TranscriptDocument {
  const { phrase, subject, mask } = parts;
  const sources = new Sources(parts);
  const voices = group.speakers.map((speaker) => voiceOf(speaker, parts));
  const names = new Map(voices.map(({ personaId, name }) => [personaId, name]));
  const rounds = group.rounds.map(({ question, asked, state, turns, split }): TranscriptRound => {
    const answers = turns.flatMap((turn) => answersOf(turn, names, sources, parts));
    const stand = split
      ? [
          phrase("transcriptSplit", { who: "voices", ...split.voices }),
          phrase("transcriptSplit", { who: "reviewers", ...split.reviewers }),
        ]
      : [];
    return { question: mask(question), asked, state, answers, notes: [...stand, ...stateNotes(state, parts)] };
  });
  const { agreed = [], disputed = [], alone = [] } = group.summary ?? {};
  const point = (kind: string) => (one: GroupPoint) => pointLine(one, kind, names, sources, parts);
  const summary = [...agreed.map(point("agreed")), ...disputed.map(point("disputed")), ...alone.map(point("alone"))];
  const title = phrase("transcriptGroupTitle", { subject: subject.name });
  const mark = phrase("transcriptGroupSimulated", { count: voices.length });
  return { ...head("group", parts), title, mark, voices, rounds, summary, sources: sources.list };
}

/** @returns one question and its answer, with the quotes it rests on */
export function answerRound(
  question: string,
  answer: Answer,
  parts: TranscriptParts,
): { round: TranscriptRound; sources: TranscriptSource[] } {
  const sources = new Sources(parts);
  const answers = [answerOf(answer, "", "answer", sources, parts)];
  const round = { question: parts.mask(question), asked: "", state: "answered" as const, answers, notes: [] };
  return { round, sources: sources.list };
}

function head(kind: TranscriptDocument["kind"], { subject, phrase }: TranscriptParts) {
  const method = phrase("transcriptMethod");
  return {
    format: "earshot-transcript" as const,
    version: 1 as const,
    kind,
    simulated: true as const,
    subject,
    method,
  };
}

function voiceOf(speaker: Speaker, { phrase, checkOf, mask }: TranscriptParts): TranscriptVoice {
  const { personaId, description, reviewers } = speaker;
  const check = checkOf?.(personaId);
  const told = check && realityWords(check, phrase);
  return {
    personaId,
    name: mask(speakerName(speaker, phrase)),
    reviewers,
    grounded: description === undefined,
    ...(check && told ? { check, checked: [told.text, told.verdict].filter(Boolean).join(" ") } : {}),
  };
}

function answersOf(
  turn: GroupTurn,
  names: ReadonlyMap<string, string>,
  sources: Sources,
  parts: TranscriptParts,
): TranscriptAnswer[] {
  const { personaId, answer, reaction } = turn;
  const own = answer ? [answerOf(answer, personaId, "answer", sources, parts)] : [];
  if (!reaction) return own;
  const notes = (["agrees", "dissents"] as const).flatMap((how) => {
    const whom = reaction[how].map((id) => names.get(id) ?? id);
    return whom.length > 0 ? [parts.phrase("transcriptReaction", { how, names: whom.join(", ") })] : [];
  });
  if (notes.length === 0 && !reaction.answer) return own;
  if (reaction.answer && supportedIn(reaction.answer).length > 0) {
    const prose = answerOf(reaction.answer, personaId, "reaction", sources, parts);
    return [...own, { ...prose, notes: [...notes, ...prose.notes] }];
  }
  const lines = reaction.answer ? claimLines(reaction.answer, sources, parts) : [];
  return [...own, { personaId, kind: "reaction", engine: "evidence", manifest: {}, notes, lines, leftOut: 0 }];
}

function answerOf(
  answer: Answer,
  personaId: string,
  kind: TranscriptAnswer["kind"],
  sources: Sources,
  parts: TranscriptParts,
): TranscriptAnswer {
  const { engine, usage, manifest, statements = [] } = answer;
  const leftOut = statements.filter(({ support }) => support !== "supported").length;
  const lines = linesOf(answer, sources, parts);
  const notes =
    engine === "evidence" ? [] : [parts.phrase("transcriptEngine", { model: usage?.model ?? engine, leftOut })];
  return { personaId, kind, engine, ...(usage ? { usage } : {}), manifest, notes, lines, leftOut };
}

/** A reaction names matter by matter; it has no opening, since it answers nothing. */
function claimLines(said: Answer, sources: Sources, { phrase, mask }: TranscriptParts): TranscriptLine[] {
  return said.claims.map((claim) => ({
    text: mask(phraseClaim(said, claim, phrase)),
    sources: sources.cite(claim.quotes),
  }));
}

/** What a language model wrote stands here only as far as the reviews bear it out. */
function linesOf(answer: Answer, sources: Sources, { phrase, mask }: TranscriptParts): TranscriptLine[] {
  const supported = supportedIn(answer);
  const said = supported.length > 0 ? supported : phraseAnswer(answer, phrase);
  return said.map(({ text, quotes }) => ({ text: mask(text), sources: sources.cite(quotes) }));
}

function pointLine(
  { topic, positive, negative, reviewers, quotes }: GroupPoint,
  kind: string,
  names: ReadonlyMap<string, string>,
  sources: Sources,
  { phrase, mask }: TranscriptParts,
): TranscriptLine {
  const said = (ids: readonly string[]) => ids.map((id) => names.get(id) ?? id).join(", ") || "–";
  const values = { kind, topic: mask(topic), for: said(positive), against: said(negative) };
  const counted = { good: reviewers.positive, bad: reviewers.negative };
  return { text: phrase("transcriptPoint", { ...values, ...counted }), sources: sources.cite(quotes) };
}

function stateNotes(state: Turn["state"], { phrase }: TranscriptParts): string[] {
  return state === "answered" ? [] : [phrase("transcriptState", { state })];
}
