/** Codes with their passages as a Word document. The library for it is loaded when somebody asks for one. */
import type { Coder } from "../../domain";
import type { CodedPassage, Coding } from "./coding";
import { codePaths, printed, type TableTexts } from "./tables";

/** XML 1.0 knows no such characters, not even escaped; Word refuses the file. */
const NO_XML = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu;

export interface DocumentHead {
  title: string;
  /** Below it: what it was made from, how it was counted, that personal data is hidden. */
  notes: readonly string[];
}

/** One paragraph of the document, before any library. */
export interface DocumentLine {
  as: "title" | "heading" | "quote" | "text" | "soft";
  text: string;
}

/** @returns a heading for each code in the order of the codebook, its definition, and its passages with source, stars, date, coder and note */
export function documentLines(
  head: DocumentHead,
  passages: readonly CodedPassage[],
  coding: Coding,
  coders: readonly Coder[],
  texts: TableTexts,
): DocumentLine[] {
  const { phrase, masks } = texts;
  const paths = codePaths(coding, masks);
  const quotes = (those: readonly CodedPassage[]) => those.flatMap((one) => passageLines(one, coding, coders, texts));
  const byCode = coding.codes.flatMap(({ id, description }): DocumentLine[] => {
    const own = passages.filter(({ note }) => note.codeIds.includes(id));
    if (own.length === 0) return [];
    return [
      { as: "heading", text: paths.get(id) ?? "" },
      ...(description ? [{ as: "text" as const, text: masks.text(description) }] : []),
      { as: "soft", text: phrase("queryPassages", { count: own.length }) },
      ...quotes(own),
    ];
  });
  const known = new Set(coding.codes.map(({ id }) => id));
  const bare = passages.filter(({ note }) => !note.codeIds.some((id) => known.has(id)));
  return [
    { as: "title", text: head.title },
    ...head.notes.map((text): DocumentLine => ({ as: "soft", text })),
    ...byCode,
    ...(bare.length > 0 ? [{ as: "heading" as const, text: phrase("queryNoCode") }, ...quotes(bare)] : []),
  ];
}

function passageLines(
  passage: CodedPassage,
  coding: Coding,
  coders: readonly Coder[],
  { phrase, masks, coderName }: TableTexts,
): DocumentLine[] {
  const one = printed(passage, coding, masks);
  const coder = coderName(coders.find(({ id }) => id === passage.note.coderId));
  const stars = one.stars && `★ ${one.stars}`;
  const source = [stars, one.date.slice(0, 10), one.language, one.source, one.url, coder].filter(Boolean).join(" · ");
  return [
    { as: "quote", text: phrase("quoted", { text: one.text }) },
    { as: "soft", text: source },
    ...(one.note ? [{ as: "text" as const, text: phrase("queryNoted", { note: one.note }) }] : []),
    ...(one.tags ? [{ as: "soft" as const, text: phrase("queryTagged", { tags: one.tags }) }] : []),
  ];
}

/** @returns the bytes of a .docx file: words alone, no links that could be followed by themselves */
export async function toDocument(title: string, lines: readonly DocumentLine[]): Promise<Uint8Array<ArrayBuffer>> {
  const { Document, HeadingLevel, Packer, Paragraph, TextRun } = await import("docx");
  const looks = {
    title: { heading: HeadingLevel.TITLE },
    heading: { heading: HeadingLevel.HEADING_1 },
    quote: { indent: { left: 360 }, keepNext: true, spacing: { before: 120 } },
    text: { indent: { left: 360 } },
    soft: { indent: { left: 360 } },
  };
  const clean = (text: string) => text.replace(NO_XML, " ");
  const children = lines.map(({ as, text }) => {
    const parts = clean(text).split("\n");
    const runs = parts.map((part, i) => {
      const look = as === "soft" ? { italics: true, color: "57606C" } : {};
      return new TextRun({ text: part, ...(i > 0 ? { break: 1 } : {}), ...look });
    });
    return new Paragraph({ ...looks[as], children: runs });
  });
  const file = new Document({ title: clean(title), creator: "Earshot", sections: [{ children }] });
  return new Uint8Array(await Packer.toArrayBuffer(file));
}
