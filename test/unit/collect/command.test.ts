/** The command line on real files in a real Chromium, and the dispatcher around it. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { main } from "../../../cli/dispatch";

const FIXTURES = join(import.meta.dirname, "../../fixtures/collect");
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "earshot-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function run(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await main(args, { stdout: (line) => out.push(line), stderr: (line) => err.push(line) });
  return { code, out, err };
}

async function save(name: string, html: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, html);
  return path;
}

describe("earshot collect", () => {
  it("prints one line per page, says what failed, and goes on", async () => {
    const product = join(FIXTURES, "json-ld.html");
    const missing = join(folder, "missing.html");
    const empty = await save("empty.html", "");
    const nothing = join(FIXTURES, "nothing.html");
    const { code, out, err } = await run("collect", product, missing, empty, nothing);
    expect(code).toBe(1);
    const [first, second] = out.map((line) => JSON.parse(line));
    expect(out).toHaveLength(2);
    expect(first).toMatchObject({
      file: product,
      url: "https://hearth.example/kettles/dawn",
      kind: "reviews",
      subject: { name: "Dawn kettle", brand: "Hearth", price: "49.00 EUR", rating: 4.2, ratingCount: 1204 },
    });
    expect(first.reviews[0]).toMatchObject({
      author: "Ines Moor",
      rating: 4,
      ratingScale: 5,
      date: "2025-06-08",
      kind: "review",
    });
    expect(second).toMatchObject({ file: nothing, kind: "none", reviews: [], how: "none" });
    expect(err).toEqual([
      `${product}: One JSON-LD block of this page could not be read (broken JSON); the rest of the page was read.`,
      `${missing}: could not be read: there is no such file.`,
      `${empty}: could not be read: the file is empty.`,
    ]);
  });

  it("keeps shop answers apart from the reviews they answer", async () => {
    const { out } = await run(
      "collect",
      join(FIXTURES, "trustpilot.html"),
      "--url",
      `${join(FIXTURES, "trustpilot.html")}=https://www.trustpilot.com/review/hearth.example`,
    );
    const line = JSON.parse(out[0] ?? "{}");
    expect(line.how).toBe("site:trustpilot");
    expect(line.reviews.map((review: { kind: string }) => review.kind)).toEqual(["review", "review"]);
    expect(line.replies).toHaveLength(1);
    expect(line.replies[0].replyTo).toBe(line.reviews[0].id);
  });

  it("runs no script of the page, loads nothing, and stays where the page wants to leave", async () => {
    const hostile = await save(
      "hostile.html",
      `<!doctype html><title>Kettle</title><meta http-equiv="refresh" content="0; url=https://elsewhere.example/">
       <script>document.body.textContent = "gone"; location.href = "https://elsewhere.example/";</script>
       <section class="reviews">${["Ann", "Ben"].map((name) => `<div class="review"><b class="author">${name}</b> <time datetime="2025-06-08">June</time> <span aria-label="4 out of 5"></span><p>${name} likes it, on the whole.</p></div>`).join("")}</section>
       <img src="https://elsewhere.example/track.gif" onerror="document.body.textContent = 'gone'">`,
    );
    const { code, out } = await run("collect", hostile);
    expect(code).toBe(0);
    const line = JSON.parse(out[0] ?? "{}");
    expect(line.url).toBe("");
    expect(line.reviews.map((review: { author: string }) => review.author)).toEqual(["Ann", "Ben"]);
  });

  it("takes addresses from a map and reads pages in old encodings", async () => {
    const page = await save("alt.html", "");
    await writeFile(
      page,
      Buffer.from(
        '<!doctype html><meta charset="iso-8859-1"><title>Gr\u00fc\u00dfe</title><div class="review"><b class="author">J\u00f6rg</b> 03.04.2024 <p>Sch\u00f6n gr\u00fcn, und h\u00e4lt.</p></div>',
        "latin1",
      ),
    );
    const map = await save("map.json", JSON.stringify({ "alt.html": "https://alt.example/seite" }));
    const { out } = await run("collect", page, "--urls", map);
    expect(JSON.parse(out[0] ?? "{}")).toMatchObject({ url: "https://alt.example/seite", subject: { name: "Grüße" } });
    expect(out[0]).toContain("Schön grün, und hält.");
  });

  it.each([
    [["collect"], "Name at least one saved HTML page."],
    [["collect", "a.html", "--nope"], "--nope"],
    [["collect", "a.html", "--url", "a.html"], "FILE=URL"],
    [["collect", "a.html", "--url", "a.html=ftp://x.example/"], "no web address"],
    [["collect", "a.html", "--urls", "/nowhere/map.json"], "could not be read"],
  ])("refuses %j with a sentence", async (args, says) => {
    const { code, out, err } = await run(...args);
    expect(code).toBe(2);
    expect(out).toEqual([]);
    expect(err.join()).toContain(says);
  });
});

describe("earshot", () => {
  it("explains itself", async () => {
    const help = await run("collect", "--help");
    expect(help.code).toBe(0);
    expect(help.out.join()).toContain("--urls");
  });
  it("says what it does not know", async () => {
    const { code, err } = await run("colect");
    expect(code).toBe(2);
    expect(err.join()).toContain('no command "colect"');
  });
});
