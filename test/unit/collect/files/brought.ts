/** Opens a made-up file as the panel does and gives what came out of it. */
import { Import, type ImportChoices } from "../../../../lib/collect/files/import";
import type { ImportSource } from "../../../../lib/collect/files/preview";
import type { Capture, RawReview } from "../../../../lib/collect/site";

export const NOW = new Date("2026-06-01T12:00:00Z");

export async function bring(
  name: string,
  content: string | Uint8Array,
  choices: ImportChoices = {},
  source: Omit<ImportSource, "name"> = { how: "file" },
) {
  const bytes = typeof content === "string" && source.how === "file" ? new TextEncoder().encode(content) : content;
  const open = new Import({ ...source, name }, bytes, NOW);
  const preview = await open.preview(choices);
  const captures: Capture[] = [];
  for await (const capture of open.captures()) captures.push(capture);
  return { preview, captures, reviews: captures.flatMap(({ reviews }) => reviews.map(known)) };
}

/** A review without the fields it does not have. */
function known(review: RawReview): Partial<RawReview> {
  return Object.fromEntries(Object.entries(review).filter(([, value]) => value !== undefined));
}
