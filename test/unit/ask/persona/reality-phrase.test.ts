import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { realityWords } from "../../../../lib/ask/persona/reality-phrase";
import type { RealityCheck } from "../../../../lib/domain";
import { makePhrase } from "../../../../lib/locale";

const catalogue = new URL("../../../../public/_locales/en/messages.json", import.meta.url);
const en = makePhrase(JSON.parse(readFileSync(catalogue, "utf8")), "en");
const CHECK: RealityCheck = { checked: true, heldIn: 10, heldOut: 9, score: 0.9, baseline: 0.4 };

test("a card is said to stand for its group only where enough topics were compared", () => {
  const few = realityWords({ ...CHECK, sides: { same: 1, of: 1, anybody: 0 } }, en);
  expect(few.verdict).toBe("Too little to tell.");
  const enough = realityWords({ ...CHECK, sides: { same: 6, of: 7, anybody: 3 } }, en);
  expect(enough.verdict).toBe("It stands for its group.");
  const none = realityWords({ ...CHECK, score: undefined }, en);
  expect(none.verdict).toBe("Too little to tell.");
});

test("what was not checked has no verdict at all", () => {
  const words = realityWords({ ...CHECK, checked: false, heldIn: 4, heldOut: 3 }, en);
  expect(words.text).toContain("Not checked");
  expect(words.verdict).toBeUndefined();
});
