/** What the encoder said about each different text, kept until the last subject that has it is deleted. */
import type { KeptReading } from "../understand/kept-reading";
import type { EarshotDatabase } from "./db";

/** A reading under the hash of its text: the text itself stands in the reviews alone. */
export interface StoredReading extends KeptReading {
  /** From `readingKey`. */
  key: string;
  /** Which weights read it; readings by others are of no use. */
  network: string;
  /** Subjects in which the text was met. */
  subjects: string[];
}

/** @returns the first half of the SHA-256 of weights and text, in hexadecimal digits */
export async function readingKey(network: string, text: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${network}\n${text}`);
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return Array.from(hash.subarray(0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @returns what is known of each text, and notes that this subject has it too */
export async function recallReadings(
  db: EarshotDatabase,
  subjectId: string,
  keys: readonly string[],
): Promise<(StoredReading | undefined)[]> {
  const found = await db.readings.bulkGet([...keys]);
  const elsewhere = found.flatMap((one) => (one && !one.subjects.includes(subjectId) ? [one.key] : []));
  if (elsewhere.length > 0) await shareReadings(db, subjectId, elsewhere);
  return found;
}

async function shareReadings(db: EarshotDatabase, subjectId: string, keys: readonly string[]): Promise<void> {
  await db.transaction("rw", db.subjects, db.readings, async () => {
    if (!(await db.subjects.get(subjectId))) return; // deleted meanwhile
    const now = (await db.readings.bulkGet([...keys])).flatMap((one) => one ?? []);
    await db.readings.bulkPut(now.map((one) => ({ ...one, subjects: [...new Set([...one.subjects, subjectId])] })));
  });
}

/** Keeps readings of a subject's texts. A subject that was deleted meanwhile leaves nothing behind. */
export async function keepReadings(
  db: EarshotDatabase,
  subjectId: string,
  readings: readonly Omit<StoredReading, "subjects">[],
): Promise<void> {
  await db.transaction("rw", db.subjects, db.readings, async () => {
    if (!(await db.subjects.get(subjectId))) return;
    await db.readings.bulkPut(readings.map((one) => ({ ...one, subjects: [subjectId] })));
  });
}

/** Deletes the readings of texts that no other subject has; called where a subject is deleted. */
export async function forgetReadingsOf(db: EarshotDatabase, subjectId: string): Promise<void> {
  await db.readings
    .where("subjects")
    .equals(subjectId)
    .modify((reading, place) => {
      reading.subjects = reading.subjects.filter((id) => id !== subjectId);
      if (reading.subjects.length === 0) delete (place as Partial<typeof place>).value;
    });
}

/** Deletes what other weights read: it is never asked for again. */
export async function forgetOtherNetworks(db: EarshotDatabase, network: string): Promise<void> {
  await db.readings.where("network").notEqual(network).delete();
}
