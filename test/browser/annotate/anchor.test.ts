import { expect, describe as group, it } from "vitest";
import type { Anchorable } from "../../../lib/annotate/anchor";
import { anchor, describe, passageAt, passageOf, readPageText } from "../../../lib/annotate/anchor";
import { findQuote } from "../../../lib/annotate/find-quote";
import type { Selector } from "../../../lib/domain";
import { filler, insideOf, openShadow, said, show, showFrame } from "./page";

const REVIEWS = `
  <section><h3>Ann</h3><p>I bought it in March. The lid leaks when I pour slowly. My brother has the same.</p></section>
  <section><h3>Bo</h3><p>Quiet and quick. The handle stays cool, which I like. It looks good on the counter.</p></section>
  <section><h3>Cy</h3><p>Delivery took a week. The lid fits well and never opened by itself. Happy so far.</p></section>`;

function rangeOf(text: string, root: Document | Element = document): Range {
  const range = findQuote(root, { text });
  if (!range) throw new Error(`"${text}" is not on the page`);
  return range;
}

/** What is stored of a passage, after its way through the store. */
function marked(text: string, root?: Document | Element): Anchorable {
  const passage = passageAt(rangeOf(text, root), document);
  if (!passage.ok) throw new Error(passage.why);
  const { selectors, repeats, frame } = passage.target;
  return JSON.parse(JSON.stringify({ text: passage.text, selectors, repeats, frame })) as Anchorable;
}

const only = (note: Anchorable, ...types: Selector["type"][]): Anchorable => ({
  ...note,
  selectors: note.selectors.filter(({ type }) => types.includes(type)),
});
const found = (note: Anchorable) => anchor(readPageText(document), note);

group("selectors", () => {
  it("are made together, with what stands around", () => {
    show(REVIEWS);
    const selectors = describe(rangeOf("The handle stays cool, which I like."));
    expect(selectors.map(({ type }) => type)).toEqual(["TextQuoteSelector", "TextPositionSelector", "RangeSelector"]);
    const [quote, position] = selectors;
    expect(quote).toMatchObject({ exact: "The handle stays cool, which I like." });
    if (quote?.type !== "TextQuoteSelector" || position?.type !== "TextPositionSelector") return expect.fail();
    expect(quote.prefix).toMatch(/Bo\s*Quiet and quick\. $/);
    expect(quote.suffix).toMatch(/^ It looks good on the counter\./);
    expect(document.body.textContent?.slice(position.start, position.end)).toBe(quote.exact);
  });

  it("name the nearest thing that has a lasting name", () => {
    show("<article id='review-17'><p>The lid leaks.</p></article><div id='r1784332961'><p>So loud.</p></div>");
    const last = (text: string) => describe(rangeOf(text)).at(-1);
    expect(last("The lid leaks.")).toMatchObject({ type: "FragmentSelector", value: "#review-17" });
    expect(last("So loud.")?.type).toBe("RangeSelector");
  });

  it("reach into open shadow trees", () => {
    const page = show("<x-list></x-list>");
    openShadow(page.firstElementChild as Element, "<div><p>Sound is clear. Bass is thin, sadly.</p></div>");
    const note = marked("Bass is thin, sadly.");
    expect(note.selectors.map(({ type }) => type)).toEqual(["TextQuoteSelector", "CssSelector"]);
    expect(said(found(note)?.range)).toBe("Bass is thin, sadly.");
  });

  it("reach into frames of the same origin", async () => {
    const frame = await showFrame("<p>Somewhere else: the hinge broke after a week of use.</p>");
    const note = marked("the hinge broke after a week of use", insideOf(frame).document);
    expect(note.frame).toBe(insideOf(frame).document.URL);
    expect(found(note)?.range.startContainer.ownerDocument).toBe(insideOf(frame).document);
  });
});

