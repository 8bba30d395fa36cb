import { describe, expect, it } from "vitest";
import { findQuote } from "../../../lib/annotate/find-quote";
import { insideOf, openShadow, said, show, showFrame } from "./page";

describe("a quote that stands in the page", () => {
  it.each([
    ["in one text node", "<p>I like it. The battery lasts a week. Really.</p>"],
    ["over inline elements", "<p>The <b>bat</b>tery <i>lasts <u>a</u></i> week.</p>"],
    ["over lines of source", "<p>The battery\n      lasts\ta\n   week.</p>"],
    ["over line breaks", "<p>The battery<br>lasts<br/>a week.</p>"],
    ["over blocks", "<div><p>The battery</p><p>lasts a week.</p></div>"],
    ["with no-break spaces", "<p>The&nbsp;battery lasts a&#8239;week.</p>"],
    ["with soft hyphens and joiners", "<p>The bat&shy;tery la&#8203;sts a week.</p>"],
    [
      "with a comment and a script between",
      "<p>The battery <!-- x --><script type='text/plain'>no</script>lasts a week.</p>",
    ],
    ["with a button in it", "<p>The battery <button>Read more</button><span>lasts a week.</span></p>"],
    ["in a collapsed part", "<p>The battery<span style='display:none'> lasts a week.</span></p>"],
  ])("%s", (_how, markup) => {
    const range = findQuote(show(markup), { text: "The battery lasts a week." });
    expect(said(range)?.replace(/[\u00ad\u200b\u202f ]|no|Read more/g, "")).toBe("Thebatterylastsaweek.");
  });

  it("is exact at its edges", () => {
    const range = findQuote(show("<p>One. <b>Two three.</b> Four.</p>"), { text: "Two three." });
    expect(range?.toString()).toBe("Two three.");
    expect(range?.startContainer.textContent?.slice(range.startOffset)).toBe("Two three.");
  });

  it("takes the marks at its ends with it", () => {
    const page = show("<p>Well … (really), “no”! Then.</p>");
    expect(findQuote(page, { text: "(really), “no”!" })?.toString()).toBe("(really), “no”!");
    expect(findQuote(page, { text: "… (really)" })?.toString()).toBe("… (really)");
  });

  it.each([
    ["typographic quotation marks and dashes", "He said “it’s fine” – twice…", `He said "it's fine" - twice...`],
    ["emoji with variation selectors", "love it ❤️ so much", "love it ❤ so much"],
    ["Chinese without spaces", "开了降噪以后，\n世界都安静了。", "开了降噪以后，世界都安静了。"],
    ["punctuation only", "Well.<br>?!?", "?!?"],
    ["emoji only", "😍🎧🔋👌", "😍🎧🔋👌"],
  ])("with %s", (_what, markup, text) => {
    expect(findQuote(show(`<p>${markup}</p>`), { text })).not.toBeNull();
  });

  it("in open shadow trees, slots in the order they are drawn", () => {
    const page = show("<x-review><span slot='text'>lasts a week</span></x-review>");
    const host = page.firstElementChild as HTMLElement;
    const root = openShadow(host, "<p>Sound is clear.</p><p>It <slot name='text'></slot> at least.</p>");
    const range = findQuote(document, { text: "Sound is clear." });
    expect(range?.startContainer.getRootNode()).toBe(root);
    expect(said(findQuote(document, { text: "lasts a week" }))).toBe("lasts a week");
    // Its ends lie in two trees: no range can say that.
    expect(findQuote(document, { text: "Sound is clear. It lasts a week" })).toBeNull();
  });

  it("in frames of the same origin", async () => {
    const frame = await showFrame("<p>Somewhere else: the <b>hinge</b> broke.</p>");
    const range = findQuote(document, { text: "the hinge broke" });
    expect(range?.startContainer.ownerDocument).toBe(insideOf(frame).document);
    expect(said(range)).toBe("the hinge broke");
  });

  it("ten thousand elements deep", () => {
    const page = show("<div></div>");
    let inner = page.firstElementChild as Element;
    for (let depth = 0; depth < 10_000; depth++) inner = inner.appendChild(document.createElement("span"));
    inner.append("at the bottom of it");
    expect(said(findQuote(page, { text: "the bottom of it" }))).toBe("the bottom of it");
  });
});

