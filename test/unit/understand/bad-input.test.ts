import { describe, expect, it } from "vitest";
import type { Sentence } from "../../../lib/domain";
import { findPersonalData } from "../../../lib/understand/personal-data";
import { splitSentences } from "../../../lib/understand/sentences";
import { discoverThemes } from "../../../lib/understand/themes";
import { type Understood, understandReviews } from "../../../lib/understand/understand";
import { fakeHeads, fakeRead, review } from "./fake-encode";

/** The longest body a page is likely to have. */
const LONG = 50_000;
/** Work that grows with the square of a text takes ten times this and more (ms); the rest stays far below. */
const PATIENCE = 4_000;

const endless = (piece: string) => piece.repeat(Math.ceil(LONG / piece.length)).slice(0, LONG);

/** What pages hold that is no prose: each would be an hour's work for a rule that looks back and forth without bounds. */
const ENDLESS: [string, string][] = [
  ["one letter", endless("a")],
  ["one word", endless("word ")],
  ["Chinese without a stop", endless("电池很好但是屏幕很暗")],
  ["Japanese sentences", endless("とてもよい。")],
  ["Thai without spaces", endless("ดีมาก")],
  ["Arabic", endless("جيد جدا ")],
  ["seven languages at once", endless("Great 电池很好 sehr gut отлично très bien جيد とても. ")],
  ["full stops", endless(".")],
  ["marks", endless("?! ")],
  ["digits", endless("1234567890")],
  ["hyphens", endless("a-")],
  ["things like addresses", endless("a.b.")],
  ["an address", `http://${endless("a/")}`],
  ["a mail address", `${endless("a.b-c")}@${endless("a.b-c")}`],
  ["line breaks", endless("\n")],
  ["lines of a letter", endless("a\r\n")],
  ["spaces before the end", `for ${endless(" ")}x`],
  ["bullets", endless("•")],
  ["a list", endless("- a\n")],
  ["headings", endless("Pros: a Cons: b ")],
  ["short forms", endless("e.g. ")],
  ["HTML", endless("<div class='a'>&amp;&lt;b&gt; &nbsp;&#39;</div>\n")],
  ["entities", endless("&amp;")],
  ["code", endless('for (let i = 0; i < n; i++) { a[i] = "x"; } // c\n')],
  ["JSON", endless('{"a":[1,2,3],"b":{"c":"d"}},')],
  ["control tokens", endless("</s><pad>")],
  ["names of object members", endless("__proto__ constructor toString ")],
  ["zeros", endless("\0")],
  ["characters that show nothing", endless("a\u200b")],
  ["turned direction", endless("\u202eabc\u202c ")],
  ["accents on one letter", `a${endless("\u0301")}`],
  ["emoji", endless("👍🏽")],
  ["families", endless("👨‍👩‍👧‍👦")],
  ["first halves of characters", endless("\ud83d")],
  ["second halves of characters", endless("\udc4d")],
];

async function understandOne(body: string, title?: string): Promise<Understood> {
  const reviews = [review("a", body, { title, rating: 3, ratingScale: 5 })];
  const [done] = await understandReviews(reviews, fakeRead, fakeHeads(), { subject: { name: "Kettle K-7" } });
  if (!done) throw new Error("There is no result.");
  return done;
}

/** What everyone may rely on, whatever stands in the body. */
function expectSound({ review: { body }, sentences, finding }: Understood): void {
  let before = 0;
  const faults: string[] = [];
  for (const sentence of sentences) {
    const { start, end } = sentence;
    if (start < before || end <= start || end > body.length) faults.push(`sentence at ${start}–${end}`);
    if (end - start > 420) faults.push(`a sentence of ${end - start} units`);
    for (const mark of marksOf(sentence))
      if (mark.start < start || mark.end > end || mark.end <= mark.start) faults.push(`mark at ${mark.start}`);
    if (!Number.isFinite(sentence.sentiment.score)) faults.push(`no score at ${start}`);
    before = end;
  }
  expect(faults.slice(0, 5)).toEqual([]);
  expect(Number.isFinite(finding.stars) && Number.isFinite(finding.sentiment.score)).toBe(true);
}

function marksOf({ aspects = [], because = [], entities = [] }: Sentence): { start: number; end: number }[] {
  return [...aspects, ...because, ...entities];
}

