import { expect, it } from "vitest";
import { detectLanguage, primaryTag } from "../../../lib/understand/language";

it.each([
  ["The zipper broke after two days of light use.", "en"],
  ["Der Reißverschluss ist nach zwei Tagen kaputt gegangen.", "de"],
  ["La fermeture a lâché au bout de deux jours.", "fr"],
  ["La cremallera se rompió a los dos días.", "es"],
  ["Молния сломалась через два дня.", "ru"],
  ["用了两天拉链就坏了。", "zh"],
  ["二日でファスナーが壊れました。", "ja"],
  ["이틀 만에 지퍼가 고장 났어요.", "ko"],
])("reads the language of %s", (text, language) => {
  expect(detectLanguage(text)).toBe(language);
});

it("trusts the hint for texts too short to tell, but not against the script", () => {
  expect(detectLanguage("Super!", "de")).toBe("de");
  expect(detectLanguage("ok", "en-GB")).toBe("en");
  expect(detectLanguage("好", "en")).toBe("zh");
});

it("says und rather than guess", () => {
  expect(detectLanguage("")).toBe("und");
  expect(detectLanguage("👍 10/10")).toBe("und");
  expect(detectLanguage("https://example.com/xyz")).toBe("und");
});

it("reduces tags to their primary part", () => {
  expect(primaryTag("zh-Hans-CN")).toBe("zh");
  expect(primaryTag("nb")).toBe("no");
  expect(primaryTag("not a tag")).toBe("und");
});
