/** Named read-only queries: what the panel watches and loads. Nothing here writes. */
import { liveQuery } from "dexie";
import { subjectKey } from "../collect/normalise/address";
import type { Conversation, Persona } from "../domain";
import type { Evidence, Statement } from "../report/evidence";
import type { EarshotDatabase, StoredSubject } from "./db";

/** Cheap figures that change whenever the evidence of a subject does. */
export interface Pulse {
  reviews: number;
  understood: number;
  sentences: number;
  /** Number of reviews the present themes and personas were made from. */
  settled: number;
  /** Raised whenever the themes are replaced, by hand too. */
  themed: number;
}

/** A subject with its number of reviews. */
export interface LibraryEntry {
  subject: StoredSubject;
  reviews: number;
}

/**
 * Runs a query now and again after every commit that touches what it read, in whichever context.
 * @returns a function that ends the watch
 */
export function watch<T>(
  query: () => Promise<T>,
  onValue: (value: T) => void,
  onError: (error: unknown) => void,
): () => void {
  const subscription = liveQuery(query).subscribe({ next: onValue, error: onError });
  return () => subscription.unsubscribe();
}

/**
 * The subject a page is about. The page knows its address and name, not the id: the canonical address decides. A page of
 * reviews whose address differs from the product's is recognised by its name, when only one product of the site has it.
 */
export async function findSubject(
  db: EarshotDatabase,
  page: { url: string; site: string; name: string },
): Promise<StoredSubject | undefined> {
  const candidates = await db.subjects.where("site").equals(page.site).toArray();
  const address = subjectKey(page.url);
  const same = candidates.find((subject) => subjectKey(subject.url) === address);
  const [named, ...others] = candidates.filter((subject) => page.name !== "" && subject.name === page.name);
  return same ?? (others.length === 0 ? named : undefined);
}

/** @returns the figures of a subject; zeros when it is not stored */
export async function pulseOf(db: EarshotDatabase, subjectId: string): Promise<Pulse> {
  const [subject, reviews, waiting, sentences] = await Promise.all([
    db.subjects.get(subjectId),
    db.reviews.where("subjectId").equals(subjectId).count(),
    db.reviews.where("[subjectId+understood]").equals([subjectId, 0]).count(),
    db.sentences.where("subjectId").equals(subjectId).count(),
  ]);
  return {
    reviews,
    understood: reviews - waiting,
    sentences,
    settled: subject?.settled ?? 0,
    themed: subject?.themed ?? 0,
  };
}

/** @returns all that is known about a subject, newest reviews first, themes and personas largest first */
export async function evidenceOf(db: EarshotDatabase, subjectId: string): Promise<Evidence> {
  const [reviews, sentences, themes, personas] = await Promise.all([
    db.reviews.where("subjectId").equals(subjectId).toArray(),
    db.sentences.where("subjectId").equals(subjectId).toArray(),
    db.themes.where("subjectId").equals(subjectId).toArray(),
    personasOf(db, subjectId),
  ]);
  const statements = new Map<string, Statement[]>();
  for (const { vector: _, ...statement } of sentences) {
    const list = statements.get(statement.reviewId);
    if (list) list.push(statement);
    else statements.set(statement.reviewId, [statement]);
  }
  for (const list of statements.values()) list.sort((a, b) => a.start - b.start);
  reviews.sort((a, b) => (b.date ?? "").localeCompare(a.date ?? ""));
  themes.sort((a, b) => b.size - a.size);
  return { reviews, statements, themes, personas };
}

/** @returns the personas of a subject, largest first: they change by hand while everything else stays as it is */
export async function personasOf(db: EarshotDatabase, subjectId: string): Promise<Persona[]> {
  const personas = await db.personas.where("subjectId").equals(subjectId).toArray();
  const size = ({ segment }: Persona) => segment.reviewIds.length;
  return personas.sort((a, b) => size(b) - size(a) || a.segment.id.localeCompare(b.segment.id) || a.voice - b.voice);
}

/** @returns the conversations about a subject, the latest first */
export async function conversationsOf(db: EarshotDatabase, subjectId: string): Promise<Conversation[]> {
  const conversations = await db.conversations.where("subjectId").equals(subjectId).toArray();
  return conversations.sort((a, b) => b.updated.localeCompare(a.updated));
}

/** @returns every stored subject, the one read last first */
export async function libraryOf(db: EarshotDatabase): Promise<LibraryEntry[]> {
  const subjects = await db.subjects.toArray();
  subjects.sort((a, b) => (b.lastRead ?? "").localeCompare(a.lastRead ?? ""));
  return Promise.all(
    subjects.map(async (subject) => ({
      subject,
      reviews: await db.reviews.where("subjectId").equals(subject.id).count(),
    })),
  );
}
