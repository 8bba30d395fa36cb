import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findPersonalData, maskPassage, maskPersonalData, PERSONAL_KINDS } from "../../../lib/understand/personal-data";

interface Line {
  language: string;
  text: string;
  spans: { kind: string; start: number; end: number }[];
}

const LINES = readFileSync("test/fixtures/understand/personal.ndjson", "utf8")
  .trim()
  .split("\n")
  .map((line): Line => JSON.parse(line));

describe("personal data", () => {
  it("is not seen in prices, dates, models, brands and towns", () => {
    const reported = LINES.filter(({ spans }) => spans.length === 0).flatMap(({ text, language }) =>
      findPersonalData(text, language).map(({ start, end }) => text.slice(start, end)),
    );
    expect(reported).toEqual([]);
  });

  it("is found in eleven languages, nearly always", () => {
    const wanted = LINES.flatMap(({ text, language, spans }) => {
      const seen = findPersonalData(text, language);
      return spans.map(({ kind, start, end }) => seen.some((s) => s.kind === kind && s.start < end && s.end > start));
    });
    expect(wanted.filter(Boolean).length / wanted.length).toBeGreaterThan(0.95);
  });

  it("needs the check digits of cards and accounts", () => {
    expect(findPersonalData("4111 1111 1111 1111").map(({ kind }) => kind)).toEqual(["card"]);
    expect(findPersonalData("paid 4111 1111 1111 1112").map(({ kind }) => kind)).not.toContain("card");
    expect(findPersonalData("to DE89 3704 0044 0532 0130 01 please").map(({ kind }) => kind)).not.toContain("iban");
  });

  it("masks what it finds and touches nothing else", () => {
    const text = "  My name is Ada Brook —\n mail ada.b@post.example,  or call +44 7700 900123 😀 ";
    const marks = { email: "<e>", iban: "", card: "", id: "", phone: "<p>", address: "", person: "<n>" };
    expect(maskPersonalData(text, "en", undefined, marks)).toBe("  My name is <n> —\n mail <e>,  or call <p> 😀 ");
    expect(maskPersonalData("Nothing here.", "en")).toBe("Nothing here.");
  });

  it("masks a name that the edge of a passage cuts in two", () => {
    const body = "I spoke to Maria Lopez today.";
    expect(maskPassage(body, { start: 17, end: body.length }, "en")).toBe("[name] today.");
  });

  it("knows the review's own author, and whose name belongs to the subject", () => {
    expect(maskPersonalData("Signed: Quentin Vale", "en", { author: "Quentin Vale" })).toBe("Signed: [name]");
    expect(findPersonalData("Thanks Oliver!", "en", { notPersons: ["Oliver"] })).toEqual([]);
  });

  it("takes anything, in order and in little time", () => {
    const long = ["1 ", "Aa ", "a.", "路北", "Maria ", "(555) "].map((part) => part.repeat(50_000 / part.length));
    const started = performance.now();
    for (const text of ["", "😀", "\u202e", ...long]) {
      const spans = findPersonalData(text, "en");
      for (const [i, { start, end, kind }] of spans.entries()) {
        expect(PERSONAL_KINDS).toContain(kind);
        expect(start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0);
        expect(end).toBeGreaterThan(start);
      }
    }
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
