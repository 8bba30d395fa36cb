/** A transcript as Markdown (CommonMark). Whatever people wrote is escaped: it shows as they wrote it, and is never markup, link or HTML. */
import type { Phrase } from "../../locale";
import type { TranscriptAnswer, TranscriptDocument, TranscriptLine, TranscriptSource } from "./document";

/** @returns the whole file, ending with a line break */
export function toMarkdown(document: TranscriptDocument, phrase: Phrase): string {
  const { title, mark, voices, rounds, summary, method, sources } = document;
  const names = new Map(voices.map(({ personaId, name }) => [personaId, name]));
  const blocks = [
    `# ${plain(title)}`,
    `**${plain(mark)}**`,
    ...voices.map(({ name, reviewers, checked = "" }) =>
      `- **${plain(name)}** (${reviewers}) ${plain(checked)}`.trim(),
    ),
    ...rounds.flatMap(({ question, answers, notes }) => [
      `## ${plain(question)}`,
      ...answers.flatMap((answer) => answerBlocks(answer, names.get(answer.personaId) ?? "")),
      ...notes.map((note) => `*${plain(note)}*`),
    ]),
    ...(summary.length > 0 ? [`## ${phrase("transcriptSummary")}`, ...summary.map((line) => `- ${cited(line)}`)] : []),
    ...(sources.length > 0
      ? [`## ${phrase("transcriptSources")}`, ...sources.map((one) => sourceLine(one, phrase))]
      : []),
    `*${plain(method)}*`,
  ];
  return `${blocks.join("\n\n")}\n`;
}

function answerBlocks({ lines, notes }: TranscriptAnswer, name: string): string[] {
  return [`**${plain(name)}**`, ...notes.map((note) => `*${plain(note)}*`), ...lines.map(cited)];
}

function cited({ text, sources }: TranscriptLine): string {
  return [plain(text), ...sources.map((number) => `\\[${number}\\]`)].join(" ");
}

function sourceLine({ number, text, date = "", url = "" }: TranscriptSource, phrase: Phrase): string {
  const from = [plain(date.slice(0, 10)), plain(url)].filter(Boolean).join(", ");
  return `\\[${number}\\] ${plain(phrase("quoted", { text }))}${from ? ` (${from})` : ""}`;
}

/** Every sign of ASCII punctuation may be escaped (CommonMark 0.31, 2.4); those that begin markup anywhere in a line are. */
function plain(text: string): string {
  const line = text.replace(/\s+/gu, " ").trim();
  const escaped = line.replace(/[\\`*_[\]<>#|~&!$]/gu, "\\$&");
  return escaped.replace(/^(\d+)(?=[.)])/u, "$1\\").replace(/^(?=[-+=])/u, "\\");
}
