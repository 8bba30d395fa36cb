/** Personas and what a person changed about them. Each function is one transaction; only the engine calls them. */
import type { Persona, PersonaEdit } from "../domain";
import type { EarshotDatabase, StoredPersonaEdit } from "./db";

/** Puts personas made anew, those made by hand and the changes of all of them together. */
export type Arrange = (
  made: readonly Persona[],
  kept: readonly Persona[],
  editsOf: ReadonlyMap<string, readonly PersonaEdit[]>,
) => Persona[];

/**
 * Replaces the personas of a subject; those made by hand stay, and so do talks with one that no longer exists.
 * @param settled how many understood reviews they were made from
 */
export async function replacePersonas(
  db: EarshotDatabase,
  subjectId: string,
  personas: readonly Persona[],
  settled: number,
  arrange: Arrange = (made, kept) => [...made, ...kept],
): Promise<void> {
  await db.transaction("rw", db.personas, db.personaEdits, db.subjects, async () => {
    if (!(await db.subjects.get(subjectId))) return; // deleted meanwhile
    const stored = await db.personas.where("subjectId").equals(subjectId).toArray();
    const edits = await personaEditsOf(db, subjectId);
    const kept = stored.filter(({ byHand }) => byHand);
    await db.personas.where("subjectId").equals(subjectId).delete();
    await db.personas.bulkPut(arrange(personas, kept, editsById(edits)));
    await db.subjects.update(subjectId, { settled });
  });
}

/** @returns the changes by hand of a subject's personas, oldest first */
export async function personaEditsOf(db: EarshotDatabase, subjectId: string): Promise<StoredPersonaEdit[]> {
  const edits = await db.personaEdits.where("subjectId").equals(subjectId).toArray();
  return edits.sort((a, b) => (a.id ?? 0) - (b.id ?? 0));
}

/** Keeps a change after all others and the card it makes. @param apply the card as it is with all its changes */
export async function appendPersonaEdit(
  db: EarshotDatabase,
  change: Omit<StoredPersonaEdit, "id">,
  apply: (persona: Persona, edits: readonly PersonaEdit[]) => Persona,
): Promise<void> {
  await db.transaction("rw", db.personas, db.personaEdits, async () => {
    await db.personaEdits.add({ ...change });
    await redraw(db, change.personaId, apply);
  });
}

/** Forgets the last change of a card. @returns it, or undefined when there was none */
export async function takeBackPersonaEdit(
  db: EarshotDatabase,
  personaId: string,
  apply: (persona: Persona, edits: readonly PersonaEdit[]) => Persona,
): Promise<PersonaEdit | undefined> {
  return db.transaction("rw", db.personas, db.personaEdits, async () => {
    const last = (await editsOfPersona(db, personaId)).at(-1);
    if (last?.id === undefined) return undefined;
    await db.personaEdits.delete(last.id);
    await redraw(db, personaId, apply);
    return last.edit;
  });
}

/** Stores a persona made by hand, with the changes it begins with; nothing when its subject was deleted meanwhile. */
export async function addPersona(
  db: EarshotDatabase,
  persona: Persona,
  begun: PersonaEdit[],
  at: string,
): Promise<void> {
  await db.transaction("rw", db.personas, db.personaEdits, db.subjects, async () => {
    const { id: personaId, subjectId } = persona;
    if (!(await db.subjects.get(subjectId))) return;
    await db.personas.put(persona);
    await db.personaEdits.bulkAdd(begun.map((edit) => ({ subjectId, personaId, edit, at })));
  });
}

/** @returns the changes of one persona, oldest first */
export async function editsOfPersona(db: EarshotDatabase, personaId: string): Promise<StoredPersonaEdit[]> {
  const edits = await db.personaEdits.where("personaId").equals(personaId).toArray();
  return edits.sort((a, b) => (a.id ?? 0) - (b.id ?? 0));
}

/** Forgets a persona made by hand and its changes; others stay, since they would be made again. Talks with it stay readable. */
export async function removePersona(db: EarshotDatabase, personaId: string): Promise<void> {
  await db.transaction("rw", db.personas, db.personaEdits, async () => {
    if (!(await db.personas.get(personaId))?.byHand) return;
    await db.personas.delete(personaId);
    await db.personaEdits.where("personaId").equals(personaId).delete();
  });
}

async function redraw(
  db: EarshotDatabase,
  personaId: string,
  apply: (persona: Persona, edits: readonly PersonaEdit[]) => Persona,
): Promise<void> {
  const persona = await db.personas.get(personaId);
  const edits = await editsOfPersona(db, personaId);
  if (!persona) return;
  await db.personas.put(
    apply(
      persona,
      edits.map(({ edit }) => edit),
    ),
  );
}

function editsById(edits: readonly StoredPersonaEdit[]): Map<string, PersonaEdit[]> {
  const byPersona = new Map<string, PersonaEdit[]>();
  for (const { personaId, edit } of edits) byPersona.set(personaId, [...(byPersona.get(personaId) ?? []), edit]);
  return byPersona;
}
