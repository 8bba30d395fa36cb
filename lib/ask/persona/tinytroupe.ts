/**
 * A persona as TinyTroupe reads it (https://github.com/microsoft/tinytroupe: `TinyPerson.load_specification`). Only what reviewers wrote
 * is filled in; age, sex, nationality, occupation and personality are left out, since nobody knows them.
 */
import type { EvidenceLine, Persona } from "../../domain";
import type { ExportWanted } from "./export";
import { personaCard } from "./phrase";

export interface TinyPersonFile {
  type: "TinyPerson";
  persona: {
    name: string;
    long_term_goals: string[];
    preferences: { interests: string[]; likes: string[]; dislikes: string[] };
    beliefs: string[];
    behaviors: { general: string[] };
    other_facts: string[];
  };
}

/** By which TinyTroupe finds them in a folder. */
export const TINY_PERSON_ENDING = ".agent.json";

/** In English, as TinyTroupe's prompts are; `language` tells it how these people write. */
export const SIMULATED =
  "This is a simulated voice made by Earshot from what real reviewers wrote. It is no real person.";

/** @returns the file's content; `JSON.stringify` makes it the file. Topics stay in the reviewers' words, masked */
export function tinyPersonFile({ persona, phrase, maskQuote, maskText }: ExportWanted): TinyPersonFile {
  const card = personaCard(persona, phrase);
  const { goals, wishes, likes, dislikes, dealbreakers, price, vocabulary, description } = persona;
  const wording = (line: EvidenceLine) => maskText(line.text ?? line.topic);
  const quotes = (lines: readonly EvidenceLine[]) =>
    lines.flatMap((line) => line.quotes.slice(0, 1).map(maskQuote)).filter(Boolean);
  return {
    type: "TinyPerson",
    persona: {
      name: maskText(card.name),
      long_term_goals: [...goals, ...wishes].map(wording),
      preferences: { interests: goals.map(wording), likes: likes.map(wording), dislikes: dislikes.map(wording) },
      beliefs: quotes([...likes, ...dislikes, ...price]),
      behaviors: { general: quotes(dealbreakers) },
      other_facts: [
        SIMULATED,
        ...source(persona),
        ...(description === undefined ? card.facts.map(maskText) : [maskText(description)]),
        ...(vocabulary.length > 0 ? [`Words these reviewers use: ${vocabulary.map(maskText).join(", ")}`] : []),
      ],
    },
  };
}

function source({ description, reviewers, segment }: Persona): string[] {
  if (description !== undefined) return ["It was made from a description, not from reviewers: it is not grounded."];
  return [`Source: ${reviewers ?? segment.reviewers} reviewers, segment ${segment.id}.`];
}

/**
 * Several persons in one archive, each in a file of its own: TinyTroupe reads a folder of them (`load_specifications_from_folder`).
 * @param files by name without ending; names that repeat are numbered
 * @returns the bytes of a .zip file
 */
export async function tinyPersonArchive(
  files: readonly { name: string; file: TinyPersonFile }[],
): Promise<Uint8Array<ArrayBuffer>> {
  const { strToU8, zipSync } = await import("fflate");
  const packed = new Map<string, Uint8Array>();
  for (const { name, file } of files) {
    let free = name;
    for (let n = 2; packed.has(`${free}${TINY_PERSON_ENDING}`); n++) free = `${name}-${n}`;
    packed.set(`${free}${TINY_PERSON_ENDING}`, strToU8(`${JSON.stringify(file, undefined, 2)}\n`));
  }
  return Uint8Array.from(zipSync(Object.fromEntries(packed)));
}
