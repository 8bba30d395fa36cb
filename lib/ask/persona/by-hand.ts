/** Personas made anew beside those a person made: copies follow what they were copied from, descriptions stay, edits are applied to all. */
import type { Persona, PersonaEdit } from "../../domain";
import { applyEdits, copyOfPersona, withoutEdits } from "./edits";

/**
 * @param made anew from the reviewers, without changes
 * @param kept by-hand ones as they are stored
 * @param editsOf changes by persona id, oldest first
 * @returns all of them; a copy whose group is no more stays as it was
 */
export function arrangePersonas(
  made: readonly Persona[],
  kept: readonly Persona[],
  editsOf: ReadonlyMap<string, readonly PersonaEdit[]>,
): Persona[] {
  const fresh = kept.map((own) => {
    const source = made.find(({ id }) => id === own.copyOf) ?? made.find(({ segment }) => sameGroup(own, segment.id));
    return own.copyOf !== undefined && source ? copyOfPersona(source, own.id, own.copyOf) : withoutEdits(own);
  });
  return [...made, ...fresh].map((persona) => applyEdits(persona, editsOf.get(persona.id) ?? []));
}

function sameGroup(own: Persona, segmentId: string): boolean {
  return own.copyOf !== undefined && own.segment.id === segmentId;
}
