/** The places within Notes, and the one that was open last: whoever comes back to Notes finds it as it was left. */
export const NOTES_PLACES = ["list", "codebook", "second", "find", "memos", "share"] as const;
export type NotesPlace = (typeof NOTES_PLACES)[number];

let last: NotesPlace = "list";

export function keptPlace(): NotesPlace {
  return last;
}

export function keepPlace(place: NotesPlace): void {
  last = place;
}
