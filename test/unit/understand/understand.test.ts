import { describe, expect, it } from "vitest";
import { understandReviews } from "../../../lib/understand/understand";
import { fakeHeads, fakeRead, review } from "./fake-encode";

const understand = (...reviews: ReturnType<typeof review>[]) => understandReviews(reviews, fakeRead, fakeHeads());

describe("understandReviews", () => {
  it("gives one result per review, in order, with verbatim offsets", async () => {
    const bodies = ["The sound is great. The strap is awful.", "", "It is a lamp."];
    const done = await understand(...bodies.map((body, i) => review(`r${i}`, body)));
    expect(done.map((one) => one.review.id)).toEqual(["r0", "r1", "r2"]);
    expect(done[0]?.sentences.map(({ start, end }) => bodies[0]?.slice(start, end))).toEqual([
      "The sound is great.",
      "The strap is awful.",
    ]);
    expect(done[0]?.sentences.map(({ id }) => id)).toEqual(["r0:0", "r0:1"]);
    expect(done[1]?.sentences).toEqual([]);
    expect(done[1]?.finding.flags).toEqual(["no-words"]);
  });

  it("tells positive, negative, mixed and neutral reviews apart", async () => {
    const done = await understand(
      review("p", "I love the sound of it."),
      review("n", "What an awful strap this is."),
      review("m", "The sound is great. The strap is awful."),
      review("o", "It came on Tuesday in a box."),
    );
    expect(done.map((one) => one.finding.sentiment.label)).toEqual(["positive", "negative", "mixed", "neutral"]);
    expect(done[0]?.finding.sentiment.score).toBeGreaterThan(0.5);
    expect(done[1]?.finding.stars).toBeLessThan(2.5);
  });

  it("calls a sentence mixed that praises and blames, and its review too", async () => {
    const [torn] = await understand(review("a", "A great strap and an awful one."));
    expect(torn?.sentences[0]?.sentiment).toMatchObject({ label: "mixed", score: expect.closeTo(0, 1) });
    expect(torn?.finding.sentiment.label).toBe("mixed");
  });

  it("marks what is judged, how, why and with which intent, at places in the body", async () => {
    const body = "I like it here. Pros: great sound\n\nThe awful strap broke.";
    const [done] = await understand(review("a", body));
    const cut = (spans: readonly { start: number; end: number }[] = []) =>
      spans.map(({ start, end }) => body.slice(start, end));
    const [, sound, strap] = done?.sentences ?? [];
    expect(cut(sound?.aspects)).toEqual(["sound"]);
    expect(sound?.aspects?.[0]).toMatchObject({ term: "sound", category: "performance" });
    expect(sound?.aspects?.[0]?.sentiment).toMatchObject({ label: "positive", confidence: expect.closeTo(0.79, 1) });
    expect(cut(sound?.because)).toEqual(["great"]);
    expect(cut(strap?.aspects)).toEqual(["strap"]);
    expect(strap?.intents).toEqual([{ intent: "problem", confidence: expect.closeTo(0.95, 2) }]);
    expect(strap?.sentiment.confidence).toBeGreaterThan(0.9);
    expect(done?.sentences[0]).not.toHaveProperty("aspects");
  });

  it("says what a review says of its writer", async () => {
    const [happy, angry] = await understand(review("a", "I love it."), review("b", "I hate it."));
    expect(happy?.finding.satisfied).toBeGreaterThan(0.8);
    expect(angry?.finding.recommends).toBeLessThan(2);
    expect(happy?.finding.sentiment.confidence).toBeGreaterThan(0.8);
    expect(angry?.sentences[0]?.emotion?.emotion).toBe("anger");
  });

  it("hears the title, but makes no sentence of it", async () => {
    const [plain, titled] = await understand(
      review("a", "It came on Tuesday."),
      review("b", "It came on Tuesday.", { title: "I hate it" }),
    );
    expect(plain?.finding.sentiment.score).toBeGreaterThan(-0.2);
    expect(titled?.finding.sentiment.score).toBeLessThan(plain?.finding.sentiment.score ?? 0);
    expect(titled?.sentences).toHaveLength(1);
  });

  it("notices stars that contradict the words, on any scale, and only clear cases", async () => {
    const body = "I love it, a great thing in every way.";
    const done = await understand(
      review("wrong", body, { rating: 1, ratingScale: 5 }),
      review("right", `${body} Truly.`, { rating: 10, ratingScale: 10 }),
      review("none", `${body} Really.`),
      review("facts", "It came on a Tuesday in a large box.", { rating: 1, ratingScale: 5 }),
    );
    expect(done.map((one) => one.finding.contradicts)).toEqual([true, false, false, false]);
  });

  it("flags a repeated text after its first copy", async () => {
    const body = "I bought this kettle for my mother and she uses it every single morning without trouble";
    const done = await understand(review("a", body), review("b", body));
    expect(done.map((one) => one.finding.flags)).toEqual([[], ["duplicate"]]);
  });

  it("sees questions and the language of each text", async () => {
    const [asked, russian] = await understand(
      review("q", "Does it fit a small table?"),
      review("r", "Хорошая лампа, свет мягкий."),
    );
    expect(asked?.finding.question).toBe(true);
    expect(russian?.finding).toMatchObject({ question: false, language: "ru" });
  });

  it("reads a text once however often it appears, with the heading of its list", async () => {
    const seen: string[][] = [];
    const read = (texts: string[]) => {
      seen.push(texts);
      return fakeRead(texts);
    };
    await understandReviews([review("a", "Nice. Nice."), review("b", "Cons:\n- battery")], read, fakeHeads());
    expect(seen).toEqual([["Nice.", "Cons: battery"]]);
  });

  it("stops when asked to and passes on what the model throws", async () => {
    const reviews = [review("a", "Nice lamp.")];
    await expect(understandReviews(reviews, fakeRead, fakeHeads(), { signal: AbortSignal.abort() })).rejects.toThrow();
    const broken = () => Promise.reject(new Error("The language model stopped."));
    await expect(understandReviews(reviews, broken, fakeHeads())).rejects.toThrow("The language model stopped.");
  });
});
