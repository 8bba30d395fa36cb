/** How sure a suggestion is, as words for those who do not read figures. */

/** From this chance on a suggestion is exported and counted as belonging. */
export const LIKELY = 0.5;

/** @returns a code the texts know; the words stand beside the figure, never alone */
export function certaintyOf(confidence: number): "surest" | "likely" | "even" | "unlikely" {
  if (confidence >= 0.9) return "surest";
  if (confidence >= 0.65) return "likely";
  return confidence >= 0.4 ? "even" : "unlikely";
}
