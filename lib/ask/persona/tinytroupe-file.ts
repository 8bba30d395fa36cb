/**
 * Reads a person of TinyTroupe (https://github.com/microsoft/tinytroupe: `TinyPerson.load_specification`). Such a person is invented, age,
 * trade and all: it can only become a description, and what it is made to like or say is nobody's review.
 */
import type { PersonaClaims } from "./read-file";
import { field, text, texts } from "./untrusted";

const LONGEST = { name: 80, word: 120, description: 500 } as const;
/** Of each list; a description is a sentence or two. */
const FEW = 4;

/** @returns the person as a description; undefined when this is no such file */
export function tinyPersonClaims(value: unknown): PersonaClaims | undefined {
  if (field(value, "type") !== "TinyPerson") return undefined;
  const person = field(value, "persona") ?? field(value, "_configuration");
  const name = text(field(person, "name"), LONGEST.name);
  if (name === "") return undefined;
  const described = [[name, age(person), trade(person)].filter(Boolean).join(", "), ...told(person)].join(". ");
  return { name, description: described.slice(0, LONGEST.description), reviewIds: [], lines: [] };
}

function age(person: unknown): string {
  const years = field(person, "age");
  return typeof years === "number" && Number.isFinite(years) ? String(years) : text(years, LONGEST.word);
}

function trade(person: unknown): string {
  const occupation = field(person, "occupation");
  return text(occupation, LONGEST.word) || text(field(occupation, "title"), LONGEST.word);
}

/** In English, as these files are. */
function told(person: unknown): string[] {
  const preferences = field(person, "preferences");
  const parts = [
    ["Wants", texts(field(person, "long_term_goals"), FEW, LONGEST.word)],
    ["Likes", texts(field(preferences, "likes"), FEW, LONGEST.word)],
    ["Dislikes", texts(field(preferences, "dislikes"), FEW, LONGEST.word)],
  ] as const;
  return parts.flatMap(([title, list]) => (list.length > 0 ? [`${title}: ${list.join("; ")}`] : []));
}
