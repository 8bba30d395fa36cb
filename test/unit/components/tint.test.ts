import { describe, expect, it } from "vitest";
import { excerptOf, SHORT, stretchesOf } from "../../../components/evidence/tint";
import { said } from "../report/samples";

describe("stretchesOf", () => {
  it("loses no character, whatever lies between the sentences", () => {
    const { review, statements } = said("a", [
      ["One.", "positive"],
      ["Two.", "negative"],
    ]);
    const body = `\n ${review.body}\n\nTail`;
    const moved = statements.map((statement) => ({ ...statement, start: statement.start + 2, end: statement.end + 2 }));
    const stretches = stretchesOf(body, moved);
    expect(stretches.map(({ text }) => text).join("")).toBe(body);
    expect(stretches.filter(({ statement }) => statement).map(({ text }) => text)).toEqual(["One.", "Two."]);
  });

  it("leaves out sentences that do not fit the body", () => {
    const { review, statements } = said("a", [
      ["One.", "positive"],
      ["Two.", "negative"],
    ]);
    const [first] = statements;
    if (!first) throw new Error("There is no sentence.");
    const broken = [
      first,
      { ...first, start: 1, end: 3 },
      { ...first, start: 6, end: 900 },
      { ...first, start: 7, end: 7 },
    ];
    const stretches = stretchesOf(review.body, broken);
    expect(stretches.map(({ text }) => text).join("")).toBe(review.body);
    expect(stretches.filter(({ statement }) => statement)).toHaveLength(1);
  });
});

describe("excerptOf", () => {
  const many = said(
    "a",
    Array.from({ length: 100 }, (_, index) => [`This is sentence number ${index}.`, "neutral"]),
  );
  const stretches = stretchesOf(many.review.body, many.statements);

  it("shows a short text whole", () => {
    const few = stretches.slice(0, 5);
    expect(excerptOf(few, undefined)).toEqual({ shown: few, before: false, after: false });
  });

  it("begins at the beginning and stays short", () => {
    const { shown, before, after } = excerptOf(stretches, undefined);
    expect([before, after]).toEqual([false, true]);
    expect(shown[0]?.text).toBe("This is sentence number 0.");
    expect(shown.map(({ text }) => text).join("").length).toBeLessThanOrEqual(SHORT * 1.3);
  });

  it("shows what was looked for, in the middle and at the end", () => {
    for (const wanted of [60, 99]) {
      const focus = many.statements[wanted]?.start;
      const { shown, before } = excerptOf(stretches, focus);
      expect(before).toBe(true);
      expect(shown.map(({ text }) => text)).toContain(`This is sentence number ${wanted}.`);
    }
  });

  it("cuts a single endless sentence", () => {
    const { shown, after } = excerptOf([{ text: "x".repeat(50_000), start: 0 }], undefined);
    expect(after).toBe(true);
    expect(shown[0]?.text.length).toBeLessThan(SHORT * 1.4);
  });
});
