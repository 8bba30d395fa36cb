/** Notes as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), out and in. Contexts are never fetched. */
import { type Notebook, type NotebookAnnotation, type NotebookCode, Problem } from "../../domain";
import { Gathering, type Read } from "./gathering";
import { isAddress, problemsOf } from "./model";
import { readSelectors } from "./read-selectors";
import { fieldsOf, listOf, plainText, textOf, timeOf, webAddress } from "./reading";

const CONTEXT = "http://www.w3.org/ns/anno.jsonld";
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** More is no notebook. */
const MOST = 100_000;

/** @returns an AnnotationCollection with one page; documents that are no page have addresses of their own (`urn:`) */
export function toJsonLd(notebook: Notebook): object {
  const codes = new Map(notebook.codes.map((code) => [code.id, code]));
  const coders = new Map(notebook.coders.map((coder) => [coder.id, coder]));
  const sources = new Map(notebook.documents.map((document) => [document.id, document]));
  const items = notebook.annotations.map((annotation) => {
    const coder = coders.get(annotation.coderId);
    const document = sources.get(annotation.documentId ?? "");
    return {
      id: addressOf(annotation.id),
      type: "Annotation",
      motivation: motivationOf(annotation),
      ...(coder && {
        creator: {
          id: addressOf(coder.id),
          type: coder.kind === "machine" ? "Software" : "Person",
          ...(coder.name && { name: coder.name }),
        },
      }),
      created: annotation.created,
      modified: annotation.updated,
      ...bodiesOf(annotation, codes),
      target: targetOf(annotation, annotation.target?.url ?? document?.url ?? addressOf(document?.id ?? annotation.id)),
    };
  });
  return {
    "@context": CONTEXT,
    id: `urn:earshot:notebook:${encodeURIComponent(notebook.made)}`,
    type: "AnnotationCollection",
    label: notebook.title,
    generated: notebook.made,
    generator: { id: "urn:earshot", type: "Software", name: "Earshot" },
    total: items.length,
    first: {
      id: `urn:earshot:notebook:${encodeURIComponent(notebook.made)}:1`,
      type: "AnnotationPage",
      startIndex: 0,
      items,
    },
  };
}

function addressOf(id: string): string {
  return UUID.test(id) ? `urn:uuid:${id}` : `urn:earshot:${encodeURIComponent(id)}`;
}

function motivationOf({ note, codeIds, tags }: NotebookAnnotation): string {
  if (note) return "commenting";
  if (codeIds.length > 0) return "classifying";
  return tags.length > 0 ? "tagging" : "highlighting";
}

function bodiesOf({ note, codeIds, tags }: NotebookAnnotation, codes: ReadonlyMap<string, NotebookCode>) {
  const text = (value: string, purpose: string) => ({ type: "TextualBody", value, format: "text/plain", purpose });
  const body = [
    ...(note ? [text(note, "commenting")] : []),
    ...codeIds.map((id) => ({ id: addressOf(id), ...text(codes.get(id)?.name ?? id, "classifying") })),
    ...tags.map((tag) => text(tag, "tagging")),
  ];
  return body.length > 0 ? { body } : {};
}

function targetOf({ target, text, created, start, end }: NotebookAnnotation, source: string): object {
  const quote = { type: "TextQuoteSelector", exact: text };
  const position = start !== undefined && end !== undefined ? [{ type: "TextPositionSelector", start, end }] : [];
  const selector = target && target.selectors.length > 0 ? target.selectors : [quote, ...(target ? [] : position)];
  return {
    type: "SpecificResource",
    source,
    selector,
    state: { type: "TimeState", sourceDate: created },
    ...(target?.frame !== undefined && isAddress(target.frame) && { scope: target.frame }),
  };
}

/**
 * @param value parsed JSON: a collection, a page, a graph, a list, or one annotation
 * @param now ISO 8601, for annotations that say no time
 * @throws Problem jsonld_unreadable when nothing in it is an annotation that can be kept
 */
