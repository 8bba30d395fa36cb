import { describe, expect, it } from "vitest";
import { aspectTable } from "../../../lib/report/aspect-table";
import { NO_EVIDENCE } from "../../../lib/report/evidence";
import { evidenceFrom, finding } from "./samples";
import { understoodReview } from "./understood";

const evidence = evidenceFrom([
  understoodReview("a", "The Lid broke and the price is fine.", {
    aspects: [
      ["Lid", "durability", "negative", 0.95],
      ["price", "price", "positive", 0.4],
    ],
  }),
  understoodReview("b", "The lid is loose, that LID!", {
    aspects: [
      ["lid", "durability", "negative"],
      ["LID", "durability", "mixed", 0.65],
    ],
  }),
  understoodReview("c", "The lid holds; the thing hums.", {
    aspects: [
      ["lid", "durability", "positive", 0.9],
      ["thing", undefined, "neutral"],
    ],
  }),
]);

describe("aspectTable", () => {
  it("is empty without evidence", () => {
    expect(aspectTable(NO_EVIDENCE)).toEqual([]);
  });

  it("counts mentions by feeling, reviewers once, and unsure ones apart but not out", () => {
    const [durability] = aspectTable(evidence);
    expect(durability).toMatchObject({
      matter: "durability",
      mentions: 4,
      positive: 1,
      negative: 2,
      between: 1,
      unsure: 1,
      reviewers: 3,
    });
  });

  it("puts the most reviewers first and what is in no category last", () => {
    expect(aspectTable(evidence).map(({ matter }) => matter)).toEqual(["durability", "price", "other"]);
  });

  it("takes spellings for one term, under the commonest of them", () => {
    const [durability] = aspectTable(evidence);
    expect(durability?.terms).toEqual([
      { term: "lid", mentions: 4, positive: 1, negative: 2, between: 1, unsure: 1, reviewers: 3 },
    ]);
  });

  it("counts what is only implied in its category, under no term", () => {
    const made = understoodReview("a", "Died after two weeks.", { aspects: [["Died", "durability", "negative"]] });
    const statements = made.statements.map((statement) => ({
      ...statement,
      aspects: statement.aspects?.map(({ term: _, ...implied }) => implied),
    }));
    const [row] = aspectTable(evidenceFrom([{ review: made.review, statements }]));
    expect(row).toMatchObject({ mentions: 1, reviewers: 1, terms: [] });
  });

  it("tells the whole from its parts", () => {
    const made = understoodReview("a", "The kettle is great, the cord is short.", {
      aspects: [
        ["kettle", undefined, "positive"],
        ["cord", undefined, "negative"],
      ],
    });
    const statements = made.statements.map((statement) => ({
      ...statement,
      aspects: statement.aspects?.map((aspect) =>
        aspect.term === "kettle" ? { ...aspect, whole: true as const } : aspect,
      ),
    }));
    const rows = aspectTable(evidenceFrom([{ review: made.review, statements }]));
    expect(rows.map(({ matter, terms }) => [matter, terms[0]?.term])).toEqual([
      ["whole", "kettle"],
      ["other", "cord"],
    ]);
  });

  it("leaves out what is no honest opinion", () => {
    const spam = understoodReview(
      "s",
      "Great price at my shop!",
      { aspects: [["price", "price", "positive"]] },
      { finding: finding({ flags: ["spam"] }) },
    );
    expect(aspectTable(evidenceFrom([spam]))).toEqual([]);
  });

  it("takes page text for a name, never for a key of an object", () => {
    const odd = understoodReview("a", "__proto__ is constructor", {
      aspects: [
        ["__proto__", "quality", "negative"],
        ["constructor", "quality", "negative"],
      ],
    });
    expect(aspectTable(evidenceFrom([odd]))[0]?.terms.map(({ term }) => term)).toEqual(["__proto__", "constructor"]);
  });
});
