import type { Phrase } from "../../lib/locale";

export type QualityKind = "sentiment" | "aspects" | "intents" | "emotions" | "entities" | "satisfaction" | "promoter";

/** @returns what is known about how right marks of a kind are, in a sentence */
export function qualityOf(_kind: QualityKind, phrase: Phrase): string {
  return phrase("unmeasured");
}
