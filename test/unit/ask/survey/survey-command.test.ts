/** `earshot survey` on the reviews of the sample shop, with the real encoder. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "../../../../cli/dispatch";
import { type FaultyServer, startFaultyServer } from "../../../fixtures/servers/faulty-server";
import { products } from "../../../fixtures/shop/products";

const PATIENCE = 180_000;
const SPEC = {
  title: "Which claim for the headphones",
  subject: "Lyng wireless headphones",
  concepts: [
    { name: "Quiet", text: "Noise cancelling that makes the train go quiet." },
    "A battery that lasts two weeks.",
  ],
  questions: [
    { id: "buy", text: "How likely would you be to buy it?", scale: "purchase-intent" },
    { id: "all", text: "How satisfied are you overall?", scale: "satisfaction", perConcept: false },
    {
      id: "own",
      text: "How loud is it?",
      perConcept: false,
      scale: { sets: [["silent", "soft", "so-so", "loud", "deafening"]] },
    },
  ],
  segments: ["dissatisfied"],
};

let folder: string;
let reviews: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "earshot-survey-"));
  const rows = products
    .find(({ slug }) => slug === "lyng-headphones")
    ?.reviews.map(({ id, title, body, stars, author }) => JSON.stringify({ id, title, body, rating: stars, author }));
  reviews = save("reviews.ndjson", rows?.join("\n") ?? "");
});
afterAll(() => rmSync(folder, { recursive: true }));

function save(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const io = { stdout: (line: string) => void out.push(line), stderr: (line: string) => void err.push(line) };
  return { code: await main(["survey", ...args], io), out, err: err.join("\n") };
}

describe("earshot survey", () => {
  it("prints figures, and the same ones again from its manifest", { timeout: PATIENCE }, async () => {
    const manifest = join(folder, "run.json");
    const asked = await run(save("spec.json", SPEC), "--reviews", reviews, "--manifest", manifest);
    expect(asked.err).toContain("reviewers kept away");
    expect(asked.code).toBe(0);
    expect(asked.out).toHaveLength(1);
    const printed = JSON.parse(asked.out[0] ?? "");
    expect(printed).toMatchObject({
      survey: SPEC.title,
      simulated: true,
      mode: "evidence",
      fidelity: { checked: true },
    });
    const [quiet] = printed.concepts;
    expect(quiet).toMatchObject({ name: "Quiet", pmf: expect.any(Array), mean: expect.any(Number) });
    expect(quiet.pmf.reduce((sum: number, share: number) => sum + share, 0)).toBeCloseTo(1, 8);
    expect(quiet.segments[0]).toMatchObject({ segment: printed.manifest.spec.segmentIds[0] });
    expect(printed.questions.map(({ id }: { id: string }) => id)).toEqual(["all", "own"]);
    expect(printed.differences[0]).toMatchObject({ a: "concept-1", b: "concept-2", effective: expect.any(Number) });
    const bodies = new Map(products.flatMap((one) => one.reviews.map(({ id, body }) => [id, body])));
    for (const { reviewId, start, end, text } of printed.reasons.flatMap((one: { quotes: unknown[] }) => one.quotes))
      expect(bodies.get(reviewId)?.slice(start, end)).toBe(text);
    for (const { author } of products.flatMap((one) => one.reviews))
      if (author.length > 5) expect(readFileSync(manifest, "utf8")).not.toContain(`"${author}"`);

    const again = await run("--replay", manifest);
    expect(again).toEqual({ code: 0, out: asked.out, err: "" });
    const changed = JSON.parse(readFileSync(manifest, "utf8"));
    changed.material.reviews[0].rating = 5.5;
    const refused = await run("--replay", save("changed.json", changed));
    expect(refused.code).toBe(1);
    expect(refused.err).toContain("was changed after it was saved");
    const otherwise = {
      ...JSON.parse(readFileSync(manifest, "utf8")),
      results: { cells: [], differences: [], reasons: [] },
    };
    const computed = await run("--replay", save("otherwise.json", otherwise));
    expect(computed).toMatchObject({ code: 1, out: asked.out });
    expect(computed.err).toContain("other figures");
  });

  it("prints templates that it takes again", async () => {
    const { code, out } = await run("--template", "message", "--language", "ru");
    expect(code).toBe(0);
    const spec = JSON.parse(out.join("\n"));
    expect(spec).toMatchObject({ language: "ru", template: "message", concepts: [{ text: "" }, { text: "" }] });
    expect(await run("--template", "brand")).toMatchObject({ code: 2 });
  });

  it("says what is wrong before anything is read", async () => {
    const cases: [string[], string][] = [
      [[], "Name one survey"],
      [["none.json", "--reviews", reviews], "cannot be read"],
      [[save("list.json", []), "--reviews", reviews], "an object in curly brackets"],
      [[save("broken.json", "{"), "--reviews", reviews], "is no JSON"],
      [[save("kind.json", { questions: [{ kind: "poll" }] }), "--reviews", reviews], "one of open, scale"],
      [
        [save("scale.json", { questions: [{ text: "x", scale: { sets: [["a", "b"]] } }] }), "--reviews", reviews],
        "a scale has 5 points",
      ],
      [[save("empty.json", { ...SPEC, concepts: [" "] }), "--reviews", reviews], "has no words"],
      [[save("long.json", { ...SPEC, concepts: ["word ".repeat(5000)] }), "--reviews", reviews], "5000 words"],
      [[save("tlh.json", { ...SPEC, language: "tlh" }), "--reviews", reviews], 'the language "tlh"'],
      [[save("engine.json", { ...SPEC, mode: "engine" }), "--reviews", reviews], "--engine"],
      [[save("ok.json", SPEC)], "--reviews FILE"],
      [["--replay", "run.json", "--reviews", reviews], "--replay needs the manifest alone"],
    ];
    for (const [args, says] of cases) {
      const { code, err, out } = await run(...args);
      expect(err).toContain(says);
      expect({ code, out }).toEqual({ code: 2, out: [] });
    }
  });

  it("says in a sentence which file is no manifest", async () => {
    for (const content of ["{", "[]", '{"format":"earshot-personas"}']) {
      const { code, err, out } = await run("--replay", save("foreign.json", content));
      expect({ code, out }).toEqual({ code: 1, out: [] });
      expect(err).toContain("is no manifest of a survey that can be read");
    }
  });

  it("says what keeps a survey from being asked of these reviews", { timeout: PATIENCE }, async () => {
    const few = save(
      "few.ndjson",
      ["It leaks.", "It is loud."].map((body, i) => JSON.stringify({ id: `r${i}`, body })).join("\n"),
    );
    const gone = await run(save("gone.json", { ...SPEC, segments: ["hikers"] }), "--reviews", few);
    expect(gone.code).toBe(2);
    expect(gone.err).toContain('No group is called "hikers"');
    const reversed = [
      "I love it, it is wonderful.",
      "I like it.",
      "It is all right.",
      "I do not like it.",
      "I hate it, it is awful.",
    ];
    const turned = {
      ...SPEC,
      segments: [],
      questions: [{ text: "How is it?", scale: { name: "Mood", sets: [reversed] } }],
    };
    expect((await run(save("turned.json", turned), "--reviews", few)).err).toContain(
      "“Mood” seem to run from the most",
    );
    const nobody = await run(
      save("some.json", { ...SPEC, segments: [] }),
      "--reviews",
      save("none.ndjson", '{"body":"?!? ... 1 2 3 ... !!!"}'),
    );
    expect(nobody).toMatchObject({ code: 2, out: [] });
    expect(nobody.err).toContain("no reviewers with words");
  });
});

describe("earshot survey with a language model", () => {
  let server: FaultyServer;
  beforeAll(async () => {
    server = await startFaultyServer((response) => {
      const content = "I would probably buy it, since it is quiet and comfortable on the train.";
      const choices = [{ index: 0, message: { role: "assistant", content }, finish_reason: "stop" }];
      response.writeHead(200, { "Content-Type": "application/json" });
      response.end(
        JSON.stringify({ model: "scripted-3b", choices, usage: { prompt_tokens: 9, completion_tokens: 12 } }),
      );
    });
  });
  afterAll(() => server.close());

  it("rates what is written and never calls it a quote", { timeout: PATIENCE }, async () => {
    const spec = { ...SPEC, segments: [], questions: SPEC.questions.slice(0, 1), respondents: 4 };
    const file = join(folder, "engine-run.json");
    const engine = ["--engine", "server", "--server", server.url, "--model", "scripted-3b", "--manifest", file];
    const { code, out, err } = await run(save("written.json", spec), "--reviews", reviews, ...engine);
    expect(err).toContain("4 of 4 respondents answered by scripted-3b");
    expect(code).toBe(0);
    const printed = JSON.parse(out[0] ?? "");
    expect(printed).toMatchObject({ mode: "engine", concepts: [{ mean: expect.any(Number) }, {}] });
    expect(printed.manifest.engine).toMatchObject({ kind: "server", model: "scripted-3b" });
    expect(JSON.stringify(printed.reasons)).toContain("I would probably buy it");
    for (const { quotes } of printed.reasons) expect(JSON.stringify(quotes)).not.toContain("I would probably buy it");
    const again = await run("--replay", file);
    expect(again).toMatchObject({ code: 1, out: [] });
    expect(again.err).toContain("language model");
  });
});