group("a passage is found again", () => {
  it.each([
    ["by its range and position, on a page as it was", ["RangeSelector", "TextPositionSelector"], "range"],
    ["by its words and what stands around", [], "quote"],
  ] as const)("%s", (_how, types, by) => {
    show(REVIEWS);
    const note = only(marked("The lid leaks when I pour slowly."), "TextQuoteSelector", ...types);
    expect(found(note)).toMatchObject({ by, score: 1 });
    expect(said(found(note)?.range)).toBe("The lid leaks when I pour slowly.");
  });

  it("when the page grew before it, between it and its neighbours, and behind it", () => {
    const page = show(REVIEWS);
    const note = marked("The handle stays cool, which I like.");
    page.prepend(document.createRange().createContextualFragment(filler(500)));
    const text = rangeOf("The handle stays").startContainer as Text;
    const rest = text.splitText(text.data.indexOf("The handle"));
    rest.before(document.createRange().createContextualFragment("<em> Update: still happy with all of it! </em>"));
    page.append(document.createRange().createContextualFragment(filler(200)));
    expect(said(found(note)?.range)).toBe("The handle stays cool, which I like.");
  });

  it("when reviews are in another order", () => {
    const page = show(REVIEWS);
    const note = marked("The lid fits well and never opened by itself.");
    page.prepend(...[...page.querySelectorAll("section")].reverse());
    expect(said(found(note)?.range)).toBe("The lid fits well and never opened by itself.");
  });

  it("when a slip in it was corrected", () => {
    const page = show("<p>Before it all. The handl stays cool, which I like. After it all.</p>");
    const note = marked("The handl stays cool, which I like.");
    const text = page.firstElementChild?.firstChild as Text;
    text.data = text.data.replace("handl ", "handle ");
    expect(found(note)).toMatchObject({ by: "similar" });
    text.data = text.data.replace("stays cool", "is not cool");
    expect(found(note)).toBeUndefined();
  });

  it("in its review on any page that shows it, cut or not", () => {
    const body = "I bought it in March. The lid leaks when I pour slowly. My brother has the same.";
    const start = body.indexOf("The lid");
    const review = { reviewId: "r", start, end: start + 33, body };
    const note: Anchorable = { text: body.slice(start, start + 33), selectors: [], elsewhere: true, review };
    expect(found(note)).toBeUndefined();
    show(REVIEWS);
    expect(found(note)).toMatchObject({ by: "review" });
    expect(said(found(note)?.range)).toBe("The lid leaks when I pour slowly.");
  });
});

group("a wrong place is never chosen", () => {
  const TWICE = `
    <section><h3>Ann</h3><p>Works well for us. Great product! Would buy it again in a heartbeat.</p></section>
    <section><h3>Bo</h3><p>Arrived late and dented. Great product! But the packaging is a shame.</p></section>`;

  it("the same words elsewhere are told apart by what stands around them", () => {
    const page = show(TWICE);
    const second = page.querySelectorAll("section")[1] as Element;
    const note = marked("Great product!", second);
    expect(second.contains(found(note)?.range.startContainer ?? null)).toBe(true);
    page.prepend(second);
    expect(second.contains(found(note)?.range.startContainer ?? null)).toBe(true);
  });

  it("when the place that was meant is gone", () => {
    const page = show(TWICE);
    const note = marked("Great product!", page.querySelectorAll("section")[1] as Element);
    page.querySelectorAll("section")[1]?.remove();
    expect(found(note)).toBeUndefined();
  });

  it("when twins cannot be told apart any more", () => {
    const row = "<li><b>Verified</b> Great product and fast delivery!</li>";
    const page = show(`<ul>${row}${row}${row}</ul>`);
    const note = marked("Great product and fast delivery!", page.querySelectorAll("li")[1] as Element);
    page.querySelector("ul")?.prepend(document.createRange().createContextualFragment(`${row}`));
    const place = found(note)?.range.startContainer.parentElement;
    // a fourth twin: which of them was meant nobody can say
    expect(place === undefined || place === page.querySelectorAll("li")[2]).toBe(true);
  });

  it("when all that was around it is other text, and it is short", () => {
    const page = show("<p>It came on Tuesday. So good! The box was fine.</p>");
    const note = marked("So good!");
    page.replaceChildren(
      document.createRange().createContextualFragment("<p>Nobody liked this one. So good! Not.</p>"),
    );
    expect(found(note)).toBeUndefined();
  });
});

