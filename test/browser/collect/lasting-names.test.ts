import { describe, expect, it } from "vitest";
import { isLasting, lastingStem } from "../../../lib/collect/recipe/lasting-names";

describe("names in markup", () => {
  it.each([
    "review",
    "review-card",
    "reviewCard",
    "comment__body",
    "a-section",
    "bv-content-item",
    "u-flex",
    "col-md-6",
    "h-entry",
    "text2",
    "отзыв",
    "userName",
    "btn-link",
  ])("%s lasts", (name) => expect(isLasting(name)).toBe(true));

  it.each([
    "css-1q2w3e",
    "sc-bdVaJa",
    "Review_body__3xKf2",
    "typography_body-l__KUYFJ",
    "typography_heading-xxs__QKBS8",
    "k3Jd9x",
    "EGFGHd",
    "RHo1pe",
    "jss123",
    "svelte-1abc23",
    "comment-880001",
    "x",
    "_1a2b3c",
  ])("%s does not", (name) => expect(isLasting(name)).toBe(false));

  it("keep what stands before a hash", () => {
    expect(lastingStem("Review_body__3xKf2")).toBe("Review_body__");
    expect(lastingStem("typography_body-l__KUYFJ")).toBe("typography_body-l__");
    expect(lastingStem("k3Jd9x")).toBeUndefined();
  });
});
