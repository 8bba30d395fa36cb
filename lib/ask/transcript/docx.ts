/** A transcript as a Word document (Office Open XML). The only file that knows the library; it is loaded when somebody asks for one. */
import type { Paragraph } from "docx";
import type { Phrase } from "../../locale";
import type { TranscriptDocument, TranscriptLine, TranscriptSource } from "./document";

/** XML 1.0 knows no such characters, not even escaped; Word refuses the file. */
const NO_XML = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu;

/** @returns the bytes of a .docx file */
export async function toDocx(document: TranscriptDocument, phrase: Phrase): Promise<Uint8Array<ArrayBuffer>> {
  const { Document, HeadingLevel, Packer, Paragraph, TextRun } = await import("docx");
  const run = (text: string, style = {}) => new TextRun({ text: text.replace(NO_XML, " "), ...style });
  const write: Writer = {
    title: (text) => new Paragraph({ heading: HeadingLevel.TITLE, children: [run(text)] }),
    heading: (text) => new Paragraph({ heading: HeadingLevel.HEADING_1, children: [run(text)] }),
    strong: (text) => new Paragraph({ children: [run(text, { bold: true })], keepNext: true }),
    note: (text) => new Paragraph({ children: [run(text, { italics: true })] }),
    text: (text) => new Paragraph({ children: [run(text)], spacing: { after: 120 } }),
  };
  const file = new Document({
    title: document.title,
    description: document.mark,
    sections: [{ children: body(document, write, phrase) }],
  });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}

type Writer = Record<"title" | "heading" | "strong" | "note" | "text", (text: string) => Paragraph>;

function body(
  { title, mark, voices, rounds, summary, method, sources }: TranscriptDocument,
  write: Writer,
  phrase: Phrase,
) {
  const names = new Map(voices.map(({ personaId, name }) => [personaId, name]));
  return [
    write.title(title),
    write.strong(mark),
    ...voices.map(({ name, reviewers, checked = "" }) => write.text(`${name} (${reviewers}) ${checked}`.trim())),
    ...rounds.flatMap(({ question, answers, notes }) => [
      write.heading(question),
      ...answers.flatMap((answer) => [
        write.strong(names.get(answer.personaId) ?? ""),
        ...answer.notes.map(write.note),
        ...answer.lines.map((line) => write.text(cited(line))),
      ]),
      ...notes.map(write.note),
    ]),
    ...(summary.length > 0
      ? [write.heading(phrase("transcriptSummary")), ...summary.map((one) => write.text(cited(one)))]
      : []),
    ...(sources.length > 0
      ? [write.heading(phrase("transcriptSources")), ...sources.map((one) => write.text(sourceLine(one, phrase)))]
      : []),
    write.note(method),
  ];
}

function cited({ text, sources }: TranscriptLine): string {
  return [text, ...sources.map((number) => `[${number}]`)].join(" ");
}

function sourceLine({ number, text, date = "", url = "" }: TranscriptSource, phrase: Phrase): string {
  const from = [date.slice(0, 10), url].filter(Boolean).join(", ");
  return `[${number}] ${phrase("quoted", { text })}${from ? ` (${from})` : ""}`;
}