group("selectors of strangers", () => {
  const quote = (exact: string): Selector => ({ type: "TextQuoteSelector", exact, prefix: "", suffix: "" });
  const path = (value: string): Selector => {
    const point = {
      type: "XPathSelector" as const,
      value,
      refinedBy: { type: "TextPositionSelector" as const, start: 0, end: 0 },
    };
    return { type: "RangeSelector", startSelector: point, endSelector: point };
  };

  it.each([
    ["an endless path", path(`/${"*/".repeat(100_000)}`)],
    ["an expression that would search", path("//*[count(//*[count(//*) > 3]) > 3]")],
    ["names of prototypes", path("/html[1]/__proto__[1]/constructor[1]")],
    ["a position beyond the page", { type: "TextPositionSelector", start: 1e12, end: 2e12 } as Selector],
    ["a position that is none", { type: "TextPositionSelector", start: Number.NaN, end: -1 } as Selector],
    ["styles that are none", { type: "CssSelector", value: "a{}]]>> >>>" } as Selector],
  ])("%s", (_what, selector) => {
    show(REVIEWS);
    const text = "The handle stays cool, which I like.";
    const start = performance.now();
    expect(
      said(found({ text, selectors: [selector, quote(text)], repeats: { words: 1, around: 1, seen: 1 } })?.range),
    ).toBe(text);
    expect(performance.now() - start).toBeLessThan(500);
  });
});

group("a selection", () => {
  function select(range: Range | null): Selection | null {
    const selection = getSelection();
    selection?.removeAllRanges();
    if (range) selection?.addRange(range);
    return selection;
  }
  const why = (selection: Selection | null) => {
    const passage = passageOf(selection, document);
    return passage.ok ? passage.text : passage.why;
  };

  it("is taken without the blanks at its ends, with lines where blocks begin", () => {
    const page = show("<div><p>  The lid leaks. </p><p>It is <b>loud</b>, too.  </p></div>");
    const range = document.createRange();
    range.selectNodeContents(page);
    expect(why(select(range))).toBe("The lid leaks.\nIt is loud, too.");
  });

  it("leaves out what is no prose", () => {
    const page = show("<p>The lid <button>Read more</button><script type='text/plain'>no</script>leaks.</p>");
    const range = document.createRange();
    range.selectNodeContents(page);
    expect(why(select(range))).toBe("The lid leaks.");
  });

  it("of nothing is refused", () => {
    show("<p>   </p>");
    expect(why(select(null))).toBe("empty");
    expect(why(null)).toBe("empty");
  });

  it("in a field is refused", () => {
    const page = show("<div contenteditable>My own words here</div><input value='typed'>");
    const range = document.createRange();
    range.selectNodeContents(page.firstElementChild as Element);
    expect(why(select(range))).toBe("input");
    page.querySelector("input")?.focus();
    page.querySelector("input")?.select();
    expect(why(getSelection())).toBe("input");
  });

  it("of the whole page is refused", () => {
    const page = show(filler(4_000));
    const range = document.createRange();
    range.selectNodeContents(document.body);
    expect(why(select(range))).toBe("whole");
    range.selectNodeContents(page.querySelector("p") as Element);
    expect(why(select(range))).toMatch(/^Lorem/);
  });

  it("over a frame is refused", async () => {
    const frame = await showFrame("<p>Inside.</p>");
    const range = document.createRange();
    range.selectNode(frame);
    expect(why(select(range))).toBe("frames");
  });
});
