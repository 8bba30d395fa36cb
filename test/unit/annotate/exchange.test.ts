import { describe, expect, it } from "vitest";
import {
  fromHypothesis,
  fromJsonLd,
  fromShareFile,
  isHypothesis,
  mergePlan,
  problemsOf,
  readNotebookFile,
  toJsonLd,
  toMarkdown,
  toShareFile,
} from "../../../lib/annotate/exchange";
import type { Notebook, Problem } from "../../../lib/domain";

const NOW = "2026-05-10T09:00:00.000Z";
const URL_ = "https://shop.example/kettle";

const NOTEBOOK: Notebook = {
  title: "Kettle",
  made: NOW,
  ownCoderId: "me",
  coders: [{ id: "me", name: "Ann", kind: "person", own: true }],
  codes: [
    {
      id: "c1",
      name: "Leaks",
      description: "Water gets out.",
      colour: "#c2571a",
      include: ["drips"],
      created: NOW,
      updated: NOW,
    },
    { id: "c2", name: "Lid", description: "", parentId: "c1", created: NOW, updated: NOW },
  ],
  documents: [
    {
      id: "r1",
      kind: "review",
      name: "Leaks a lot",
      url: URL_,
      date: "2026-01-02",
      text: "The lid leaks.",
      variables: { stars: 2 },
    },
  ],
  annotations: [
    {
      id: "2b1c4c52-4c5e-4bfa-9d8e-0a8d2f7d6c11",
      coderId: "me",
      text: "lid leaks",
      note: "Seen *twice*\n# not a heading",
      codeIds: ["c1", "c2"],
      tags: ["kettle"],
      created: NOW,
      updated: NOW,
      documentId: "r1",
      start: 4,
      end: 13,
      target: {
        url: URL_,
        pageKey: "shop.example/kettle",
        title: "Kettle",
        selectors: [
          { type: "TextQuoteSelector", exact: "lid leaks", prefix: "The ", suffix: "." },
          { type: "TextPositionSelector", start: 4, end: 13 },
          {
            type: "RangeSelector",
            startSelector: {
              type: "XPathSelector",
              value: "/html[1]/body[1]/p[1]",
              refinedBy: { type: "TextPositionSelector", start: 4, end: 4 },
            },
            endSelector: {
              type: "XPathSelector",
              value: "/html[1]/body[1]/p[1]",
              refinedBy: { type: "TextPositionSelector", start: 13, end: 13 },
            },
          },
        ],
        repeats: { words: 1, around: 1, seen: 1 },
      },
    },
  ],
  memos: [
    { id: "m", kind: "code", about: "c1", coderId: "me", title: "On leaks", text: "…", created: NOW, updated: NOW },
  ],
};

const codeOf = (act: () => unknown) => {
  try {
    act();
    return "nothing";
  } catch (error) {
    return (error as Problem).code;
  }
};
const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;
const bytes = (text: string) => new TextEncoder().encode(text);

describe("W3C annotations", () => {
  const written = toJsonLd(NOTEBOOK) as { first: { items: Record<string, unknown>[] } };

  it("keep to the model, with the context it names", () => {
    expect(json(written)).toMatchObject({
      "@context": "http://www.w3.org/ns/anno.jsonld",
      type: "AnnotationCollection",
      total: 1,
    });
    for (const item of written.first.items) expect(problemsOf(json(item))).toEqual([]);
  });

  it("come back as they went", () => {
    const { notebook, warnings } = fromJsonLd(json(written), "notes.jsonld", NOW);
    expect(warnings).toEqual([]);
    const [own] = NOTEBOOK.annotations;
    const [read] = notebook.annotations;
    expect(read).toMatchObject({ id: own?.id, text: "lid leaks", note: own?.note, tags: ["kettle"], created: NOW });
    expect(read?.target?.selectors).toEqual(own?.target?.selectors);
    expect(notebook.codes.map(({ name }) => name)).toEqual(["Leaks", "Lid"]);
    expect(notebook.coders).toMatchObject([{ name: "Ann", kind: "person" }]);
  });

  it.each([
    ["one annotation", (one: unknown) => one],
    ["a list", (one: unknown) => [one, one]],
    ["a page", (one: unknown) => ({ type: "AnnotationPage", items: [one] })],
    ["a graph", (one: unknown) => ({ "@context": "https://evil.example/context", "@graph": [one] })],
  ])("are read from %s", (_what, wrapped) => {
    const [item] = written.first.items;
    expect(fromJsonLd(json(wrapped(item)), "x", NOW).notebook.annotations).toHaveLength(1);
  });

  it.each<[string, object]>([
    ["no target", { id: "urn:a", type: "Annotation" }],
    ["a target that would run", { id: "urn:a", type: "Annotation", target: "javascript:alert(1)" }],
    [
      "a selector of another kind",
      {
        id: "urn:a",
        type: "Annotation",
        target: { type: "SpecificResource", source: URL_, selector: { type: "Evil" } },
      },
    ],
    [
      "a position that is none",
      {
        id: "urn:a",
        type: "Annotation",
        target: { source: URL_, selector: { type: "TextPositionSelector", start: -1, end: "x" } },
      },
    ],
    ["nothing", {}],
  ])("with %s are refused, with what is wrong", (_what, value) => {
    expect(codeOf(() => fromJsonLd(value, "x", NOW))).toBe("jsonld_unreadable");
  });

  it("of strangers bring neither markup nor prototypes, and the good ones are taken", () => {
    const evil = JSON.parse(`[{"id":"urn:1","type":"Annotation","__proto__":{"admin":true},
      "body":{"type":"TextualBody","value":"<img src=x onerror=alert(1)><b>bold</b> &lt;words&gt;","format":"text/html"},
      "target":{"source":"${URL_}","selector":{"type":"TextQuoteSelector","exact":"lid"}}}, {"type":"Annotation","target":5}]`);
    const { notebook, warnings } = fromJsonLd(evil, "x", NOW);
    expect(notebook.annotations).toMatchObject([{ text: "lid", note: "bold <words>" }]);
    expect(warnings).toMatchObject([{ code: "entry_unreadable", count: 1 }]);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });
});

