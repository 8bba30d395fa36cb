/** What people read about how good labels are, in every language. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { qualityLines } from "../../../components/figures/quality";
import { makeTexts } from "../../../components/texts";
import { type Catalogue, INTERFACE_LANGUAGES, type InterfaceLanguage, makePhrase } from "../../../lib/locale";
import { type LabelKind, MEASURED, METRICS, measuredOf, TEST_SETS } from "../../../lib/understand/measured";

function textsIn(language: InterfaceLanguage) {
  const path = join(import.meta.dirname, "../../../public/_locales", language, "messages.json");
  return makeTexts(makePhrase(JSON.parse(readFileSync(path, "utf8")) as Catalogue, language), language);
}

/** The figure of a kind as it is printed: what it is changes whenever heads are learnt again. */
const counted = (kind: LabelKind) => (measuredOf(kind).figure?.value ?? Number.NaN).toFixed(2);

describe("how good labels are", () => {
  it("is said with what the figure means, on what it was counted, and the name of the measure", () => {
    const [line] = qualityLines(["sentiment"], textsIn("en"));
    expect(line?.names).toEqual([`Feelings ${counted("sentiment")}`]);
    expect(line?.known).toMatch(/^Learnt from examples\. Out of 1 \(macro-F1\)/);
    expect(line?.known).toContain(`${measuredOf("sentiment").figure?.of} English app reviews`);
  });

  it("is explained once for all kinds of which the same is known", () => {
    const kinds = ["intent:praise", "intent:complaint", "flag:instructions", "intent:praise"] as const;
    const lines = qualityLines(kinds, textsIn("en"));
    const intents = [`Praise ${counted("intent:praise")}`, `Complaint ${counted("intent:complaint")}`];
    expect(lines.map(({ names }) => names)).toEqual([intents, ["Talks to machines"]]);
    expect(lines[1]?.known).toBe("Rule-based, unmeasured.");
  });

  it("is a share where a share is what was counted", () => {
    expect(qualityLines(["satisfied"], textsIn("en"))[0]?.names).toEqual([
      `Satisfaction ${Math.round(Number(counted("satisfied")) * 100)}%`,
    ]);
  });

  it.each(INTERFACE_LANGUAGES)("tells measures and tests apart in %s", (language) => {
    const { phrase } = textsIn(language);
    const metrics = METRICS.map((metric) => phrase("qualityMetric", { metric }));
    const sets = TEST_SETS.map((set) => phrase("qualitySet", { set, count: 300 }));
    expect(new Set(metrics).size).toBe(METRICS.length);
    expect(new Set(sets).size).toBe(TEST_SETS.length);
  });

  it.each(["zh_CN", "ru"] as const)("is said without English in %s but for the names of measures", (language) => {
    const lines = qualityLines([...MEASURED.keys()], textsIn(language));
    for (const { names, known } of lines)
      expect(`${names} ${known}`.replace(/\b(macro-F1|F1|accuracy|precision|recall|CSAT)\b/g, "")).not.toMatch(
        /[a-z]{2,}/i,
      );
  });
});
