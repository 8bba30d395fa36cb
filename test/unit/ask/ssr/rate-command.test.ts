import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { main } from "../../../../cli/dispatch";

const folder = mkdtempSync(join(tmpdir(), "earshot-rate-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function earshot(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(["rate", ...args], { stdout: (line) => out.push(line), stderr: (line) => err.push(line) });
  return {
    code,
    err: err.join("\n"),
    lines: out.map((line) => JSON.parse(line) as { text: string; pmf: number[]; mean: number }),
  };
}

const TEXTS = file(
  "texts.txt",
  "It fell apart on day two and I am furious.\n\nBest kettle we ever had, we adore it.\n",
);

describe("earshot rate", () => {
  it("orders texts on a built-in scale, and the same way each time", async () => {
    const { code, lines } = await earshot("--scale", "satisfaction", TEXTS);
    expect(code).toBe(0);
    expect(lines).toHaveLength(2);
    expect(lines[0]?.text).toBe("It fell apart on day two and I am furious.");
    expect(lines[1]?.mean).toBeGreaterThan((lines[0]?.mean ?? 5) + 0.5);
    for (const { pmf } of lines) expect(pmf.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect((await earshot("--scale", "satisfaction", TEXTS)).lines).toEqual(lines);
  }, 60_000);

  it("takes statements from a file", async () => {
    const scale = file(
      "scale.json",
      JSON.stringify({ sets: [["I hate it.", "I dislike it.", "It is so-so.", "I like it.", "I love it."]] }),
    );
    const { lines } = await earshot("--scale", scale, "--temperature", "0", TEXTS);
    expect(lines[0]?.pmf[0]).toBe(1);
    expect(lines[1]?.pmf[4]).toBe(1);
  }, 60_000);

  it("says what is wrong with statements of one's own, and rates all the same", async () => {
    const statements = ["I love it.", "I like it.", "It is so-so.", "I dislike it.", "I hate it."];
    const reversed = await earshot("--scale", file("reversed.json", JSON.stringify(statements)), TEXTS);
    expect(reversed).toMatchObject({ code: 0 });
    expect(reversed.lines).toHaveLength(2);
    expect(reversed.err).toContain("from the most to the least");
    const right = await earshot("--scale", file("right.json", JSON.stringify([...statements].reverse())), TEXTS);
    expect(right.err).toBe("");
  }, 60_000);

  it("heeds the reader network where that is wanted", async () => {
    const { lines } = await earshot("--scale", "satisfaction", "--method", "combined", TEXTS);
    expect(lines[0]?.mean).toBeLessThan(2.5);
    expect(lines[1]?.mean).toBeGreaterThan(4);
  }, 60_000);

  it.each([
    [["TEXTS"], "--scale"],
    [["--scale", "trust", "--method", "magic", "TEXTS"], "plain or combined"],
    [["--scale", "joy", "TEXTS"], "purchase-intent"],
    [["--scale", "trust", "--language", "fr", "TEXTS"], 'no statements in "fr"'],
    [["--scale", "trust", "--epsilon", "-1", "TEXTS"], "--epsilon"],
    [["--scale", "trust", "--temperature", "warm", "TEXTS"], "--temperature"],
    [["--scale", "trust"], "one file of texts"],
    [["--scale", "trust", "missing.txt"], '"missing.txt" cannot be read'],
    [["--scale", "trust", "EMPTY"], "holds no text"],
    [["--scale", "NO_JSON", "TEXTS"], "no JSON"],
    [["--scale", "FOUR", "TEXTS"], "Set 1 has 4 statements"],
  ])("says what is wrong: %j", async (args, says) => {
    const files = new Map([
      ["TEXTS", TEXTS],
      ["EMPTY", file("empty.txt", "\n \n")],
      ["NO_JSON", file("no.json", "{")],
      ["FOUR", file("four.json", '["a","b","c","d"]')],
    ]);
    const { code, err, lines } = await earshot(...args.map((one) => files.get(one) ?? one));
    expect(code).toBe(2);
    expect(err).toContain(says);
    expect(lines).toEqual([]);
  });
});
