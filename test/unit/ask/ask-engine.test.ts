/** `earshot ask` with a language model behind a server: the same check of what it writes as in the panel. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { main } from "../../../cli/dispatch";
import { type FaultyServer, startFaultyServer } from "../../fixtures/servers/faulty-server";

const REVIEWS = [
  "The lid leaks every time I pour.",
  "The lid leaks and my bag was soaked.",
  "It boils quickly.",
  "Boils fast, and the handle stays cool.",
  "The lid broke after two weeks.",
];
const SAYS = ["The lid leaks.", "It comes with a free holiday in the sun."];

let folder: string;
let file: string;
let server: FaultyServer;
let writes: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "earshot-engine-"));
  file = join(folder, "kettle.ndjson");
  writeFileSync(file, REVIEWS.map((body, i) => JSON.stringify({ id: `r${i}`, body })).join("\n"));
  server = await startFaultyServer((response) => {
    const choices = [{ index: 0, message: { role: "assistant", content: writes }, finish_reason: "stop" }];
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end(
      JSON.stringify({ model: "scripted-3b", choices, usage: { prompt_tokens: 90, completion_tokens: 12 } }),
    );
  });
});
afterEach(() => {
  server.received.length = 0;
  delete process.env.EARSHOT_SERVER_KEY;
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

async function ask(...more: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const io = { stdout: (line: string) => void out.push(line), stderr: (line: string) => void err.push(line) };
  const args = [
    "ask",
    "--reviews",
    file,
    "--engine",
    "server",
    "--server",
    server.url,
    "--model",
    "scripted-3b",
    ...more,
  ];
  return { code: await main(args, io), out, err: err.join("\n") };
}

const claims = (says: readonly string[]) => JSON.stringify({ claims: says.map((say) => ({ say, ids: [1, 2] })) });

describe("earshot ask --engine server", () => {
  it("prints what stands on the reviews, tells what was left out, and sends the key from the environment alone", async () => {
    writes = claims(SAYS);
    process.env.EARSHOT_SERVER_KEY = "from-the-environment";
    const { code, out, err } = await ask("What about the lid?");
    expect(code).toBe(0);
    const answer = JSON.parse(out[0] ?? "");
    expect(answer).toMatchObject({ engine: "server", covered: true, answer: SAYS[0] });
    expect(answer.statements).toMatchObject([{ text: SAYS[0], support: "supported" }]);
    for (const { reviewId, start, end, text } of answer.statements[0].quotes)
      expect(REVIEWS[Number(reviewId.slice(1))]?.slice(start, end)).toBe(text);
    expect(answer.manifest).toMatchObject({
      model: "multilingual-e5-small",
      generator: { model: "scripted-3b", statements: 2, supported: 1, promptTokens: 90, completionTokens: 12 },
    });
    expect(err).toContain(`left out (no review says so): “${SAYS[1]}”`);
    expect(server.received[0]?.key).toContain("from-the-environment");
    expect(JSON.stringify(server.received[0]?.body)).not.toContain("from-the-environment");
  });

  it("prints the counted answer where nothing it wrote stands, and says so", async () => {
    writes = claims([SAYS[1] ?? ""]);
    const { code, out, err } = await ask("What about the lid?");
    expect(code).toBe(0);
    expect(JSON.parse(out[0] ?? "")).toMatchObject({ engine: "evidence", fallback: { why: "unsupported" } });
    expect(err).toContain("counted without it");
  });

  it("asks no model what the reviewers do not say", async () => {
    const { out } = await ask("Which university did the founder attend?");
    expect(JSON.parse(out[0] ?? "")).toMatchObject({ covered: false, fallback: { why: "notCovered" } });
    expect(server.received).toEqual([]);
  });

  it("answers by counting when the server does not, with a sentence and exit code 1", async () => {
    const { code, out, err } = await ask("What about the lid?", "--server", "localhost:1");
    expect(code).toBe(1);
    expect(JSON.parse(out[0] ?? "")).toMatchObject({ engine: "evidence", covered: true, fallback: { why: "failed" } });
    expect(err).toContain("localhost:1");
  });
});

describe("earshot ask --engine wllama", () => {
  it("says so when the file of its model is not there, and answers by counting", async () => {
    const { code, out, err } = await ask("What about the lid?", "--engine", "wllama");
    expect(code).toBe(2);
    expect([out, err]).toEqual([[], expect.stringContaining("--server is for --engine server")]);
    const told: string[] = [];
    const io = { stdout: () => {}, stderr: (line: string) => void told.push(line) };
    const args = ["ask", "--reviews", file, "--engine", "wllama", "--model", join(folder, "none.gguf"), "The lid?"];
    expect(await main(args, io)).toBe(1);
    expect(told.join("\n")).toContain("There is no file");
  });
});
