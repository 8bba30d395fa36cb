/** A transcript as JSON, for whoever reads it by program: the document as it is, with its version. */
import type { TranscriptDocument } from "./document";

/** @returns indented JSON, ending with a line break */
export function toJson(document: TranscriptDocument): string {
  return `${JSON.stringify(document, undefined, 2)}\n`;
}
