/** What can be done with personas by hand. */
import type { PersonaEdit, PersonasBrought } from "../../../lib/domain";

/** All of them reject with a `Problem` when they fail. */
export interface PersonaActions {
  edit(personaId: string, edit: PersonaEdit): Promise<void>;
  /** Takes back the last change of a card; nothing when none was left. */
  undo(personaId: string): Promise<PersonaEdit | undefined>;
  /** @returns the id of the copy */
  copy(personaId: string): Promise<string>;
  /** A persona from a description, which rests on nobody's words. @returns its id */
  describe(description: string): Promise<string>;
  /** Personas from the content of a file called `file`; their quotes are looked up in the stored reviews. */
  bring(content: string, file: string): Promise<PersonasBrought>;
  /** Forgets a copy, one from a file, or a described persona. */
  remove(personaId: string): Promise<void>;
}

/** The longest texts that fit a card (UTF-16 units). */
export const LONGEST = { name: 80, line: 200, note: 2000, description: 1000 } as const;
