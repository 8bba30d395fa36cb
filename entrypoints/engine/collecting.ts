/** Reads copies of pages and stores what they hold. */
import { shortId } from "../../lib/collect/more/answer";
import { normalise } from "../../lib/collect/normalise/normalise";
import { summarise } from "../../lib/collect/read/glance";
import type { Capture, RawSubject } from "../../lib/collect/site";
import type { PageSnapshot } from "../../lib/collect/snapshot";
import type { CommitReceipt, PageReading } from "../../lib/protocol";
import type { EarshotDatabase } from "../../lib/store/db";
import { commitReading } from "../../lib/store/write";
import { readByRecipes } from "./recipes";

/**
 * @param subject what an earlier page of the same reading said it is about
 * @param stored hears of the subject whose reviews were stored
 */
export async function readPage(
  db: EarshotDatabase,
  { snapshot, subject, store }: { snapshot: PageSnapshot; subject?: RawSubject; store: boolean },
  stored: (subjectId: string) => void,
): Promise<PageReading> {
  const read = await readByRecipes(db, snapshot);
  const about = subject ?? { url: read.url, ...read.subject };
  const made = await normalise({ ...read, subject: about, readAt: localTime(new Date(snapshot.takenAt)) });
  const receipt = store && made.reviews.length > 0 ? await commit(db, made, stored) : undefined;
  const ids = made.reviews.map(({ id }) => shortId(id));
  const glance = summarise(read);
  glance.warnings.push(...made.warnings);
  return { glance, subject: about, ids, ...(receipt ? { receipt } : {}) };
}

/** ISO 8601 with the offset of this machine: what a page calls "today" is the day of whoever reads it. */
function localTime(time: Date): string {
  const minutes = -time.getTimezoneOffset();
  const clock = new Date(time.getTime() + minutes * 60_000).toISOString().slice(0, -1);
  const part = (value: number) => String(Math.floor(Math.abs(value))).padStart(2, "0");
  return `${clock}${minutes < 0 ? "-" : "+"}${part(minutes / 60)}:${part(minutes % 60)}`;
}

/** Stores a capture that was made elsewhere: a file, a pasted text. */
export async function storeCapture(
  db: EarshotDatabase,
  capture: Capture,
  stored: (subjectId: string) => void,
): Promise<CommitReceipt> {
  return commit(db, await normalise({ ...capture, readAt: localTime(new Date(capture.readAt)) }), stored);
}

/** What a shop answers is no reviewer's word: it is told apart when reading, and neither counted nor understood. */
async function commit(
  db: EarshotDatabase,
  { subject, reviews }: Awaited<ReturnType<typeof normalise>>,
  stored: (subjectId: string) => void,
): Promise<CommitReceipt> {
  const voices = reviews.filter(({ kind }) => kind !== "reply");
  const count = await commitReading(db, { ...subject, lastRead: new Date().toISOString() }, voices);
  stored(subject.id);
  return { subjectId: subject.id, ...count };
}
