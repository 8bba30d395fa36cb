/** What reviewers say of themselves, read once per crowd: segments and cards both ask for it. */
import { atOnce, type Steps } from "../steps";
import type { Crowd } from "./crowd";
import { findExperience } from "./experience";
import type { Spoken } from "./features";
import { findNeeds } from "./needs";
import { findSituations } from "./situations";

type SaidByThem = Omit<Spoken, "places">;

const known = new WeakMap<Crowd, SaidByThem>();

/** @returns situations, needs and experience as `findSituations`, `findNeeds` and `findExperience` give them */
export function spokenBy(crowd: Crowd): SaidByThem {
  return atOnce(spokenSteps(crowd));
}

/** As `spokenBy`, in steps. */
export function* spokenSteps(crowd: Crowd): Steps<SaidByThem> {
  const before = known.get(crowd);
  if (before) return before;
  yield;
  const situations = findSituations(crowd);
  yield;
  const needs = findNeeds(crowd);
  yield;
  const said = { situations, needs, experience: findExperience(crowd) };
  known.set(crowd, said);
  return said;
}