export function fromJsonLd(value: unknown, name: string, now: string): Read {
  const things = annotationsIn(value);
  const gathering = new Gathering(name, now);
  const wrong: string[] = [];
  for (const thing of things.slice(0, MOST)) {
    const problems = problemsOf(thing).filter((problem) => !problem.startsWith("Annotation.id "));
    if (problems.length > 0) {
      wrong.push(problems[0] ?? "");
      gathering.warn("entry_unreadable", problems[0] ?? "");
    } else readAnnotation(fieldsOf(thing), gathering, now);
  }
  if (gathering.empty) {
    const other = wrong[0] ?? "there is no annotation in it";
    const words = `${name} does not keep to the W3C Web Annotation model: ${other}. Nothing was brought.`;
    throw new Problem("jsonld_unreadable", words, { name, other });
  }
  return gathering.read();
}

/** @returns true when it looks like annotations of the model */
export function isJsonLd(value: unknown): boolean {
  return annotationsIn(value).some((thing) => listOf(fieldsOf(thing).type).includes("Annotation"));
}

function annotationsIn(value: unknown, depth = 0): unknown[] {
  if (depth > 4) return [];
  if (Array.isArray(value)) return value.flatMap((one) => annotationsIn(one, depth + 1));
  const fields = fieldsOf(value);
  const types = listOf(fields.type);
  if (types.includes("Annotation")) return [value];
  const inside = fields.items ?? fields.first ?? fields["@graph"];
  return inside === undefined ? [] : annotationsIn(inside, depth + 1);
}

function readAnnotation(fields: ReturnType<typeof fieldsOf>, gathering: Gathering, now: string): void {
  const bodies = listOf(fields.body).map(bodyOf);
  const of = (purpose: string) =>
    bodies.flatMap((body) => (body.purpose === purpose && body.value ? [body.value] : []));
  const rest = bodies.filter(({ purpose }) => !["classifying", "tagging"].includes(purpose));
  const [creator] = listOf(fields.creator);
  const created = timeOf(fields.created, now);
  const common = {
    note: rest
      .map(({ value }) => value)
      .filter(Boolean)
      .join("\n\n"),
    tags: of("tagging"),
    codeNames: of("classifying"),
    coder: coderOf(creator),
    created,
    updated: timeOf(fields.modified, created),
  };
  const id = textOf(fields.id, 300).replace(/^urn:(uuid|earshot):/, "");
  for (const [i, target] of listOf(fields.target).entries()) {
    const { source, selectors } = readTarget(target);
    gathering.add({ ...common, id: i === 0 ? id : `${id}#${i + 1}`, source, title: "", selectors });
  }
}

function bodyOf(value: unknown): { value: string; purpose: string } {
  if (typeof value === "string") return { value, purpose: "linking" };
  const fields = fieldsOf(value);
  const text = textOf(fields.value);
  const html = /html/i.test(textOf(fields.format, 100));
  const purpose = textOf(listOf(fields.purpose)[0], 60) || "commenting";
  return { value: html ? plainText(text) : text || (webAddress(fields.source) ?? ""), purpose };
}

function readTarget(value: unknown) {
  if (typeof value === "string") return { source: value, selectors: [] };
  const fields = fieldsOf(value);
  const source = textOf(fields.source, 4_000) || textOf(fields.id, 4_000);
  return { source, selectors: readSelectors(fields.selector) };
}

function coderOf(value: unknown): { id: string; name: string; machine: boolean } {
  if (typeof value === "string") return { id: value, name: value, machine: false };
  const fields = fieldsOf(value);
  const name = textOf(fields.name, 120) || textOf(fields.nickname, 120);
  const id = textOf(fields.id, 300).replace(/^urn:(uuid|earshot):/, "") || name;
  return { id, name, machine: listOf(fields.type).includes("Software") };
}