describe("notes of Hypothesis", () => {
  const ROW = {
    id: "h1",
    created: "2025-03-01T10:00:00.000000+00:00",
    updated: "2025-03-02T10:00:00.000000+00:00",
    user: "acct:ann@hypothes.is",
    uri: URL_,
    text: "Look at **this**",
    tags: ["kettle"],
    document: { title: ["A kettle"] },
    target: [
      {
        source: URL_,
        selector: [
          {
            type: "RangeSelector",
            startContainer: "/div[1]/p[2]",
            startOffset: 3,
            endContainer: "/div[1]/p[2]",
            endOffset: 12,
          },
          { type: "TextPositionSelector", start: 100, end: 109 },
          { type: "TextQuoteSelector", exact: "lid leaks", prefix: "The ", suffix: " when" },
        ],
      },
    ],
  };
  const REPLY = {
    ...ROW,
    id: "h2",
    references: ["h1"],
    text: "So it is",
    user: "acct:bo@hypothes.is",
    target: [{ source: URL_ }],
  };
  const PAGE = { ...ROW, id: "h3", text: "On the whole page", target: [{ source: URL_ }] };

  it("come with selectors, tags, answers and notes on the page", () => {
    const file = { total: 3, rows: [REPLY, ROW, PAGE] };
    expect(isHypothesis(file)).toBe(true);
    const { notebook } = fromHypothesis(file, "export.json", NOW);
    expect(notebook.annotations).toMatchObject([
      {
        id: "h1",
        text: "lid leaks",
        note: "Look at **this**\n\nbo: So it is",
        tags: ["kettle"],
        created: "2025-03-01T10:00:00.000Z",
        target: { title: "A kettle" },
      },
    ]);
    expect(notebook.annotations[0]?.target?.selectors.map(({ type }) => type)).toEqual([
      "RangeSelector",
      "TextPositionSelector",
      "TextQuoteSelector",
    ]);
    expect(notebook.memos).toMatchObject([{ kind: "document", text: "On the whole page" }]);
    expect(notebook.coders.map(({ name }) => name)).toContain("ann");
  });

  it("without one that can be kept are refused", () => {
    expect(codeOf(() => fromHypothesis({ rows: [{ id: "x", uri: "" }] }, "x", NOW))).toBe("notebook_file_empty");
  });
});

describe("the share file", () => {
  it("comes back whole", () => {
    const { notebook } = fromShareFile(JSON.parse(toShareFile(NOTEBOOK)), "mine.json", NOW);
    const { own: _, ...ann } = NOTEBOOK.coders[0] ?? { id: "", name: "", kind: "person" };
    expect(notebook).toEqual({ ...NOTEBOOK, coders: [ann] });
    expect(mergePlan(NOTEBOOK, notebook, "earshot", [])).toMatchObject({
      same: 4,
      conflicts: [],
      fresh: { codes: 0, annotations: 0 },
    });
  });

  it("that was changed on its way is refused", () => {
    const file = toShareFile(NOTEBOOK).replace("lid leaks", "lid holds");
    expect(codeOf(() => fromShareFile(JSON.parse(file), "x", NOW))).toBe("backup_damaged");
    expect(codeOf(() => fromShareFile({ format: "earshot-notebook", version: 2 }, "x", NOW))).toBe(
      "notebook_file_newer",
    );
  });
});

describe("Markdown", () => {
  it("quotes with what was made of it, and nothing of it is markup", () => {
    const text = toMarkdown(NOTEBOOK, { phrase: (key) => key, date: (iso) => iso.slice(0, 10) });
    expect(text).toContain("## Leaks a lot");
    expect(text).toContain("2 ★ · 2026-01-02");
    expect(text).toContain("> lid leaks");
    expect(text).toContain("**Leaks, Lid** · #kettle");
    expect(text).toContain("Seen \\*twice\\*\n\\# not a heading");
    expect(text).toContain(`<${URL_}>`);
    expect(text).not.toContain("Ann");
  });

  it("hides what is to be hidden", () => {
    const text = toMarkdown(NOTEBOOK, { phrase: (key) => key, date: () => "", mask: () => "[hidden]" });
    expect(text).toContain("> \\[hidden\\]");
    expect(text).not.toContain("lid");
  });
});

describe("any file", () => {
  const format = (text: string) => readNotebookFile(bytes(text), "x", NOW).format;

  it("is known by what is in it", () => {
    expect(format(toShareFile(NOTEBOOK))).toBe("earshot");
    expect(format(JSON.stringify(toJsonLd(NOTEBOOK)))).toBe("json-ld");
  });

  it.each([
    ["", "notebook_file_empty"],
    ["   \n", "notebook_file_empty"],
    ["{", "notebook_not_json"],
    ['{"a":1}', "notebook_file_other"],
    ["just words", "notebook_file_other"],
    ["PK\u0003\u0004", "notebook_file_other"],
  ])("%j is refused with %s", (text, code) => {
    expect(codeOf(() => readNotebookFile(bytes(text), "x", NOW))).toBe(code);
  });
});
