/** What reviewers say of themselves, read once per crowd: segments and cards both ask for it. */
import type { Crowd } from "./crowd";
import { findExperience } from "./experience";
import type { Spoken } from "./features";
import { findNeeds } from "./needs";
import { findSituations } from "./situations";

type SaidByThem = Omit<Spoken, "places">;

const known = new WeakMap<Crowd, SaidByThem>();

/** @returns situations, needs and experience as `findSituations`, `findNeeds` and `findExperience` give them */
export function spokenBy(crowd: Crowd): SaidByThem {
  const before = known.get(crowd);
  if (before) return before;
  const said = { situations: findSituations(crowd), needs: findNeeds(crowd), experience: findExperience(crowd) };
  known.set(crowd, said);
  return said;
}
