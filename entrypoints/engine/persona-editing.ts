/** Personas changed by hand: a change is checked, kept, and applied to the card as it was made; taking it back is leaving it out. */
import { applyEdits, copyOfPersona, describedPersona, hasLine, withoutEdits } from "../../lib/ask/persona/edits";
import { groundPersonas } from "../../lib/ask/persona/ground-file";
import { readPersonaFile } from "../../lib/ask/persona/read-file";
import { type Persona, type PersonaEdit, type PersonasBrought, Problem } from "../../lib/domain";
import type { EarshotDatabase } from "../../lib/store/db";
import {
  addPersona,
  appendPersonaEdit,
  editsOfPersona,
  removePersona,
  takeBackPersonaEdit,
} from "../../lib/store/personas";

const redrawn = (persona: Persona, edits: readonly PersonaEdit[]) => applyEdits(withoutEdits(persona), edits);

/** @throws Problem `persona_gone` or `line_gone`; nothing is stored then */
export async function editPersona(db: EarshotDatabase, personaId: string, edit: PersonaEdit): Promise<void> {
  const persona = await personaOf(db, personaId);
  if ("lineId" in edit && !hasLine(persona, edit.lineId))
    throw new Problem("line_gone", "This line is no longer on the card. Choose one that is there now.");
  const { subjectId } = persona;
  await appendPersonaEdit(db, { subjectId, personaId, edit, at: new Date().toISOString() }, redrawn);
}

/** @returns what was taken back; undefined when nothing was left */
export function undoPersonaEdit(db: EarshotDatabase, personaId: string): Promise<PersonaEdit | undefined> {
  return takeBackPersonaEdit(db, personaId, redrawn);
}

/**
 * The copy begins with the changes its original has, but not with its name.
 * @throws Problem `persona_gone`
 */
export async function copyPersona(db: EarshotDatabase, personaId: string): Promise<{ personaId: string }> {
  const persona = await personaOf(db, personaId);
  const edits = (await editsOfPersona(db, personaId)).map(({ edit }) => edit).filter(({ kind }) => kind !== "name");
  const source = persona.description === undefined ? (persona.copyOf ?? personaId) : personaId;
  const copy = copyOfPersona(withoutEdits(persona), crypto.randomUUID(), source);
  await addPersona(db, applyEdits(copy, edits), edits, new Date().toISOString());
  return { personaId: copy.id };
}

/** @throws Problem `description_missing` when there are no words */
export async function describePersona(
  db: EarshotDatabase,
  subjectId: string,
  description: string,
): Promise<{ personaId: string }> {
  if (!/\p{L}/u.test(description))
    throw new Problem("description_missing", "There is no description. Write in a few words who this is.");
  const created = new Date().toISOString();
  const persona = describedPersona(subjectId, crypto.randomUUID(), description, created);
  await addPersona(db, persona, [], created);
  return { personaId: persona.id };
}

/**
 * Personas from a file, for one subject. Quotes are looked up in its stored reviews; what the file says in words of its own is kept like
 * changes by hand, so it is marked and can be taken back.
 * @param content of the file called `file`
 * @throws Problem `persona_file_…` when it holds no persona; nothing is stored then
 */
export async function importPersonas(
  db: EarshotDatabase,
  subjectId: string,
  content: string,
  file: string,
): Promise<PersonasBrought> {
  const { personas: claims, left } = readPersonaFile(content, file);
  const created = new Date().toISOString();
  const brought = groundPersonas(
    claims,
    subjectId,
    await materialOf(db, subjectId),
    () => crypto.randomUUID(),
    created,
  );
  for (const { persona, edits } of brought) await addPersona(db, applyEdits(persona, edits), edits, created);
  return {
    left,
    personas: brought.map(({ persona, found, lost }, index) => ({
      personaId: persona.id,
      name: claims[index]?.name ?? "",
      grounded: persona.description === undefined,
      found,
      lost,
    })),
  };
}

/** Those found among reviewers stay: they would be made again. */
export function deletePersona(db: EarshotDatabase, personaId: string): Promise<void> {
  return removePersona(db, personaId);
}

async function personaOf(db: EarshotDatabase, personaId: string): Promise<Persona> {
  const persona = await db.personas.get(personaId);
  if (!persona) throw new Problem("persona_gone", "This persona is no longer there. Choose one from the list.");
  return persona;
}

async function materialOf(db: EarshotDatabase, subjectId: string) {
  const [reviews, sentences, themes] = await Promise.all([
    db.reviews.where("subjectId").equals(subjectId).toArray(),
    db.sentences.where("subjectId").equals(subjectId).toArray(),
    db.themes.where("subjectId").equals(subjectId).toArray(),
  ]);
  return { reviews: reviews.filter(({ understood }) => understood > 0), sentences, themes };
}
