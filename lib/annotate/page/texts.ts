/** Names of the texts that stand on a page: locale keys, filled in by the panel in its reader's language. `{count}` and `{name}` stay open. */
export const ADDER_TEXTS = [
  "adderToolbar",
  "adderHighlight",
  "adderNote",
  "adderCode",
  "adderTags",
  "adderForm",
  "adderFind",
  "adderNewCode",
  "adderNoCode",
  "adderInVivo",
  "adderNoteField",
  "adderTagsField",
  "adderSave",
  "adderCancel",
  "adderClose",
  "adderHint",
  "adderSaved",
  "adderFailed",
  "adderEmpty",
  "adderInput",
  "adderFrames",
  "adderWhole",
  "adderUnreachable",
  "adderMargin",
  "adderMarks",
  "adderCard",
] as const;

export type AdderText = (typeof ADDER_TEXTS)[number];

/** Looks a text up; `{count}` and `{name}` are filled in. */
export type AdderPhrase = (name: AdderText, values?: { count?: number; name?: string }) => string;

/** @param texts as they came; what is missing shows its name */
export function adderPhrase(texts: Readonly<Record<string, string>>): AdderPhrase {
  return (name, { count, name: named } = {}) => {
    const text = Object.hasOwn(texts, name) ? (texts[name] ?? name) : name;
    return text.replaceAll("{count}", String(count ?? "")).replaceAll("{name}", named ?? "");
  };
}
