import { describe, expect, it } from "vitest";
import { normalise } from "../../../../lib/collect/normalise/normalise";
import { bring } from "./brought";

async function bodies(content: string): Promise<string[]> {
  const { captures } = await bring("a.csv", content, {});
  const made = await Promise.all(captures.map(normalise));
  return made.flatMap(({ reviews }) => reviews.map(({ body }) => body));
}

/** Cells as dumps of web pages hold them, and what their writers saw. */
const WRITTEN: [string, string][] = [
  ["I don&#39;t like it &amp; it&rsquo;s loud", "I don't like it & it’s loud"],
  ["Gut f&uuml;r die K&#xFC;che", "Gut für die Küche"],
  ["Loud.<br />Returned.<br>Never again.", "Loud.\nReturned.\nNever again."],
  ["5 &lt; 6 &amp;amp; more", "5 < 6 &amp; more"],
  ["Tom & Jerry; R&D; &nonsense; &#xD83D; &#0; &#9999999;", "Tom & Jerry; R&D; &nonsense; &#xD83D; &#0; &#9999999;"],
  ["a <b>bold</b> word and a <3", "a <b>bold</b> word and a <3"],
  ["&constructor; &__proto__;", "&constructor; &__proto__;"],
];

describe("texts cut out of web pages", () => {
  it("are stored as their writers saw them, and nothing else is touched", async () => {
    const rows = WRITTEN.map(([cell], i) => `${i},"${cell}"`);
    expect((await bodies(`id,text\n${rows.join("\n")}\n`)).sort()).toEqual(WRITTEN.map(([, body]) => body).sort());
  });

  it("may be 50,000 characters of marks", async () => {
    const started = performance.now();
    await bodies(`id,text\n1,"${"&amp;<br>&#".repeat(5_000)}"\n`);
    expect(performance.now() - started).toBeLessThan(4_000);
  });
});
