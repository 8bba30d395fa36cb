/** What the extension has stored, read from its own database in the panel, for the summary and for tests. */
import type { Page } from "playwright-core";
import type { Conversation, Persona, Sentence, Theme } from "../../lib/domain";
import type { StoredReview, StoredSubject } from "../../lib/store/db";

export interface Ledger {
  subjects: StoredSubject[];
  reviews: StoredReview[];
  sentences: Omit<Sentence, "vector">[];
  themes: Theme[];
  personas: Persona[];
  conversations: Conversation[];
}

/** @param panel any page of the extension */
export async function readLedger(panel: Page): Promise<Ledger> {
  return (await panel.evaluate(async () => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open("earshot");
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const names = ["subjects", "reviews", "sentences", "themes", "personas", "conversations"];
    // no named function in here: what the build adds to keep its name does not exist in the page
    const tables = await Promise.all(
      names.map(
        (name) =>
          new Promise<[string, unknown[]]>((resolve, reject) => {
            const request = db.transaction(name).objectStore(name).getAll();
            request.onsuccess = () => resolve([name, request.result.map(({ vector: _, ...record }) => record)]);
            request.onerror = () => reject(request.error);
          }),
      ),
    );
    db.close();
    return Object.fromEntries(tables);
  })) as unknown as Ledger;
}

/** Quotes of answers that are not verbatim in their stored review; must be empty. */
export function falseQuotes({ reviews, conversations }: Ledger): string[] {
  const bodies = new Map(reviews.map((review) => [review.id, review.body]));
  const quotes = conversations.flatMap(({ turns }) =>
    turns.flatMap(({ answer }) => answer?.claims.flatMap((claim) => claim.quotes) ?? []),
  );
  return quotes
    .filter(({ reviewId, start, end, text }) => bodies.get(reviewId)?.slice(start, end) !== text)
    .map(({ text }) => text);
}
