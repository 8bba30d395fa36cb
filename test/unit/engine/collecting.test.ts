import "fake-indexeddb/auto";
import { describe, expect, it } from "vitest";
import { storeCapture } from "../../../entrypoints/engine/collecting";
import type { Capture } from "../../../lib/collect/site";
import { EarshotDatabase } from "../../../lib/store/db";

const CAPTURE: Capture = {
  url: "https://shop.example/kettle",
  title: "Kettle",
  subject: { name: "Kettle" },
  reviews: [
    { kind: "review", how: "json-ld", body: "The lid broke after a week.", author: "Ines", nativeId: "r-100001" },
    { kind: "reply", how: "structure", body: "We are sorry about the lid.", author: "Shop", replyTo: "r-100001" },
  ],
  readAt: "2026-03-15T12:00:00.000Z",
  more: { buttons: [], expanders: [] },
  warnings: [],
};

describe("what is stored of a page", () => {
  it("is what reviewers say, and not what the shop answers them", async () => {
    const db = new EarshotDatabase();
    const heard: string[] = [];
    const receipt = await storeCapture(db, CAPTURE, (subjectId) => heard.push(subjectId));
    expect(receipt).toMatchObject({ found: 1, added: 1 });
    expect((await db.reviews.toArray()).map(({ author }) => author)).toEqual(["Ines"]);
    expect(heard).toEqual([receipt.subjectId]);
  });
});
