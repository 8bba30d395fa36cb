/** Small numbers written in words, in the languages whose words for time are known: "five", "fünf", "cinq", "пять". */
import { anyOf, prepare } from "./dates/prepare";
import { SPOKEN } from "./dates/spoken";

let known: { values: Map<string, number>; pattern: RegExp } | undefined;

/** @returns a prepared text with its number words as digits */
export function digitsForWords(text: string): string {
  const { values, pattern } = numberWords();
  return text.replace(pattern, (word) => String(values.get(word) ?? word));
}

function numberWords(): { values: Map<string, number>; pattern: RegExp } {
  if (known) return known;
  const values = new Map<string, number>();
  for (const { numbers = "" } of SPOKEN.values())
    for (const [index, forms] of numbers.split("|").entries())
      for (const form of forms.split("/").map(prepare)) if (form && !values.has(form)) values.set(form, index + 1);
  known = {
    values,
    pattern: new RegExp(`(?<![\\p{L}\\p{M}\\d'])(?:${anyOf(values.keys())})(?![\\p{L}\\p{M}'])`, "gu"),
  };
  return known;
}
