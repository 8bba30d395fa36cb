/** Samples that a person and the machine code without seeing each other's work. Only the engine writes; each function is one transaction. */
import { type MachineCoding, Problem, type QuotedText, type SecondCoding, type UnitCoding } from "../domain";
import { change } from "./changes";
import { type CodesOfUnit, codeUnits } from "./coded-units";
import type { EarshotDatabase } from "./db";

/**
 * What a panel may see: while a coding is not revealed nothing of what the machine said, not even whether it gave a code anywhere.
 * @returns the latest first
 */
export async function secondCodingsOf(db: EarshotDatabase, subjectId: string): Promise<SecondCoding[]> {
  const codings = await db.secondCodings.where("subjectId").equals(subjectId).toArray();
  return codings.map(withoutUnseen).sort((a, b) => b.created.localeCompare(a.created) || (a.id < b.id ? -1 : 1));
}

function withoutUnseen(coding: SecondCoding): SecondCoding {
  return coding.revealed === undefined ? { ...coding, machine: [], adjudicated: [] } : coding;
}

export async function addSecondCoding(db: EarshotDatabase, coding: SecondCoding): Promise<void> {
  await db.secondCodings.add(coding);
}

/** @throws Problem second_gone */
export async function secondCodingOf(db: EarshotDatabase, id: string): Promise<SecondCoding> {
  const coding = await db.secondCodings.get(id);
  if (!coding) throw new Problem("second_gone", "This double coding was deleted. Begin a new one.");
  return coding;
}

/**
 * The person's codes of one unit, again if they thought better of it; the same goes into their annotations.
 * @param given codes that are not part of this coding are left out
 * @throws Problem second_gone, second_revealed when the machine's codes were shown
 */
export async function codeSecondUnit(
  db: EarshotDatabase,
  id: string,
  unit: number,
  given: readonly string[],
  now: string,
): Promise<void> {
  await change(
    db,
    now,
    (said: { name: string; subjectId: string }) => ({ kind: "note_edit", ...said }),
    async (rows) => {
      const coding = await secondCodingOf(db, id);
      const passage = coding.units[unit];
      if (!passage) throw new Problem("second_gone", "This double coding was deleted. Begin a new one.");
      if (coding.revealed !== undefined) throw revealedAlready();
      const codeIds = coding.codes.flatMap((code) => (given.includes(code.id) ? code.id : []));
      await db.secondCodings.put({ ...coding, human: withUnit(coding.human, { unit, codeIds, at: now }) });
      await codeUnits(db, rows, coding, [{ passage, codeIds }], now);
      return { name: passage.text.slice(0, 80), subjectId: coding.subjectId };
    },
  );
}

function revealedAlready(): Problem {
  const words =
    "The machine's codes were shown already, so this passage can no longer be coded blind. Decide it among the disagreements, or begin a new sample.";
  return new Problem("second_revealed", words);
}

/** Its place in the order of coding stays when it is coded again. */
function withUnit(human: readonly UnitCoding[], coded: UnitCoding): UnitCoding[] {
  const again = human.some(({ unit }) => unit === coded.unit);
  return again ? human.map((one) => (one.unit === coded.unit ? coded : one)) : [...human, coded];
}

/** From now on the machine's codes may be seen, and the person's stay as they are. @throws Problem second_gone */
export async function revealSecondCoding(db: EarshotDatabase, id: string, now: string): Promise<void> {
  await db.transaction("rw", db.secondCodings, async () => {
    const coding = await secondCodingOf(db, id);
    await db.secondCodings.put({ ...coding, revealed: coding.revealed ?? now });
  });
}

/** One run a basis: a new one takes the place of the earlier one. @throws Problem second_gone */
export async function keepMachineCoding(db: EarshotDatabase, id: string, made: MachineCoding): Promise<void> {
  await db.transaction("rw", db.secondCodings, async () => {
    const coding = await secondCodingOf(db, id);
    const machine = [...coding.machine.filter(({ basis }) => basis !== made.basis), made];
    machine.sort((a, b) => a.basis.localeCompare(b.basis)); // "definition" before "examples"
    await db.secondCodings.put({ ...coding, machine });
  });
}

/**
 * What a person decided on a unit where the coders differ. Neither coder's own codes change: agreement is always that of the codings as they were.
 * @throws Problem second_gone, second_blind before the machine's codes were shown
 */
export async function adjudicateSecondUnit(
  db: EarshotDatabase,
  { id, unit, codeId, yes }: { id: string; unit: number; codeId: string; yes: boolean },
  now: string,
): Promise<void> {
  await db.transaction("rw", db.secondCodings, async () => {
    const coding = await secondCodingOf(db, id);
    if (coding.revealed === undefined)
      throw new Problem(
        "second_blind",
        "The machine's codes stay hidden until you have coded the sample or asked to see them.",
      );
    if (!coding.units[unit] || !coding.codes.some((code) => code.id === codeId)) return;
    const others = coding.adjudicated.filter((one) => one.unit !== unit || one.codeId !== codeId);
    await db.secondCodings.put({ ...coding, adjudicated: [...others, { unit, codeId, yes, at: now }] });
  });
}

/**
 * Writes what was decided into the person's annotations, as one change that can be taken back; both codings stay as they were.
 * @returns how many passages were decided on
 * @throws Problem second_gone
 */
export async function applyAdjudicated(db: EarshotDatabase, id: string, now: string): Promise<{ passages: number }> {
  return change(
    db,
    now,
    ({ passages, name, subjectId }: { passages: number; name: string; subjectId: string }) => ({
      kind: "note_edit",
      name,
      subjectId,
      count: passages,
    }),
    async (rows) => {
      const coding = await secondCodingOf(db, id);
      const decided = decidedUnits(coding);
      await codeUnits(db, rows, coding, decided, now);
      await db.secondCodings.put({ ...coding, applied: now });
      const name = (decided[0]?.passage.text ?? "").slice(0, 80);
      return { passages: decided.length, name, subjectId: coding.subjectId };
    },
  );
}

/** Units with a decision: the person's own codes, with what was decided in the place of what they had said. */
function decidedUnits({ units, human, adjudicated }: SecondCoding): CodesOfUnit[] {
  const decided = [...new Set(adjudicated.map(({ unit }) => unit))].sort((a, b) => a - b);
  return decided.map((unit) => {
    const codes = new Set(human.find((one) => one.unit === unit)?.codeIds);
    for (const one of adjudicated) {
      if (one.unit !== unit) continue;
      if (one.yes) codes.add(one.codeId);
      else codes.delete(one.codeId);
    }
    return { passage: units[unit] as QuotedText, codeIds: [...codes] };
  });
}

/** What the person coded stays as annotations. */
export async function deleteSecondCoding(db: EarshotDatabase, id: string): Promise<void> {
  await db.secondCodings.delete(id);
}
