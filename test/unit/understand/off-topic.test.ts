import { expect, it } from "vitest";
import type { Sentence } from "../../../lib/domain";
import { flagsOf } from "../../../lib/understand/flags";
import { findOffTopic } from "../../../lib/understand/off-topic";
import type { ThemedReview } from "../../../lib/understand/theme-material";
import { makeReview } from "../store/records";
import { sentenceOf } from "./fake-encode";

const PARTS = ["strap", "zipper", "pocket", "handle", "lining"];
const PLACES = ["school", "office", "station", "mountain", "garden"];
/** Reviews of a backpack, all about the same matters in other words. */
const ABOUT_A_BAG = Array.from({ length: 25 }, (_, i) => {
  const [part, place] = [PARTS[i % 5], PLACES[Math.floor(i / 5)]];
  return `My backpack carries a laptop and the ${part} survived every walk between home and ${place}.`;
});
const ABOUT_WEATHER = "Thunder rolled across villages while farmers rescued their cattle from flooded meadows.";

function offTopic(texts: readonly string[], about?: string, flags?: (i: number) => ThemedReview["finding"]): number[] {
  const reviews = texts.map(
    (body, i): ThemedReview => ({ ...makeReview(`r${i}`, body), finding: flags?.(i) ?? { flags: [] } }),
  );
  const sentences = reviews.flatMap((review): Sentence[] => (review.body ? [sentenceOf(review)] : []));
  return findOffTopic({ reviews, sentences, about, means: new Map() }).map((id) => Number(id.slice(1)));
}

it("reports a review that is about something else, and none of those about the subject", () => {
  expect(offTopic([...ABOUT_A_BAG, ABOUT_WEATHER])).toEqual([25]);
  expect(offTopic(ABOUT_A_BAG)).toEqual([]);
});

it("says nothing where there are too few reviews to know the subject by", () => {
  expect(offTopic([...ABOUT_A_BAG.slice(0, 10), ABOUT_WEATHER])).toEqual([]);
});

it("takes delivery, service and price for part of every subject", () => {
  const courier = "Delivery: thunder rolled across villages while farmers rescued their cattle from flooded meadows.";
  expect(offTopic([...ABOUT_A_BAG, courier])).toEqual([]);
});

it("believes whoever names the subject, and lets short texts be", () => {
  expect(offTopic([...ABOUT_A_BAG, ABOUT_WEATHER], "Meadow Thunder 20 l")).toEqual([]);
  expect(offTopic([...ABOUT_A_BAG, "Thunder over flooded meadows!", "Great!", "👍"])).toEqual([]);
});

it("does not call a second topic of the page strange", () => {
  const weather = ["Thunder", "Lightning", "Hail", "Snow", "Fog", "Sleet", "Gales", "Frost"].map(
    (kind) => `${kind} rolled across villages while farmers rescued their cattle from flooded meadows.`,
  );
  expect(offTopic([...ABOUT_A_BAG, ...weather])).toEqual([]);
});

it("leaves advertising and repeated texts to their own flags", () => {
  const finding = (i: number): ThemedReview["finding"] => ({ flags: i === 25 ? ["spam"] : [] });
  expect(offTopic([...ABOUT_A_BAG, ABOUT_WEATHER], undefined, finding)).toEqual([]);
});

it("reports a text that is nothing but an order number, however few reviews there are", () => {
  expect(offTopic(["My order number is 114-5521987-3320651", "The order came on Tuesday."])).toEqual([0]);
});

it("has a result for nothing at all, and for 20,000 sentences at once", () => {
  expect(offTopic([])).toEqual([]);
  const many = Array.from({ length: 20_000 }, (_, i) => ABOUT_A_BAG[i % 25] as string);
  const started = performance.now();
  expect(offTopic([...many, ABOUT_WEATHER], undefined, () => ({ flags: [] }))).toEqual([20_000]);
  expect(performance.now() - started).toBeLessThan(20_000);
});

it("takes keys pressed at random for no words, and strange words for words", () => {
  for (const text of ["asdf", "asdfasdf asdf", "Qwertz!!", "фыва", "aaaaaaa", "jkhgfkjhg", "lkjh lkjh"])
    expect(flagsOf(text), text).toEqual(["no-words"]);
  for (const text of [
    "Top",
    "Wert",
    "Čtvrtá hvězda",
    "HTTPS",
    "Angstschweiß",
    "взгляд",
    "strength",
    "Hmm",
    "好",
    "rhythm",
    "We were there",
    "Krk",
  ])
    expect(flagsOf(text), text).toEqual([]);
});
