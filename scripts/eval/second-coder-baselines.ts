/** What a second coder is worth only if it does better: a search for the words of a code's name. */

/** Shorter words ("my", "of") say nothing about a code. */
const FEWEST_LETTERS = 4;

/** @returns for each text whether it holds all words of the name, or any of them; endings of plurals and verbs do not matter */
export function givenByKeyword(name: string, texts: readonly string[], which: "all" | "any"): boolean[] {
  const wanted = stems(name).filter((word) => word.length >= FEWEST_LETTERS - 1);
  return texts.map((text) => {
    const there = new Set(stems(text));
    return which === "all" ? wanted.every((word) => there.has(word)) : wanted.some((word) => there.has(word));
  });
}

function stems(text: string): string[] {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return words.map((word) => (word.length > FEWEST_LETTERS ? word.replace(/(?:ing|ed|es|s)$/u, "") : word));
}
