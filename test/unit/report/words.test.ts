import { describe, expect, it } from "vitest";
import { matcherOf } from "../../../lib/report/words";
import { said } from "./samples";

const { review } = said(
  "a",
  [
    ["The Café strap was ÜBER comfortable.", "positive"],
    ["音质很好，Ёлка.", "positive"],
  ],
  {
    title: "Great value",
    author: "Zoë",
  },
);

describe("matcherOf", () => {
  it.each(["", "   ", "cafe", "uber strap", "COMFORTABLE the", "音质", "елка", "great", "zoe"])("finds %j", (query) => {
    expect(matcherOf(query)(review)).toBe(true);
  });

  it.each(["tea", "strap tea", "质音", "(.*)"])("does not find %j", (query) => {
    expect(matcherOf(query)(review)).toBe(false);
  });
});