describe("equal passages", () => {
  const three = "<p>A: Good sound. Cheap.</p><p>B: Good sound. Heavy.</p><p>C: Good sound. Blue.</p>";

  it("are told apart by what stands around them", () => {
    const range = findQuote(show(three), { text: "Good sound.", prefix: "B: ", suffix: " Heavy." });
    expect(range?.startContainer.textContent).toBe("B: Good sound. Heavy.");
  });

  it("are told apart by what stands far from them, when what is near is the same", () => {
    const canned = "Thank you for taking the time. We wish you a wonderful day. Yours, the team.";
    const page = show(`<p>Dear Ada. ${canned}</p><p>Dear Bo. ${canned}</p><p>Dear Cy. ${canned}</p>`);
    const quote = { text: "We wish you a wonderful day.", prefix: "Dear Bo. Thank you for taking the time. " };
    expect(findQuote(page, quote)?.startContainer.textContent).toMatch(/^Dear Bo/);
  });

  it("are not chosen when none of the surroundings fits", () => {
    expect(
      findQuote(show(three), { text: "Good sound.", prefix: "I must say: ", suffix: " Fragile hinge." }),
    ).toBeNull();
  });

  it("give the first when nothing is known about the surroundings", () => {
    expect(findQuote(show(three), { text: "Good sound." })?.startContainer.textContent).toMatch(/^A/);
  });

  it("give the one that is shown before a hidden copy", () => {
    const page = show("<p hidden>Good sound here.</p><p id='seen'>Good sound here.</p>");
    const range = findQuote(page, { text: "Good sound here." });
    expect(range?.startContainer.parentElement?.id).toBe("seen");
  });
});

describe("never a wrong place", () => {
  it.each([
    ["a word inside another", "The start was fine.", { text: "art" }],
    ["a number that lost its point", "lasts 15 hours", { text: "1.5" }],
    [
      "a negation",
      "I think the battery is not good for a long day.",
      { text: "I think the battery is good for a long day." },
    ],
    ["somebody else's word", "The zip of the bag broke on day two.", { text: "The zip of the bag burst on day two." }],
    [
      "another number",
      "It ran for 28 minutes on the middle level.",
      { text: "It ran for 31 minutes on the middle level." },
    ],
    [
      "a Chinese negation",
      "这个电池用了两个星期以后还是不好用啊真的很失望",
      { text: "这个电池用了两个星期以后还是很好用啊真的很失望" },
    ],
    [
      "short words elsewhere",
      "Great!",
      { text: "Great!", prefix: "The battery is really quite ", suffix: " But the case is not." },
    ],
    ["nothing at all", "words", { text: " \n " }],
    ["an empty quote", "words", { text: "" }],
  ])("for %s", (_what, markup, quote) => {
    expect(findQuote(show(`<p>${markup}</p>`), quote)).toBeNull();
  });

  it("when two similar places are about as good", () => {
    const page = show("<p>The batery lasts me a whole week of use.</p><p>The battry lasts me a whole week of use.</p>");
    expect(findQuote(page, { text: "The battery lasts me a whole week of use." })).toBeNull();
  });
});

describe("small slips", () => {
  it("are allowed in a long quote", () => {
    const page = show("<p>Well. The batery lasts me a whole week of daily use. Bye.</p>");
    const range = findQuote(page, { text: "The battery lasts me a whole week of daily use." });
    expect(said(range)).toBe("The batery lasts me a whole week of daily use.");
  });

  it("are allowed in a shorter one whose surroundings fit", () => {
    const page = show("<p>I bought it in May. Very comfortabel strap. Then it rained.</p>");
    const quote = { text: "Very comfortable strap.", prefix: "I bought it in May. ", suffix: " Then it rained." };
    expect(said(findQuote(page, quote))).toBe("Very comfortabel strap.");
  });

  it("are found in a quote of a thousand letters", () => {
    const text = Array.from({ length: 120 }, (_, at) => `sentence${at} about`).join(" ");
    const page = show(`<p>before ${text.replace("sentence60", "sentnce60 ")} after</p>`);
    // A number beside letters is one word: a slip in it is not accepted, one in plain letters is.
    expect(findQuote(page, { text })).toBeNull();
    const letter = (at: number): string => String.fromCharCode(97 + (at % 26));
    const plain = Array.from({ length: 150 }, (_, at) => `${letter(at)}${letter(Math.floor(at / 26))}wording`).join(
      " ",
    );
    const other = show(`<p>before ${plain.replace(" icwording", " icwordng")} after</p>`);
    expect(said(findQuote(other, { text: plain }))).toHaveLength(plain.trim().length - 1);
  });
});
