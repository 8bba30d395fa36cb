/** A sample that a person and the machine coded, as reliability data, and where the two differ. */
import type { CodingBasis, MachineCoding, SecondCoding } from "../../domain";
import type { CodedUnits, GivenCodes } from "./agreement-of";

/** One code on one unit, given by one of the two. */
export interface Disagreement {
  unit: number;
  codeId: string;
  /** Given by the person, and so not by the machine; false: the other way round. */
  byPerson: boolean;
  /** Chance the machine gave it, 0–1. */
  chance: number;
  /** What was decided, where it was. */
  decided?: boolean;
}

export function machineRun(coding: SecondCoding, basis: CodingBasis): MachineCoding | undefined {
  return coding.machine.find((run) => run.basis === basis);
}

/** @returns the person first, then the machine; units one of them did not code are missing values */
export function bothCoders(coding: SecondCoding, basis: CodingBasis): CodedUnits {
  return [asUnits(coding, coding.human), asUnits(coding, machineRun(coding, basis)?.codings ?? [])];
}

function asUnits(coding: SecondCoding, codings: readonly { unit: number; codeIds: readonly string[] }[]): GivenCodes[] {
  const given = new Map(codings.map(({ unit, codeIds }) => [unit, new Set(codeIds)]));
  return coding.units.map((_, unit) => given.get(unit));
}

/** @returns in the order of the sample, codes in theirs */
export function disagreementsOf(coding: SecondCoding, basis: CodingBasis): Disagreement[] {
  const machine = new Map(machineRun(coding, basis)?.codings.map((one) => [one.unit, one]));
  const person = new Map(coding.human.map((one) => [one.unit, one]));
  return coding.units.flatMap((_, unit) => {
    const [own, other] = [person.get(unit), machine.get(unit)];
    if (!own || !other) return [];
    return coding.codes.flatMap(({ id }, c): Disagreement[] => {
      const byPerson = own.codeIds.includes(id);
      if (byPerson === other.codeIds.includes(id)) return [];
      const decided = coding.adjudicated.find((one) => one.unit === unit && one.codeId === id)?.yes;
      return [{ unit, codeId: id, byPerson, chance: other.chances[c] ?? 0, decided }];
    });
  });
}
