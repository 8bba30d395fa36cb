import { describe, expect, it } from "vitest";
import type { Review, Sentence, Theme, ThemeEdit } from "../../../lib/domain";
import type { Home } from "../../../lib/understand/theme-edits";
import { growThemes } from "../../../lib/understand/theme-growth";
import { discoverThemes } from "../../../lib/understand/themes";
import { review, sentenceOf } from "./fake-encode";

const MATTERS = ["battery", "delivery", "shoulder strap"];
const WORDS = "odd plain fine strange normal decent clever silly average weird".split(" ");

/** `count` reviews that go round the matters; they are alike, and were not found to repeat each other. */
function reviewsFrom(first: number, count: number): Review[] {
  return Array.from({ length: count }, (_, k) => {
    const i = first + k;
    const body = `The ${MATTERS[i % 3]} is very ${WORDS[i % 7]} and so ${WORDS[(i * 3) % 10]}.`;
    return { ...review(`r${i}`, body), finding: { flags: [] } };
  });
}
const sentencesFor = (reviews: Review[], found?: ReadonlyMap<string, Home>): Sentence[] =>
  reviews.map((one) => ({ ...sentenceOf(one), found: found?.get(`${one.id}:0`) }));
const idOf = (themes: readonly Theme[], label: string) => themes.find((theme) => theme.label === label)?.id ?? "";

describe("growThemes", () => {
  const reviews = reviewsFrom(0, 96);
  const made = discoverThemes({ reviews, sentences: sentencesFor(reviews) });

  it("puts new sentences where their words say, and counts again", () => {
    const all = [...reviews, ...reviewsFrom(96, 12)];
    const grown = growThemes({
      model: made.model,
      reviews: all,
      sentences: sentencesFor(all, made.found),
      previous: made.themes,
    });
    const before = made.themes.find(({ label }) => label === "Battery");
    const after = grown.themes.find(({ id }) => id === before?.id);
    expect(after?.size).toBe((before?.size ?? 0) + 4);
    expect(after?.share).toBeCloseTo((after?.size ?? 0) / all.length);
    expect([after?.label, after?.quotes]).toEqual([before?.label, before?.quotes]);
    expect(grown.stale).toBe(false);
    for (const [id, home] of made.found) expect(grown.found.get(id)).toEqual(home);
  });

  it("asks for a new making when much is new", () => {
    const all = [...reviews, ...reviewsFrom(96, 60)];
    const grown = growThemes({
      model: made.model,
      reviews: all,
      sentences: sentencesFor(all, made.found),
      previous: made.themes,
    });
    expect(grown.stale).toBe(true);
  });

  it("leaves advertising out", () => {
    const spam = review("x", "Battery deals: earn $500, visit my site www.example.com/battery");
    const all = [...reviews, spam];
    const grown = growThemes({
      model: made.model,
      reviews: all,
      sentences: sentencesFor(all, made.found),
      previous: made.themes,
    });
    expect(grown.homes.has("x:0")).toBe(false);
  });
});

describe("changes by hand", () => {
  const reviews = reviewsFrom(0, 96);
  const first = discoverThemes({ reviews, sentences: sentencesFor(reviews) });
  const [battery, delivery, strap] = ["Battery", "Delivery", "Shoulder strap"].map((label) =>
    idOf(first.themes, label),
  ) as [string, string, string];
  const edits: ThemeEdit[] = [
    { kind: "rename", themeId: battery, label: "Power" },
    { kind: "merge", themeId: strap, into: delivery },
  ];
  const edited = discoverThemes({
    reviews,
    sentences: sentencesFor(reviews, first.found),
    previous: first.themes,
    edits,
    keep: true,
  });

  it("change what they speak of and nothing else", () => {
    expect(edited.themes.find(({ id }) => id === battery)).toMatchObject({
      label: "Power",
      madeLabel: "Battery",
      pinned: true,
    });
    expect(edited.themes.some(({ id }) => id === strap)).toBe(false);
    expect(edited.themes.find(({ id }) => id === delivery)?.size).toBe(64);
    expect(edited.found).toEqual(first.found);
  });

  it("stay when a thousand reviews come and themes are made anew", () => {
    const all = reviewsFrom(0, 1096);
    const again = discoverThemes({
      reviews: all,
      sentences: sentencesFor(all, edited.found),
      previous: edited.themes,
      edits,
    });
    const power = again.themes.find(({ id }) => id === battery);
    expect(power?.label).toBe("Power");
    expect(power?.size).toBeGreaterThan(350);
    expect(again.themes.some(({ id }) => id === strap)).toBe(false);
    for (const one of all.filter(({ body }) => /strap|delivery/iu.test(body)))
      expect(again.assignments.get(`${one.id}:0`)).toBe(delivery);
    const labels = again.themes.filter(({ parentId }) => parentId === undefined).map(({ label }) => label);
    expect(labels.filter((label) => /battery|power/iu.test(label))).toEqual(["Power"]);
  });

  it("are undone by leaving them out: themes, names and numbers are as before", () => {
    const names = first.themes.map(({ id, label }) => ({ id, label }));
    const undone = discoverThemes({
      reviews,
      sentences: sentencesFor(reviews, edited.found),
      previous: [...edited.themes, ...names.filter(({ id }) => id === strap)],
      edits: [],
      keep: true,
    });
    const told = (themes: readonly Theme[]) => themes.map(({ id, label, size, score }) => ({ id, label, size, score }));
    expect(told(undone.themes)).toEqual(told(first.themes));
    expect(undone.assignments).toEqual(first.assignments);
  });

  it("apply to grown themes too", () => {
    const all = [...reviews, ...reviewsFrom(96, 12)];
    const sentences = sentencesFor(all, edited.found);
    const grown = growThemes({ model: edited.model, reviews: all, sentences, previous: edited.themes, edits });
    expect(grown.themes.find(({ id }) => id === battery)).toMatchObject({ label: "Power", madeLabel: "Battery" });
    expect(grown.homes.get("r98:0")?.themeId).toBe(delivery);
    expect(grown.found.get("r98:0")?.themeId).toBe(strap);
  });
});
