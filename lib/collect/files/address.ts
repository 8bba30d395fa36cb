/**
 * Addresses of what is on no page. They lead nowhere, are the same each time, and tell a file from a pasted text.
 * `earshot:file/NAME` and `earshot:pasted` stand for documents, `earshot:subject/NAME` for what people named as their subject.
 */

/** `how` of records that a person brought: each row is one, however alike two of them are. */
export const BROUGHT = new Set(["file", "pasted", "selected"]);

export type Origin = { how: "file"; name: string } | { how: "pasted" };

/** Address of a file or of a pasted text. */
export function documentAddress(origin: Origin): string {
  return origin.how === "file" ? `earshot:file/${encodeURIComponent(wellFormed(origin.name))}` : "earshot:pasted";
}

/** One address per name: the same product in the files of two months is one subject. */
export function subjectAddress(name: string): string {
  const plain = wellFormed(name).normalize("NFKC").replace(/\s+/g, " ").trim().toLowerCase();
  return `earshot:subject/${encodeURIComponent(plain)}`;
}

/** Half a character cannot be written into an address. */
function wellFormed(text: string): string {
  return text.replace(/\p{Cs}/gu, "\ufffd");
}

/** Whether an address is one of these: there is no page to go to. */
export function isBrought(url: string): boolean {
  return url.startsWith("earshot:");
}

/** What the address of a document stands for; undefined for pages. */
export function originOf(url: string): Origin | undefined {
  if (!isBrought(url)) return undefined;
  const name = url.match(/^earshot:file\/(.+)$/)?.[1];
  return name ? { how: "file", name: decoded(name) } : { how: "pasted" };
}

/** Addresses can come from another machine's export, written by another hand. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