describe("50,000 characters in one review", () => {
  it.each(ENDLESS)("of %s are read soundly and soon", async (_what, body) => {
    const started = performance.now();
    const done = await understandOne(body);
    expect(performance.now() - started).toBeLessThan(PATIENCE);
    expectSound(done);
  });

  it.each(ENDLESS)("of %s in the title too", async (_what, title) => {
    const started = performance.now();
    expectSound(await understandOne("It is a lamp.", title));
    expect(performance.now() - started).toBeLessThan(PATIENCE);
  });

  it("may be a file of 300,000 lines taken for one review", async () => {
    const done = await understandOne("a\n".repeat(300_000));
    expect(done.sentences).toHaveLength(300_000);
    expectSound(done);
  });
});

describe("half a million characters in one line", () => {
  it.each([
    ["Japanese sentences", "とてもよい。", 250_000 / 3],
    ["English sentences", "It is a good lamp. ", 500_000 / 19],
  ])("of %s are cut where a short line would be", (_what, piece, least) => {
    const body = piece.repeat(500_000 / piece.length);
    const started = performance.now();
    const spans = splitSentences(body, "und");
    expect(performance.now() - started).toBeLessThan(PATIENCE);
    expect(spans.length).toBeGreaterThanOrEqual(Math.floor(least));
    expect(new Set(spans.map(({ start, end }) => body.slice(start, end)))).toEqual(new Set([piece.trim()]));
  });

  it("that never end a sentence are cut between words", () => {
    const body = "and then it rang ".repeat(30_000);
    const texts = splitSentences(body, "en").map(({ start, end }) => body.slice(start, end));
    expect(texts.every((text) => /^(?:and|then|it|rang)\b.*\b(?:and|then|it|rang)$/.test(text))).toBe(true);
    expect(texts.join(" ")).toBe(body.trim());
  });
});

describe("hiding personal data", () => {
  it.each(ENDLESS)("in 50,000 characters of %s takes no longer than reading them", (_what, body) => {
    const started = performance.now();
    findPersonalData(body, "en", { author: "Ann Lee" });
    expect(performance.now() - started).toBeLessThan(PATIENCE);
  });
});

describe("next to nothing in a review", () => {
  it.each([
    ["nothing", "", 0],
    ["blanks", " \n\t\u00a0 ", 0],
    ["one word", "Meh", 1],
    ["one letter", "k", 1],
    ["one emoji", "👍", 1],
    ["half a character", "\ud83d", 1],
    ["a full stop", ".", 1],
  ])("%s", async (_what, body, sentences) => {
    const done = await understandOne(body);
    expectSound(done);
    expect(done.sentences).toHaveLength(sentences);
    expect(done.finding.flags.includes("no-words")).toBe(!/[\p{L}\p{N}]/u.test(body));
  });
});

describe("text that is not prose", () => {
  it("is quoted as it stands: nothing is decoded, stripped or completed", async () => {
    const body = "<b>Great</b> &amp; cheap. I hate `rm -rf /` in the manual; \ud83d broken.";
    const done = await understandOne(body);
    expect(done.sentences.map(({ start, end }) => body.slice(start, end)).join(" ")).toBe(body);
  });

  it("never cuts a character in two", async () => {
    const body = `x${"😀".repeat(2_000)}`;
    const done = await understandOne(body);
    const texts = done.sentences.map(({ start, end }) => body.slice(start, end));
    expect(texts.length).toBeGreaterThan(2);
    expect(texts.some((text) => /^[\udc00-\udfff]|[\ud800-\udbff]$/.test(text))).toBe(false);
  });

  it("has its sentences in the languages they are in", async () => {
    const body =
      "The battery lasts for two whole days. 屏幕很暗，但是电池非常好用。 Очень доволен этой покупкой. 音がとてもきれいです。";
    const done = await understandOne(body);
    expect(done.sentences.map(({ language }) => language)).toEqual(["en", "zh", "ru", "ja"]);
  });

  it("gives themes or none, but no exception", async () => {
    const bodies = ENDLESS.map(([, body]) => body.slice(0, 500));
    const reviews = bodies.map((body, i) => review(`r${i}`, body));
    const done = await understandReviews(reviews, fakeRead, fakeHeads());
    const sentences = done.flatMap((one) => one.sentences);
    const found = done.map(({ review: own, finding }) => ({ ...own, finding }));
    const { means } = fakeHeads();
    const made = discoverThemes({ reviews: found, sentences, previous: [], edits: [], means });
    expect(made.homes.size).toBeLessThanOrEqual(sentences.length);
  });
});
