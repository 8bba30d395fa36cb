import type { Code } from "../../domain";

/**
 * Colours that people who see colours otherwise can tell apart, after Okabe and Ito (2008) and Tol's "bright" (2021), each dark enough for a
 * line on white and light enough for one on a dark page (contrast of at least 3:1 with both). Names and line styles stand beside them:
 * colour alone says nothing.
 */
export const CODE_COLOURS = [
  "#2f7fc1",
  "#c2571a",
  "#1f9174",
  "#b0559b",
  "#9a7d0a",
  "#6f6fd0",
  "#cc4b5c",
  "#54862f",
  "#2a8fa8",
  "#8d7157",
] as const;

/** @returns the colour a code was given, else one that its id always has */
export function colourOf({ id, colour }: Pick<Code, "id" | "colour">): string {
  if (colour && isColour(colour)) return colour;
  let sum = 0;
  for (let at = 0; at < id.length; at++) sum = (sum * 31 + id.charCodeAt(at)) % 0x7fffffff;
  return CODE_COLOURS[sum % CODE_COLOURS.length] as string;
}

/** @returns the first colour that none of these codes has, else the one used least */
export function nextColour(codes: readonly Pick<Code, "id" | "colour">[]): string {
  const used = new Map<string, number>(CODE_COLOURS.map((colour) => [colour, 0]));
  for (const code of codes) used.set(colourOf(code), (used.get(colourOf(code)) ?? 0) + 1);
  return CODE_COLOURS.toSorted((a, b) => (used.get(a) ?? 0) - (used.get(b) ?? 0))[0] as string;
}

export function isColour(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text);
}
