import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readReviewsFile } from "../../../cli/reviews-file";
import type { Field } from "../../../lib/collect/files/columns/field-names";
import { readRating } from "../../../lib/collect/files/records/rating";

const folder = mkdtempSync(join(tmpdir(), "earshot-reviews-"));

async function read(name: string, content: string | Uint8Array, named: [Field, string][] = []) {
  const file = join(folder, name);
  writeFileSync(file, content);
  const told: string[] = [];
  return { ...(await readReviewsFile(file, new Map(named), (sentence) => told.push(sentence))), told };
}

describe("readReviewsFile", () => {
  it("recognises columns by name, quoted cells with line breaks included", async () => {
    const { reviews } = await read(
      "a.csv",
      'Review ID,Title,"Review Text",Stars\n7,Fine,"Good ""sound"".\nBad cable.",4\n',
    );
    expect(reviews).toMatchObject([
      { id: "7", title: "Fine", body: 'Good "sound".\nBad cable.', rating: 4, ratingScale: 5 },
    ]);
  });

  it.each([
    ["de.csv", "Bewertungstext;Sterne\nSehr gut.;5\n", { body: "Sehr gut.", rating: 5 }],
    ["zh.csv", "评论内容,评分\n很好用。,4\n", { body: "很好用。", rating: 4 }],
    ["ru.tsv", "отзыв\tоценка\nХорошо.\t3\n", { body: "Хорошо.", rating: 3 }],
  ])("reads %s", async (name, content, expected) => {
    expect((await read(name, content)).reviews).toMatchObject([expected]);
  });

  it("takes columns named by hand before its own guess", async () => {
    const { reviews } = await read("named.csv", "text,answer,points\nwrong,right,8\n", [
      ["body", "answer"],
      ["rating", "points"],
    ]);
    expect(reviews).toMatchObject([{ body: "right", rating: 8, ratingScale: 10 }]);
    await expect(read("named.csv", "text\nx\n", [["body", "nope"]])).rejects.toThrow(/no column "nope".*It has: text/u);
  });

  it("tells bad lines and goes on", async () => {
    const { reviews, failed, told } = await read(
      "b.ndjson",
      '{"body":"one"}\nnot json\n{"rating":2}\n{"body":"two"}\n',
    );
    expect(reviews.map((review) => review.body)).toEqual(["one", "two"]);
    expect(failed).toBe(2);
    expect(told).toEqual([expect.stringContaining("line 2"), expect.stringContaining("row 3")]);
  });

  it("keeps rows whose id was used before, and says so", async () => {
    const { reviews, failed, told } = await read("dup.ndjson", '{"id":"a","body":"one"}\n{"id":"a","body":"two"}\n');
    expect(reviews.map((review) => review.id)).toEqual(["a", "a#2"]);
    expect(failed).toBe(0);
    expect(told).toHaveLength(1);
  });

  it("accepts what earshot collect prints", async () => {
    const page = {
      file: "p.html",
      url: "https://shop.example/p",
      kind: "reviews",
      subject: { name: "P" },
      reviews: [{ id: "1", body: "Nice.", rating: 4, ratingScale: 10 }],
    };
    const { reviews } = await read("collected.ndjson", `${JSON.stringify(page)}\n`);
    expect(reviews).toMatchObject([
      { id: "1", body: "Nice.", rating: 4, ratingScale: 10, subjectId: "https://shop.example/p" },
    ]);
  });

  it("finds the texts in a table without known names, and says what is missing otherwise", async () => {
    const { reviews } = await read("odd.csv", "a,b\n1,The handle came off after a week.\n");
    expect(reviews[0]?.body).toBe("The handle came off after a week.");
    await expect(read("numbers.csv", "a,b\n1,2\n")).rejects.toThrow(/--body/u);
    await expect(read("empty.csv", "")).rejects.toThrow(/no rows/u);
    await expect(readReviewsFile(join(folder, "absent.csv"), new Map(), () => {})).rejects.toThrow(
      /absent\.csv cannot be read/u,
    );
  });

  it("reads files that are not UTF-8 and says so", async () => {
    const { reviews, told } = await read(
      "latin.csv",
      Uint8Array.from([...Buffer.from("text\nCaf"), 0xe9, ...Buffer.from(" was closed.\n")]),
    );
    expect(reviews[0]?.body).toBe("Café was closed.");
    expect(told[0]).toContain("not UTF-8");
  });
});

it("reads ratings as people and shops write them", () => {
  expect(readRating("4,5")).toEqual({ value: 4.5 });
  expect(readRating("4.0 out of 5 stars")).toEqual({ value: 4, scale: 5 });
  expect(readRating("8/10")).toEqual({ value: 8, scale: 10 });
  expect(readRating("★★★☆☆")).toEqual({ value: 3, scale: 5 });
  expect(readRating("90 %")).toEqual({ value: 90, scale: 100 });
  expect(readRating("")).toBeUndefined();
  expect(readRating("none")).toBeUndefined();
});
