import type { ConflictChoice } from "../../domain";
import type { Bringing } from "./bring-notebook";

/** What was chosen for something that differs; ids of strangers may be named like what every object has. */
export function choiceFor({ choices }: Pick<Bringing, "choices">, id: string): ConflictChoice {
  const choice = Object.hasOwn(choices, id) ? choices[id] : undefined;
  return choice === "theirs" || choice === "both" ? choice : "mine";
}

/** @returns the id of theirs while nothing here has it */
export function freeId(id: string, taken: { has(id: string): boolean }): string {
  return taken.has(id) || id === "" ? crypto.randomUUID() : id;
}

export function differs(fields: readonly [string, string, string][]): boolean {
  return fields.some(([, mine, theirs]) => mine !== theirs);
}
