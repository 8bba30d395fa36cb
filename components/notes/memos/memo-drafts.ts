/**
 * What is being written in a memo, kept on this machine with every letter, so that a panel that closes in the middle of a word loses
 * nothing. It goes when the memo is saved.
 */
export interface MemoDraftText {
  title: string;
  text: string;
}

const KEY = "memoDraft ";

/** @param place what the memo is about, or its id: the same field finds its draft again */
export function keepDraft(place: string, draft: MemoDraftText): void {
  try {
    if (draft.title === "" && draft.text === "") localStorage.removeItem(KEY + place);
    else localStorage.setItem(KEY + place, JSON.stringify(draft));
  } catch {
    // no room: the field itself still holds it
  }
}

export function forgetDraft(place: string): void {
  localStorage.removeItem(KEY + place);
}

/** All of them: nothing that a person wrote stays when they delete everything. */
export function forgetDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(KEY)) localStorage.removeItem(key);
}

/** @returns what was being written there; undefined when nothing was */
export function draftAt(place: string): MemoDraftText | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY + place) ?? "null");
    if (typeof kept !== "object" || kept === null) return undefined;
    const { title, text } = kept as Partial<MemoDraftText>;
    return typeof title === "string" && typeof text === "string" ? { title, text } : undefined;
  } catch {
    return undefined;
  }
}
