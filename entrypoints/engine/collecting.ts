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
  const capture = { ...read, subject: subject ?? { url: read.url, ...read.subject } };
  const made = await normalise(capture);
  const receipt = store && made.reviews.length > 0 ? await commit(db, made, stored) : undefined;
  const ids = made.reviews.map(({ id }) => shortId(id));
  return { glance: summarise(read), subject: capture.subject, ids, ...(receipt ? { receipt } : {}) };
}

/** Stores a capture that was made elsewhere: a file, a pasted text. */
export async function storeCapture(
  db: EarshotDatabase,
  capture: Capture,
  stored: (subjectId: string) => void,
): Promise<CommitReceipt> {
  return commit(db, await normalise(capture), stored);
}

async function commit(
  db: EarshotDatabase,
  { subject, reviews }: Awaited<ReturnType<typeof normalise>>,
  stored: (subjectId: string) => void,
): Promise<CommitReceipt> {
  const count = await commitReading(db, { ...subject, lastRead: new Date().toISOString() }, reviews);
  stored(subject.id);
  return { subjectId: subject.id, ...count };
}
