/** Notes as Markdown that any editor shows: by document, quotes with what was made of them and where they are from. */
import type { Notebook, NotebookAnnotation, NotebookDocument } from "../../domain";
import type { Phrase } from "../../locale";

/** What is printed of a passage. */
export type MaskText = (text: string, document: NotebookDocument | undefined) => string;

/**
 * @param mask hides personal data in quotes and notes; absent: words stay as they are
 */
export function toMarkdown(
  notebook: Notebook,
  { phrase, date, mask = (text) => text }: { phrase: Phrase; date: (iso: string) => string; mask?: MaskText },
): string {
  const documents = new Map(notebook.documents.map((document) => [document.id, document]));
  const codes = new Map(notebook.codes.map(({ id, name }) => [id, name]));
  const coders = new Map(notebook.coders.map(({ id, name }) => [id, name]));
  const groups = new Map<string, NotebookAnnotation[]>();
  for (const annotation of notebook.annotations) {
    const key = annotation.documentId ?? annotation.target?.pageKey ?? "";
    groups.set(key, [...(groups.get(key) ?? []), annotation]);
  }
  const several = new Set(notebook.annotations.map(({ coderId }) => coderId)).size > 1;
  const blocks = [`# ${line(notebook.title)}`, line(phrase("exchangeMade", { date: date(notebook.made) }))];
  for (const [key, annotations] of groups) {
    const document = documents.get(key);
    const target = annotations[0]?.target;
    blocks.push(`## ${line(document?.name || target?.title || target?.url || phrase("exchangeNoSource"))}`);
    const facts = [factsOf(document, date), link(document?.url ?? target?.url)].filter(Boolean).join(" · ");
    if (facts) blocks.push(facts);
    for (const annotation of annotations.toSorted((a, b) => (a.start ?? 0) - (b.start ?? 0)))
      blocks.push(...noteBlocks(annotation, document));
  }
  const general = notebook.memos.filter(({ text, title }) => text || title);
  if (general.length > 0) {
    blocks.push(`## ${line(phrase("exchangeMemos"))}`);
    for (const { title, text, updated } of general)
      blocks.push(`### ${line(title || date(updated))}`, paragraphs(mask(text, undefined)));
  }
  return `${blocks.filter(Boolean).join("\n\n")}\n`;

  function noteBlocks(annotation: NotebookAnnotation, document: NotebookDocument | undefined): string[] {
    const { text, note, codeIds, tags, coderId, created } = annotation;
    const names = codeIds.flatMap((id) => codes.get(id) ?? []);
    const who = several ? coders.get(coderId) : undefined;
    const told = [
      names.length > 0 && `**${names.map(line).join(", ")}**`,
      tags.length > 0 && tags.map((tag) => `#${line(tag).replace(/\s+/g, "-")}`).join(" "),
      who && line(who),
      date(created),
    ];
    return [
      quote(mask(text, document)),
      told.filter(Boolean).join(" · "),
      note ? paragraphs(mask(note, document)) : "",
    ];
  }
}

function factsOf(document: NotebookDocument | undefined, date: (iso: string) => string): string {
  if (!document) return "";
  const { stars, scale, product } = document.variables;
  return [
    product !== undefined && line(String(product)),
    stars !== undefined && `${stars}${scale === undefined ? "" : `/${scale}`} ★`,
    document.date && date(document.date),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** What Markdown or HTML within it would take for its own. */
function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>#|~]/g, "\\$&").replace(/^(\s*)([-+=]|\d+[.)])(?=\s)/gm, "$1\\$2");
}

function line(text: string): string {
  return escaped(text.replace(/\s+/gu, " ").trim());
}

function paragraphs(text: string): string {
  return escaped(text.trim()).replace(/\n{3,}/g, "\n\n");
}

function quote(text: string): string {
  return paragraphs(text)
    .split("\n")
    .map((one) => `> ${one}`)
    .join("\n");
}

function link(url: string | undefined): string {
  return url && /^https?:\/\//i.test(url) ? `<${url.replace(/[\s<>]/g, encodeURIComponent)}>` : "";
}
