/** Segments a person made, and names given to those that were found. Each function is one transaction; only the engine writes. */
import type { HandSegment } from "../domain";
import type { EarshotDatabase } from "./db";

/** @returns segments made by hand, oldest first */
export async function handSegmentsOf(db: EarshotDatabase, subjectId: string): Promise<HandSegment[]> {
  const segments = await db.segments.where("subjectId").equals(subjectId).toArray();
  return segments.sort((a, b) => a.created.localeCompare(b.created) || a.id.localeCompare(b.id));
}

/** @returns names given to segments that were found, by the segment's id */
export async function segmentNamesOf(db: EarshotDatabase, subjectId: string): Promise<Map<string, string>> {
  const names = await db.segmentNames.where("subjectId").equals(subjectId).toArray();
  return new Map(names.map(({ id, name }) => [id, name]));
}

/** Keeps a segment; one with its id is replaced and keeps the time it was made. Nothing is kept of a subject that is gone. */
export async function putHandSegment(
  db: EarshotDatabase,
  segment: Omit<HandSegment, "created">,
  now: string,
): Promise<void> {
  await db.transaction("rw", db.segments, db.subjects, async () => {
    if (!(await db.subjects.get(segment.subjectId))) return;
    const created = (await db.segments.get(segment.id))?.created ?? now;
    await db.segments.put({ ...segment, created });
  });
}

/** Forgets a segment made by hand; nothing happens when there is none. */
export async function removeHandSegment(db: EarshotDatabase, segmentId: string): Promise<void> {
  await db.segments.delete(segmentId);
}

/**
 * Names a segment wherever it stands: in its table and on its personas.
 * @param name "" gives back the name it was found under
 * @returns false when there is no such segment
 */
export async function putSegmentName(
  db: EarshotDatabase,
  subjectId: string,
  segmentId: string,
  name: string,
): Promise<boolean> {
  return db.transaction("rw", db.segments, db.segmentNames, db.personas, async () => {
    const own = await db.segments.update(segmentId, { name });
    const personas = await db.personas.where("subjectId").equals(subjectId).toArray();
    const speaking = personas.filter(({ segment }) => segment.id === segmentId);
    if (own === 0 && speaking.length === 0) return false;
    if (own === 0 && name) await db.segmentNames.put({ id: segmentId, subjectId, name });
    if (own === 0 && !name) await db.segmentNames.delete(segmentId);
    const renamed = speaking.map((persona) => {
      const { name: _, ...segment } = persona.segment;
      return { ...persona, segment: name ? { ...segment, name } : segment };
    });
    await db.personas.bulkPut(renamed);
    return true;
  });
}
