import { describe, expect, it } from "vitest";
import { type ManifestParts, manifestOf, replay, withMaterial } from "../../../../lib/ask/survey";
import { canonicalJson } from "../../../../lib/ask/survey/canonical";
import { Problem, type SurveyManifest, type SurveySpec } from "../../../../lib/domain";
import { segmentOf } from "../../../fixtures/ask/made";
import { backwards, crowdOf, type Person, questionOf, specOf, survey, themeOf } from "./crowd";

const PEOPLE: Person[] = Array.from({ length: 40 }, (_, i) => ({
  author: i % 9 === 0 ? "Ingrid Example" : `Secret Person ${i}`,
  stars: 1 + (i % 5),
  says: [
    [
      `The battery life is ${["terrible", "poor", "average", "good", "excellent"][i % 5]}.`,
      ((i % 5) - 2) / 2,
      "battery",
    ],
    [`A bargain at ${20 + i} EUR, but ${80 + i} EUR is too expensive.`, 0.1],
    [`The lid number ${i} leaks, naïve “quotes” and 表情 😀 and all.`, -0.7],
  ],
}));
const EVIDENCE = crowdOf(PEOPLE, [themeOf("battery", "Battery")]);
const SEGMENTS = [
  segmentOf({ id: "s", name: "Named by hand", reviewIds: EVIDENCE.reviews.slice(0, 30).map(({ id }) => id) }),
];
const SPEC: SurveySpec = specOf({
  concepts: [
    { id: "a", name: "A", text: "A battery life of two weeks." },
    { id: "b", name: "B", text: "A lid that never leaks, at last." },
  ],
  questions: [
    questionOf({ id: "buy", perConcept: true }),
    questionOf({ id: "sat", scale: "satisfaction", text: "How satisfied are you overall?" }),
    questionOf({ id: "rank", kind: "ranking", options: ["battery life", "the lid"] }),
    questionOf({ id: "kano", kind: "kano", options: ["battery life", "the lid"] }),
    questionOf({ id: "price", kind: "price" }),
    questionOf({ id: "why", kind: "open", text: "What about the lid?" }),
  ],
  segmentIds: ["s"],
});
const ENCODER = { model: "toy", revision: "1", graph: "none", backend: "node" };

function run(spec = SPEC, evidence = EVIDENCE, more: Partial<ManifestParts> = {}): SurveyManifest {
  const { input, panel, responses, results } = survey(spec, evidence, SEGMENTS);
  const subject = { id: "crowd", name: "", url: "https://shop.example/crowd" };
  const parts = { input, panel, responses, results, earshot: "0.0.0", date: "2026-01-01T00:00:00Z", subject };
  return withMaterial(manifestOf({ ...parts, encoder: ENCODER, heads: 1, ...more }), input);
}

const manifest = run();
const copy = (): SurveyManifest => JSON.parse(JSON.stringify(manifest));

function problemOf(value: unknown): Problem {
  try {
    replay(value, "run.json");
  } catch (error) {
    if (error instanceof Problem) return error;
    throw error;
  }
  throw new Error("It was run again.");
}

describe("a manifest", () => {
  it("computes the same results again, to the last bit", () => {
    expect(manifest.results.cells.some(({ heard }) => heard > 10)).toBe(true);
    expect(manifest.results.differences.length).toBeGreaterThan(0);
    expect(JSON.stringify(replay(copy()))).toBe(JSON.stringify(manifest.results));
    expect(JSON.stringify(replay(manifest))).toBe(JSON.stringify(manifest.results));
  });

  it("never says who wrote the reviews", () => {
    const text = JSON.stringify(manifest);
    expect(text).not.toContain("Secret Person");
    expect(text).not.toContain("Ingrid");
    const reviewers = manifest.material?.reviews.map(({ reviewer }) => reviewer) ?? [];
    expect(new Set(reviewers).size).toBe(36); // one of them wrote five
  });

  it("counts what was asked and what was heard", () => {
    const { respondents, heard, asked } = manifest.captured;
    expect(respondents).toBe(27);
    expect(asked).toBe(27 * 7);
    expect(heard).toBeLessThanOrEqual(asked);
  });

  it("has the hash of what was asked, in whatever order it is stored, and of nothing else", () => {
    expect(run(SPEC, backwards(EVIDENCE)).hash).toBe(manifest.hash);
    expect(run({ ...SPEC, fresh: true }).hash).toBe(manifest.hash);
    expect(run({ ...SPEC, seed: 8 }).hash).not.toBe(manifest.hash);
    expect(run(SPEC, crowdOf(PEOPLE.slice(1))).hash).not.toBe(manifest.hash);
    expect(run(SPEC, EVIDENCE, { encoder: { ...ENCODER, revision: "2" } }).hash).not.toBe(manifest.hash);
  });
});

const DAMAGE: [string, (one: SurveyManifest) => unknown, string][] = [
  ["nothing", () => undefined, "manifest_unreadable"],
  ["a list", () => [], "manifest_unreadable"],
  ["another file", () => ({ reviews: [] }), "manifest_unreadable"],
  ["personas", () => ({ format: "earshot-personas", version: 1 }), "manifest_unreadable"],
  ["a newer one", (one) => ({ ...one, version: 2 }), "manifest_unreadable"],
  ["one without a hash", ({ hash: _, ...one }) => one, "manifest_unreadable"],
  ["one without material", ({ material: _, ...one }) => one, "manifest_unreadable"],
  ["one without questions", (one) => ({ ...one, spec: { ...one.spec, questions: {} } }), "manifest_unreadable"],
  [
    "one with a broken scale",
    (one) => ({ ...one, scales: [{ id: "x", anchors: [{ language: "en", sets: [["a"]] }] }] }),
    "manifest_unreadable",
  ],
  ["a cut vector", (one) => put(one, "vector", "AAA*"), "manifest_unreadable"],
  ["a sentence outside its review", (one) => put(one, "end", 9999), "manifest_unreadable"],
  ["one of a language model", (one) => ({ ...one, spec: { ...one.spec, mode: "engine" } }), "manifest_engine"],
  ["a changed seed", (one) => ({ ...one, spec: { ...one.spec, seed: 9 } }), "manifest_changed"],
  ["a changed word", (one) => put(one, "reviewId", "r0001"), "manifest_changed"],
  ["a changed score", (one) => put(one, "score", 0.99), "manifest_changed"],
  ["another respondent", (one) => ({ ...one, spec: { ...one.spec, respondents: 30 } }), "manifest_changed"],
  ["another encoder", (one) => ({ ...one, encoder: { ...one.encoder, model: "other" } }), "manifest_changed"],
];

function put(one: SurveyManifest, field: string, value: unknown): SurveyManifest {
  const [first] = one.material?.sentences ?? [];
  if (first) Object.assign(first, { [field]: value });
  return one;
}

describe("what is no manifest as it was saved", () => {
  it.each(DAMAGE)("%s", (_, damage, code) => {
    const problem = problemOf(damage(copy()));
    expect(problem.code).toBe(code);
    expect(problem.message).toContain("run.json");
    expect(problem.values.name).toBe("run.json");
  });

  it("survives any cut of its text", () => {
    const text = JSON.stringify(manifest);
    for (const share of [0.1, 0.5, 0.999]) expect(() => JSON.parse(text.slice(0, text.length * share))).toThrow();
  });
});

it("writes equal values as equal texts", () => {
  expect(canonicalJson({ b: 1, a: [{ d: undefined, c: 2 }] })).toBe('{"a":[{"c":2}],"b":1}');
});
