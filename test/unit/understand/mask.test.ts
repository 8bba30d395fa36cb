import { expect, it } from "vitest";
import { namePrinter, passagePrinter } from "../../../cli/mask";
import type { EntityMention } from "../../../lib/domain";
import { makeReview } from "../store/records";

function mention(body: string, written: string, name = written, from = 0): EntityMention {
  const start = body.indexOf(written, from);
  return { kind: "competitor", name, start, end: start + written.length };
}

const BODY = "Thanks to Maria Lopez from the shop! Better than Lopez ever sold me, and 49,90 € beats Philips.";

it("keeps the one spelling of what is named, and masks names of private persons at their place", () => {
  const review = makeReview("r1", BODY);
  const print = namePrinter(false);
  expect(print(review, mention(BODY, "49,90 €", "49.90 EUR"))).toBe("49.90 EUR");
  expect(print(review, mention(BODY, "Philips"))).toBe("Philips");
  expect(print(review, mention(BODY, "Maria Lopez"))).toBe("[name]");
});

it("masks a person's name where it is taken for something else, as the text around it is masked", () => {
  const review = makeReview("r1", BODY);
  expect(namePrinter(false)(review, mention(BODY, "Lopez", "Lopez", 40))).toBe("[name]");
  expect(passagePrinter(false)(review, { start: 0, end: 36 })).toBe("Thanks to [name] from the shop!");
});

it("masks the author's own name, and nothing when personal data is to be kept", () => {
  const review = { ...makeReview("r1", "Unlike Gundula Brenner I sew by hand."), author: "Gundula Brenner" };
  const named = mention(review.body, "Gundula Brenner");
  expect(namePrinter(false)(review, named)).toBe("[name]");
  expect(namePrinter(true)(review, named)).toBe("Gundula Brenner");
});
