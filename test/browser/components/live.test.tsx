import { cleanup, render, screen, waitFor } from "@testing-library/preact";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { useEvidence, useLive } from "../../../entrypoints/sidepanel/live";
import type { Review } from "../../../lib/domain";
import { EarshotDatabase } from "../../../lib/store/db";
import { pulseOf } from "../../../lib/store/read";
import { sampleEvidence } from "./fixture";

let db: EarshotDatabase;
beforeEach(() => {
  db = new EarshotDatabase(`live-${Math.random()}`);
});
afterEach(async () => {
  cleanup();
  await db.transaction("rw", db.tables, () => undefined); // behind every query that is still being answered
  await db.delete();
});

function Counter({ subjectId }: { subjectId: string }) {
  const pulse = useLive(() => pulseOf(db, subjectId), undefined, subjectId);
  const { evidence } = useEvidence(db, subjectId, pulse);
  return (
    <p>
      {pulse?.reviews ?? 0} stored, {evidence.reviews.length} shown
    </p>
  );
}

const reviews = sampleEvidence(2000).reviews;
async function store(review: Review | undefined): Promise<void> {
  if (review) await db.reviews.put({ ...review, understood: 0 });
}

describe("live evidence", () => {
  it("shows what is stored and follows it", async () => {
    await store(reviews[0]);
    render(<Counter subjectId="s" />);
    await waitFor(() => screen.getByText("1 stored, 1 shown"));
    await store(reviews[1]);
    await waitFor(() => screen.getByText("2 stored, 2 shown"), { timeout: 3000 });
  });

  it("shows something while writing never pauses", async () => {
    await db.reviews.bulkPut(reviews.slice().map((review) => ({ ...review, understood: 0 })));
    render(<Counter subjectId="s" />);
    let writing = true;
    const writer = (async () => {
      for (let count = 0; writing; count += 1) await store({ ...reviews[count % 100], id: `more-${count}` } as Review);
    })();
    await waitFor(() => expect(screen.getByText(/shown/).textContent).not.toMatch(/ 0 shown/), { timeout: 4000 });
    writing = false;
    await writer;
  });

  it("never shows one subject's evidence for another", async () => {
    await store(reviews[0]);
    const { rerender } = render(<Counter subjectId="s" />);
    await waitFor(() => screen.getByText("1 stored, 1 shown"));
    rerender(<Counter subjectId="other" />);
    expect(screen.getByText(/shown/).textContent).toBe("0 stored, 0 shown");
  });
});
