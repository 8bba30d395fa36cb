import { describe, expect, it } from "vitest";
import { escaped } from "../../../../lib/report/survey/escaped";

describe("words in HTML", () => {
  it("are text wherever they stand", () => {
    expect(escaped(`<b title="x" id='y'>&`)).toBe("&lt;b title=&quot;x&quot; id=&#39;y&#39;&gt;&amp;");
    expect(escaped("a\u0000b\uFFFEc\nd")).toBe("abc\nd");
  });

  it("cannot turn what stands after them", () => {
    expect(escaped("safe\u202Egnp.exe")).toBe("safegnp.exe");
    expect(escaped("\u2067open")).toBe("open");
    expect(escaped("\u2068open")).toBe("open");
  });

  it("keep the pairs that hold a name apart from its line", () => {
    expect(escaped("\u2068حقيبة\u2069 − \u2068Bag\u2069")).toBe("\u2068حقيبة\u2069 − \u2068Bag\u2069");
    expect(escaped("\u2068a\u202Eb\u2069")).toBe("ab");
  });
});
