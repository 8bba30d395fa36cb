/** Cards as files: personal data is masked in them, and nobody is named. */
import { type ExportWanted, personaCollection, personaFile } from "../../../lib/ask/persona/export";
import { personaName } from "../../../lib/ask/persona/phrase";
import { TINY_PERSON_ENDING, tinyPersonArchive, tinyPersonFile } from "../../../lib/ask/persona/tinytroupe";
import type { Persona, Review } from "../../../lib/domain";
import type { Phrase } from "../../../lib/locale";
import { namePart } from "../file-name";
import type { SaveFile } from "../TakeAlong";
import { personaMasks } from "../transcript";

export const PERSONA_FORMATS = ["json", "tinytroupe"] as const;
export type PersonaFormat = (typeof PERSONA_FORMATS)[number];

/** What cards are saved with. */
export interface PersonaSaving {
  subject: { name: string; url: string };
  reviewOf(id: string): Review | undefined;
  phrase: Phrase;
  onSave: SaveFile;
}

/** Saves one card: as Earshot reads it again, or as a person of TinyTroupe. */
export function saveOne(persona: Persona, format: PersonaFormat, saving: PersonaSaving): void {
  const wanted = wantedOf(persona, saving);
  const name = `${fileName("persona", saving)}-${nameOf(wanted)}`;
  if (format === "json") saving.onSave(`${name}.json`, written(personaFile(wanted)), JSON_TYPE);
  else saving.onSave(`${name}${TINY_PERSON_ENDING}`, written(tinyPersonFile(wanted)), JSON_TYPE);
}

/** Saves all cards: in one file, or for TinyTroupe, which reads folders, in an archive of one file each. */
export async function saveAll(
  personas: readonly Persona[],
  format: PersonaFormat,
  saving: PersonaSaving,
): Promise<void> {
  const all = personas.map((persona) => wantedOf(persona, saving));
  const name = fileName("personas", saving);
  if (format === "json") {
    const file = personaCollection(saving.subject, all.map(personaFile));
    return saving.onSave(`${name}.json`, written(file), JSON_TYPE);
  }
  const archive = await tinyPersonArchive(all.map((one) => ({ name: nameOf(one), file: tinyPersonFile(one) })));
  saving.onSave(`${name}-tinytroupe.zip`, archive, "application/zip");
}

const JSON_TYPE = "application/json";

function wantedOf(persona: Persona, { reviewOf, phrase }: PersonaSaving): ExportWanted {
  return { persona, phrase, ...personaMasks(reviewOf, phrase) };
}

function fileName(what: string, { subject }: PersonaSaving): string {
  return `earshot-${what}-${namePart(subject.name) || "product"}`;
}

/** A name that a person gave may hold personal data as well. */
function nameOf({ persona, phrase, maskText }: ExportWanted): string {
  return namePart(maskText(personaName(persona, phrase))) || "persona";
}

function written(file: object): string {
  return `${JSON.stringify(file, undefined, 2)}\n`;
}
