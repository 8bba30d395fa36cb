import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { applyEdits, describedPersona } from "../../../../lib/ask/persona/edits";
import { personaCollection, personaFile } from "../../../../lib/ask/persona/export";
import { findQuote, shelfOf } from "../../../../lib/ask/persona/find-quote";
import { groundPersonas } from "../../../../lib/ask/persona/ground-file";
import { readPersonaFile } from "../../../../lib/ask/persona/read-file";
import { tinyPersonArchive, tinyPersonFile } from "../../../../lib/ask/persona/tinytroupe";
import { CARD_PARTS, type Persona, type Quote } from "../../../../lib/domain";
import { kettle, personaOf } from "../kettle";

const AT = "2026-02-02T00:00:00Z";
const bodies = new Map(kettle.reviews.map(({ id, body }) => [id, body]));
const words = ({ reviewId, start, end }: Quote) => (bodies.get(reviewId) ?? "").slice(start, end);
const wanted = (persona: Persona, hide = /$^/u) => ({
  persona,
  phrase: (key: string) => key,
  maskQuote: (quote: Quote) => words(quote).replace(hide, "[name]").trim(),
  maskText: (text: string) => text,
});
const saved = (value: unknown) => JSON.stringify(value);
const read = (content: string) => readPersonaFile(content, "card.json").personas;
const bring = (content: string, material = kettle) =>
  groundPersonas(read(content), "kettle", material, () => "new", AT).map((one) => ({
    ...one,
    shown: applyEdits(one.persona, one.edits),
  }));
const quotesOf = (persona: Persona) => CARD_PARTS.flatMap((part) => persona[part].flatMap(({ quotes }) => quotes));

describe("a card that is saved and brought again", () => {
  const persona = personaOf();

  test("has its lines, its quotes and its reviewers, and numbers counted anew", () => {
    const file = personaFile(wanted(persona));
    const boasting = saved(file).replace(/"supporters":\d+/gu, '"supporters":900');
    const [back] = bring(boasting);
    expect(back?.lost).toBe(0);
    expect(back?.found).toBe(quotesOf(persona).length);
    expect(quotesOf(back?.shown ?? persona)).toEqual(quotesOf(persona));
    expect(back?.shown.reviewIds).toEqual(persona.reviewIds);
    for (const part of CARD_PARTS)
      expect(back?.shown[part].map(({ supporters }) => supporters)).toEqual(persona[part].map((one) => one.supporters));
    expect(back?.shown).toMatchObject({ id: "new", byHand: true, name: file.name });
    expect(back?.shown.description).toBeUndefined();
  });

  test("is recognised although personal data in its quotes is masked", () => {
    const [back] = bring(saved(personaFile(wanted(persona, /\blid\b|\bboils\b/u))));
    expect(saved(personaFile(wanted(persona, /\blid\b|\bboils\b/u)).card)).toContain("[name]");
    expect(back?.lost).toBe(0);
    expect(quotesOf(back?.shown ?? persona)).toEqual(quotesOf(persona));
  });

  test("finds quotes without a place, and says which are nobody's", () => {
    const file = personaFile(wanted(persona));
    const [part] = file.card;
    const [line] = part?.lines ?? [];
    if (!part || !line) throw new Error("the fixture has no lines");
    line.places = [];
    line.quotes = [...line.quotes, "I dropped it into the sea and it swam back."];
    const [back] = bring(saved(file));
    expect(back?.lost).toBe(1);
    expect(quotesOf(back?.shown ?? persona).every((quote) => words(quote).length > 0)).toBe(true);
    expect(saved(back?.shown)).not.toContain("swam back");
  });

  test("keeps wordings and notes as those of a person", () => {
    const [first] = persona.likes;
    const own = applyEdits(persona, [
      { kind: "word", lineId: first?.id ?? "", text: "Quick tea" },
      { kind: "note", text: "Ask them first" },
    ]);
    const [back] = bring(saved(personaFile(wanted(own))));
    expect(back?.shown).toMatchObject({ note: "Ask them first" });
    expect(back?.shown.likes.find(({ id }) => id === first?.id)?.text).toBe("Quick tea");
    expect(back?.persona.likes[0]?.text).toBeUndefined();
  });

  test("shows a topic that is in none of the quoted reviews as a wording, never as theirs", () => {
    const file = personaFile(wanted(persona));
    const line = file.card[0]?.lines[0];
    if (!line) throw new Error("the fixture has no lines");
    line.id = "forged";
    line.topic = "Zeppelin smugglers";
    const [back] = bring(saved(file));
    const forged = CARD_PARTS.flatMap((part) => back?.shown[part] ?? []).find(({ id }) => id === "forged");
    expect(forged).toMatchObject({ text: "Zeppelin smugglers" });
    expect(forged?.topic).not.toContain("Zeppelin");
  });

  test("is not grounded where none of its quotes is in the reviews", () => {
    const elsewhere = { reviews: [], sentences: [], themes: [] };
    const [back] = bring(saved(personaFile(wanted(persona))), elsewhere);
    expect(back?.found).toBe(0);
    expect(back?.lost).toBe(quotesOf(persona).length);
    expect(back?.shown.description).toContain(personaFile(wanted(persona)).name);
    expect(quotesOf(back?.shown ?? persona)).toEqual([]);
  });
});

