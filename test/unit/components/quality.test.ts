/** What people read about how good labels are, in every language. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { qualityOf } from "../../../components/figures/quality";
import { makeTexts } from "../../../components/texts";
import { type Catalogue, INTERFACE_LANGUAGES, type InterfaceLanguage, makePhrase } from "../../../lib/locale";
import { MEASURED, METRICS, TEST_SETS } from "../../../lib/understand/measured";

function textsIn(language: InterfaceLanguage) {
  const path = join(import.meta.dirname, "../../../public/_locales", language, "messages.json");
  return makeTexts(makePhrase(JSON.parse(readFileSync(path, "utf8")) as Catalogue, language), language);
}

describe("how good a kind of label is", () => {
  it("says what was counted, in words and with the name of the measure", () => {
    const sentence = qualityOf("sentiment", textsIn("en"));
    expect(sentence).toMatch(/^Learnt from examples\. Scores 0\.92 of 1/);
    expect(sentence).toContain("macro-F1");
    expect(sentence).toContain("250 English app reviews");
  });

  it("gives the right share where a share is what was counted", () => {
    expect(qualityOf("satisfied", textsIn("en"))).toContain("Right in 89% of cases");
  });

  it.each(INTERFACE_LANGUAGES)("tells measures and tests apart in %s", (language) => {
    const { phrase } = textsIn(language);
    const metrics = METRICS.map((metric) => phrase("qualityMetric", { metric, value: "0.5", share: "50%" }));
    const sets = TEST_SETS.map((set) => phrase("qualitySet", { set, count: 300 }));
    expect(new Set(metrics).size).toBe(METRICS.length);
    expect(new Set(sets).size).toBe(TEST_SETS.length);
  });

  it.each(["zh_CN", "ru"] as const)("says nothing in English in %s but the names of measures", (language) => {
    for (const kind of MEASURED.keys()) {
      const foreign = qualityOf(kind, textsIn(language)).replace(
        /\((?:macro-F1|F1|accuracy|precision|recall)\)|（(?:macro-F1|F1|accuracy|precision|recall)）/g,
        "",
      );
      expect(foreign, kind).not.toMatch(/[a-z]{2,}/i);
    }
  });
});
