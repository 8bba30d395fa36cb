/** A transcript as plain text, to be pasted into a mail or a report. */
import type { Answer } from "../../domain";
import type { Phrase } from "../../locale";
import { answerRound } from "./compose";
import type { TranscriptDocument, TranscriptLine, TranscriptParts, TranscriptSource } from "./document";

/** How days are written; ISO 8601 in, as precise as known. */
type WriteDate = (iso: string) => string;

/** @returns the whole document, sources last, ending with a line break */
export function toPlainText(document: TranscriptDocument, phrase: Phrase, date: WriteDate): string {
  const { title, mark, voices, rounds, summary, method, sources } = document;
  const names = new Map(voices.map(({ personaId, name }) => [personaId, name]));
  const checked = voices.flatMap(({ name, checked: told = "" }) => (told ? [`${name}: ${told}`] : []));
  const talk = rounds.flatMap((round) => roundLines(round, voices.length > 1 ? names : undefined));
  const end = summary.length > 0 ? ["", phrase("transcriptSummary"), ...summary.map(cited)] : [];
  return lines([title, mark, ...checked, ...talk, ...end, ...sourceList(sources, phrase, date), "", method]);
}

/** @returns one question with its answer, marked simulated, its quotes numbered below */
export function answerText(question: string, answer: Answer, parts: TranscriptParts, date: WriteDate): string {
  const { round, sources } = answerRound(question, answer, parts);
  const [asked = "", ...said] = roundLines(round).filter(Boolean);
  const { phrase } = parts;
  return lines([asked, `(${phrase("simulated")})`, ...said, ...sourceList(sources, phrase, date)]);
}

function roundLines({ question, answers, notes }: TranscriptDocument["rounds"][number], names?: Map<string, string>) {
  const said = answers.flatMap(({ personaId, notes: about, lines: own }) => {
    const name = names?.get(personaId);
    return [...(name ? [`${name}:`] : []), ...about, ...own.map(cited)];
  });
  return ["", `— ${question}`, ...said, ...notes];
}

function cited({ text, sources }: TranscriptLine): string {
  return [text, ...sources.map((number) => `[${number}]`)].join(" ");
}

function sourceList(sources: readonly TranscriptSource[], phrase: Phrase, date: WriteDate): string[] {
  if (sources.length === 0) return [];
  return ["", phrase("transcriptSources"), ...sources.map((source) => sourceLine(source, phrase, date))];
}

function sourceLine({ number, text, date: day, url = "" }: TranscriptSource, phrase: Phrase, date: WriteDate): string {
  const from = [day ? date(day) : "", url].filter(Boolean).join(", ");
  return `[${number}] ${phrase("quoted", { text })}${from ? ` (${from})` : ""}`;
}

function lines(all: readonly string[]): string {
  return `${all.join("\n")}\n`;
}