test("a quote is searched for only so long: a file made to keep the engine busy cannot", () => {
  const [review] = kettle.reviews;
  if (!review) throw new Error("the fixture has no reviews");
  const shelf = { ...shelfOf([review]), left: review.body.length };
  const place = { reviewId: review.id, start: 0, end: review.body.length };
  expect(findQuote(review.body, undefined, shelf, [review])).toEqual(place);
  expect(findQuote(review.body, undefined, shelf, [review])).toBeUndefined();
  expect(findQuote(review.body, place, shelf, [review])).toEqual(place);
  expect(findQuote(review.body, { ...place, start: -review.body.length }, shelf, [review])).toBeUndefined();
});

test("several cards travel in one file, described ones as what they are", () => {
  const nurse = describedPersona("kettle", "nurse", "a nurse on night shifts", AT);
  const files = [personaOf(), nurse].map((one) => personaFile(wanted(one)));
  const back = bring(saved(personaCollection({ name: "Kettle", url: "https://shop.example" }, files)));
  expect(back.map(({ shown }) => shown.description)).toEqual([undefined, "a nurse on night shifts"]);
});

test("a person of TinyTroupe becomes a description, with what somebody made up about it", () => {
  const lisa = {
    type: "TinyPerson",
    persona: {
      name: "Lisa Example",
      age: 28,
      occupation: { title: "Data scientist", description: "x".repeat(5_000) },
      preferences: { likes: ["quiet kettles", 7, "tea"], dislikes: [] },
      __proto__: { name: "nobody" },
    },
  };
  const [back] = bring(saved(lisa));
  expect(back?.shown.description).toBe("Lisa Example, 28, Data scientist. Likes: quiet kettles; tea");
  expect(back?.shown.name).toBe("Lisa Example");
  const own = bring(saved(tinyPersonFile(wanted(personaOf()))));
  expect(own[0]?.shown.description).toContain("Likes: ");
});

test("an archive for TinyTroupe holds a file for each, also for two of one name", async () => {
  const file = tinyPersonFile(wanted(personaOf()));
  const names = ["Calm", "Calm", "__proto__"].map((name) => ({ name, file }));
  const unpacked = unzipSync(await tinyPersonArchive(names));
  expect(Object.keys(unpacked)).toEqual(["Calm.agent.json", "Calm-2.agent.json", "__proto__.agent.json"]);
  expect(JSON.parse(strFromU8(unpacked["Calm-2.agent.json"] ?? new Uint8Array()))).toEqual(JSON.parse(saved(file)));
});

describe("a file that is none says so", () => {
  test.each([
    ["an empty file", "", "persona_file_not_json"],
    ["a page", "<!doctype html><script>alert(1)</script>", "persona_file_not_json"],
    ["a cut file", '{"format":"earshot-persona","na', "persona_file_not_json"],
    ["deep nesting", "[".repeat(100_000), "persona_file_not_json"],
    ["another kind", '{"reviews":[{"text":"good"}]}', "persona_file_other"],
    ["a number", "7", "persona_file_other"],
    ["an empty list", "[]", "persona_file_other"],
    ["a card behind a prototype", '{"__proto__":{"format":"earshot-persona","name":"x"}}', "persona_file_other"],
    ["a card without a name", '{"format":"earshot-persona","card":[]}', "persona_file_other"],
    ["a newer version", '{"format":"earshot-persona","version":2,"name":"x"}', "persona_file_newer"],
    ["a huge file", `"${"x".repeat(5_000_001)}"`, "persona_file_large"],
  ])("%s", (_what, content, code) => {
    expect(() => read(content)).toThrow(expect.objectContaining({ code, values: { name: "card.json" } }));
  });

  test("fields of other kinds are passed over, and long or invisible ones cut", () => {
    const [card] = read(
      saved({
        format: "earshot-persona",
        version: 1,
        name: `<img src=x onerror=alert(1)>\u202Egnp.\u0000${"n".repeat(1_000)}`,
        note: { toString: "x" },
        segment: { reviewIds: "all" },
        card: [{ part: "__proto__", lines: [{ topic: "x" }] }, { part: "likes", lines: [{ topic: 1 }, null, {}] }, 4],
      }),
    );
    expect(card?.name).toMatch(/^<img src=x onerror=alert\(1\)> gnp\. n+$/u);
    expect(card?.name.length).toBe(80);
    expect(card).toMatchObject({ reviewIds: [], lines: [] });
    expect(card?.note).toBeUndefined();
  });

  test("no more than fifty cards are taken, and how many were left is said", () => {
    const many = Array.from({ length: 60 }, (_, n) => ({ format: "earshot-persona", version: 1, name: `card ${n}` }));
    const { personas, left } = readPersonaFile(saved([...many, 5]), "cards.json");
    expect([personas.length, left]).toEqual([50, 11]);
  });
});
