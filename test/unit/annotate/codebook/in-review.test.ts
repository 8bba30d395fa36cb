import { expect, it } from "vitest";
import { placeInBody, ReviewWords } from "../../../../lib/annotate/in-review";

const body = "It leaks. The lid is fine. It leaks again after a week of careful use.";
const reviews = new ReviewWords([
  { id: "r1", body },
  { id: "r2", body: "Fine. «Very good»" },
  { id: "r3", body: "Fine." },
]);
const found = (text: string, prefix = "", suffix = "") => {
  const place = reviews.placeOf({ text, prefix, suffix });
  return (
    place && [place.reviewId, (place.reviewId === "r1" ? body : "Fine. «Very good»").slice(place.start, place.end)]
  );
};

it("finds telling words by themselves, however a page sets them", () => {
  expect(found("again after  a\nweek of careful use.")).toEqual(["r1", "again after a week of careful use."]);
});

it("finds short words by what stands around them", () => {
  expect(found("It leaks", "lid is fine. ", " again after")).toEqual(["r1", "It leaks"]);
  expect(reviews.placeOf({ text: "It leaks", prefix: "lid is fine. ", suffix: " again" })?.start).toBe(27);
});

it("finds nothing where several places are as likely, or none is", () => {
  expect(found("It leaks")).toBeUndefined();
  expect(found("Fine.")).toBeUndefined();
  expect(found("no such words at all in any of them")).toBeUndefined();
  expect(found("lid", "quite another text before it, ", " and after it as well")).toBeUndefined();
  expect(found("  ")).toBeUndefined();
});

it("compares nothing beyond the ends of a review, where the page goes on with other things", () => {
  expect(found("Very good", "Anna, 3 May. Fine. «", "» Helpful? Yes No")).toEqual(["r2", "Very good"]);
});

it("finds the same words in a longer body, or none", () => {
  expect(placeInBody("The lid", `Update: ${body}`)).toEqual({ start: 18, end: 25 });
  expect(placeInBody("It leaks", body)).toBeUndefined();
  expect(placeInBody("", body)).toBeUndefined();
});
