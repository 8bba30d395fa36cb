import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { mergePlan } from "../../../lib/annotate/exchange/merge-plan";
import type { AnnotationDraft, Notebook, PageTarget, Problem } from "../../../lib/domain";
import {
  annotationsOf,
  attachAnnotation,
  deleteAnnotations,
  editAnnotation,
  makeAnnotation,
} from "../../../lib/store/annotations";
import { bringNotebook } from "../../../lib/store/bringing/bring-notebook";
import { changesOf } from "../../../lib/store/changes";
import { mergeCodes, moveCode, splitCode } from "../../../lib/store/codebook";
import { nameCoder, ownCoder } from "../../../lib/store/coders";
import { deleteCode, judgeSentence, saveCode } from "../../../lib/store/codes";
import { EarshotDatabase } from "../../../lib/store/db";
import { redoChange, undoChange } from "../../../lib/store/history";
import { deleteMemo, memosOf, saveMemo } from "../../../lib/store/memos";
import { notebookOf } from "../../../lib/store/notebook";
import { notesHere } from "../../../lib/store/notes-here";
import { copiesOf, keepCopy } from "../../../lib/store/page-copies";
import { placeOf } from "../../../lib/store/placing";
import { commitReading, forgetAll, forgetSubject, saveUnderstood } from "../../../lib/store/write";
import { makeReview, makeSubject, makeUnderstood } from "./records";

const db = new EarshotDatabase("notebook");
const NOW = "2026-03-01T10:00:00.000Z";
const LATER = "2026-03-02T10:00:00.000Z";
const URL = "https://shop.example/kettle";
const review = makeReview("r1", "The lid leaks when I pour. I keep it anyway.");
const other = makeReview("r2", "It is loud.");

beforeEach(async () => {
  await commitReading(db, makeSubject(), [review, other]);
  await saveUnderstood(db, [{ ...makeUnderstood(review), sentences: sentencesOf() }, makeUnderstood(other)]);
});
afterEach(() => forgetAll(db));

/** The two sentences of the first review. */
function sentencesOf() {
  const [sentence] = makeUnderstood(review).sentences;
  if (!sentence) return [];
  return [
    { ...sentence, start: 0, end: 26 },
    { ...sentence, id: "r1:1", index: 1, start: 27, end: 44 },
  ];
}

function target(text: string, prefix = "", suffix = ""): PageTarget {
  const selectors = [{ type: "TextQuoteSelector" as const, exact: text, prefix, suffix }];
  return { url: URL, pageKey: "", title: "Kettle", selectors };
}

function draft(text: string, own: Partial<AnnotationDraft> = {}): AnnotationDraft {
  const start = review.body.indexOf(text);
  const place = { reviewId: "r1", start, end: start + text.length };
  return { text, note: "", codeIds: [], tags: [], subjectId: "s1", review: place, ...own };
}

const code = (id: string, name: string, own = {}) => saveCode(db, { id, name, description: "", ...own }, NOW);
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "nothing",
    (error: Problem) => error.code,
  );
const kinds = async () => (await changesOf(db)).map(({ kind, undone }) => (undone ? `(${kind})` : kind));
const taught = async (id: string) => (await db.codes.get(id))?.examples.map(({ text, yes }) => [text, yes]);
const notes = () => annotationsOf(db, { subjectId: "s1" });

describe("a note", () => {
  it("made on a page is found in the review it lies in, with the review's own words", async () => {
    const place = await placeOf(db, { target: target("lid  leaks", "The ", " when I pour."), text: "lid  leaks" });
    expect(place).toMatchObject({
      text: "lid leaks",
      subjectId: "s1",
      review: { reviewId: "r1", start: 4, end: 13 },
      target: { pageKey: "shop.example/kettle" },
    });
  });

  it("keeps the marks at the ends of its words", async () => {
    const text = "I keep it anyway.";
    const { text: kept } = await placeOf(db, { target: target(text, "when I pour. ", ""), text });
    expect(kept).toBe(text);
  });

  it("of words that stand in two reviews, without telling which, belongs to the page alone", async () => {
    await commitReading(db, makeSubject(), [makeReview("r3", "It is loud.")]);
    const place = await placeOf(db, { target: target("It is loud."), text: "It is loud." });
    expect(place.review).toBeUndefined();
    expect(place.subjectId).toBe("s1");
  });

  it("keeps its words only where the review holds them", async () => {
    const wrong = draft("lid", { review: { reviewId: "r1", start: 0, end: 3 } });
    expect(await codeOf(makeAnnotation(db, wrong, NOW))).toBe("passage_gone");
    expect(await codeOf(makeAnnotation(db, draft("  "), NOW))).toBe("select_empty");
    expect(await notes()).toEqual([]);
  });

  it("takes codes that are added to the very same passage", async () => {
    await code("a", "Leaks");
    const { id } = await makeAnnotation(db, draft("lid leaks", { note: "Look!" }), NOW);
    const again = await makeAnnotation(db, draft("lid leaks", { codeIds: ["a"], tags: ["kettle"] }), LATER);
    expect(again.id).toBe(id);
    expect(await notes()).toMatchObject([{ note: "Look!", codeIds: ["a"], tags: ["kettle"], updated: LATER }]);
    await makeAnnotation(db, draft("lid leaks", { note: "A thought of its own" }), LATER);
    expect(await notes()).toHaveLength(2);
  });

  it("is edited, deleted, taken back and done again, in a later session too", async () => {
    const { id } = await makeAnnotation(db, draft("lid leaks"), NOW);
    await editAnnotation(db, id, { note: " Why? ", tags: ["a", "a", " "] }, LATER);
    await deleteAnnotations(db, [id, "never there"], LATER);
    const later = new EarshotDatabase("notebook");
    expect((await undoChange(later))?.kind).toBe("note_delete");
    expect(await notes()).toMatchObject([{ note: "Why?", tags: ["a"] }]);
    expect((await undoChange(later))?.kind).toBe("note_edit");
    expect(await notes()).toMatchObject([{ note: "", tags: [] }]);
    expect((await redoChange(later))?.kind).toBe("note_edit");
    expect((await redoChange(later))?.kind).toBe("note_delete");
    expect(await notes()).toEqual([]);
    expect(await redoChange(later)).toBeUndefined();
    later.close();
  });

  it("is given another place", async () => {
    const { id } = await makeAnnotation(db, draft("lid leaks"), NOW);
    await attachAnnotation(db, id, { target: target("loud", "It is ", "."), text: "loud" }, LATER);
    expect(await notes()).toMatchObject([{ id, text: "loud", review: { reviewId: "r2", start: 6, end: 10 } }]);
    expect(await codeOf(attachAnnotation(db, "gone", { target: target("x"), text: "x" }, NOW))).toBe("note_gone");
  });

  it("points at its words still when its review is read to the end, and at none when they are gone", async () => {
    await makeAnnotation(db, draft("lid leaks"), NOW);
    await makeAnnotation(db, draft("I keep it anyway."), LATER);
    const longer = makeReview("r1", "Update. The lid leaks when I pour. I do not keep it any more, sorry.");
    await commitReading(db, makeSubject(), [longer]);
    const [moved, lost] = await notes();
    expect(longer.body.slice(moved?.review?.start, moved?.review?.end)).toBe("lid leaks");
    expect(lost).toMatchObject({ text: "I keep it anyway." });
    expect(lost?.review).toBeUndefined();
  });

  it("goes with its subject, and with it what the history keeps of its words", async () => {
    await code("b", "Noise");
    await judgeSentence(db, "b", "r1:0", true, NOW);
    await forgetSubject(db, "s1");
    expect(await db.annotations.count()).toBe(0);
    expect(JSON.stringify(await db.changes.toArray())).not.toContain("lid");
  });
});

describe("what codes learn", () => {
  it("follows the coded passages", async () => {
    await code("a", "Leaks");
    const { id } = await makeAnnotation(db, draft("The lid leaks when I pour", { codeIds: ["a"] }), NOW);
    expect(await taught("a")).toEqual([["The lid leaks when I pour.", true]]);
    await editAnnotation(db, id, { codeIds: [] }, LATER);
    expect(await taught("a")).toEqual([]);
    await undoChange(db);
    expect(await taught("a")).toEqual([["The lid leaks when I pour.", true]]);
    await deleteAnnotations(db, [id], LATER);
    expect(await taught("a")).toEqual([]);
  });

  it("makes a judged sentence a passage, and takes it away with the judgement", async () => {
    await code("a", "Keeps it");
    await judgeSentence(db, "a", "r1:1", true, NOW);
    expect(await notes()).toMatchObject([{ text: "I keep it anyway.", codeIds: ["a"] }]);
    await judgeSentence(db, "a", "r1:1", false, LATER);
    expect(await notes()).toEqual([]);
    expect(await taught("a")).toEqual([["I keep it anyway.", false]]);
    await undoChange(db);
    expect(await notes()).toMatchObject([{ codeIds: ["a"] }]);
    expect(await taught("a")).toEqual([["I keep it anyway.", true]]);
  });
});

describe("the codebook", () => {
  it("refuses a code that would be a part of itself, a key that is taken, and one that is none", async () => {
    await code("a", "Pouring", { shortcut: "P" });
    await code("b", "Lid", { parentId: "a" });
    await code("c", "Hinge", { parentId: "b" });
    expect(await codeOf(moveCode(db, { codeId: "a", parentId: "c" }, NOW))).toBe("code_cycle");
    expect(await codeOf(code("a", "Pouring", { parentId: "c" }))).toBe("code_cycle");
    expect(await codeOf(code("d", "Price", { shortcut: "p" }))).toBe("code_shortcut");
    expect(await codeOf(code("d", "Price", { shortcut: "ctrl" }))).toBe("code_shortcut_form");
    expect((await db.codes.toArray()).map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });

  it("merges a code into its own part, with its passages, its parts and its definition", async () => {
    await code("a", "Pouring", { description: "How it pours." });
    await code("b", "Lid", { parentId: "a", description: "The lid." });
    await code("c", "Spout", { parentId: "a" });
    await makeAnnotation(db, draft("lid leaks", { codeIds: ["a", "b"] }), NOW);
    const before = await db.codes.toArray();
    await mergeCodes(db, ["a"], "b", LATER);
    expect(await notes()).toMatchObject([{ codeIds: ["b"] }]);
    expect(await db.codes.get("b")).toMatchObject({ description: "The lid.\nHow it pours." });
    expect((await db.codes.get("b"))?.parentId).toBeUndefined();
    expect((await db.codes.get("c"))?.parentId).toBe("b");
    expect(await codeOf(mergeCodes(db, ["b"], "b", NOW))).toBe("code_into_itself");
    await undoChange(db);
    expect(await db.codes.toArray()).toEqual(before);
    expect(await notes()).toMatchObject([{ codeIds: ["a", "b"] }]);
  });

  it("takes memos and the key of a merged code along", async () => {
    await code("a", "Pouring", { shortcut: "p" });
    await code("b", "Lid");
    await saveMemo(db, { id: "m", kind: "code", about: "a", title: "Why", text: "" }, NOW);
    await mergeCodes(db, ["a"], "b", LATER);
    expect((await db.codes.get("b"))?.shortcut).toBe("p");
    expect((await db.memos.get("m"))?.about).toBe("b");
    await undoChange(db);
    expect((await db.memos.get("m"))?.about).toBe("a");
  });

  it("splits a code and keeps what is in no part", async () => {
    await code("a", "Faults");
    const first = await makeAnnotation(db, draft("lid leaks", { codeIds: ["a"] }), NOW);
    await makeAnnotation(db, draft("I keep it anyway.", { codeIds: ["a"] }), LATER);
    const parts = [{ name: "Leaks", description: "", annotationIds: [first.id] }];
    const [part = ""] = await splitCode(db, "a", parts, LATER);
    expect((await notes()).map(({ codeIds }) => codeIds)).toEqual([[part], ["a"]]);
    expect(await db.codes.get(part)).toMatchObject({ name: "Leaks", parentId: "a" });
    expect(await codeOf(splitCode(db, "a", [{ name: "", description: "", annotationIds: [] }], NOW))).toBe(
      "code_split_empty",
    );
  });

  it("moves a code among its siblings", async () => {
    for (const [id, name] of [
      ["a", "A"],
      ["b", "B"],
      ["c", "C"],
    ] as const)
      await code(id, name);
    await moveCode(db, { codeId: "c", place: 0 }, NOW);
    const places = (await db.codes.toArray()).map(({ id, place }) => [id, place]);
    expect(places).toEqual([
      ["a", 1],
      ["b", 2],
      ["c", 0],
    ]);
  });

  it("lets a code go: its parts go up, its passages stay", async () => {
    await code("a", "Faults");
    await code("b", "Leaks", { parentId: "a" });
    await makeAnnotation(db, draft("lid leaks", { codeIds: ["a"] }), NOW);
    await deleteCode(db, "a", LATER);
    expect((await db.codes.get("b"))?.parentId).toBeUndefined();
    expect(await notes()).toMatchObject([{ codeIds: [] }]);
    await undoChange(db);
    expect(await notes()).toMatchObject([{ codeIds: ["a"] }]);
    expect((await db.codes.get("b"))?.parentId).toBe("a");
  });
});

describe("the history", () => {
  it("takes back what came earlier only while nothing rests on it", async () => {
    await code("a", "Leaks");
    await code("a", "Leaking");
    const [, made] = await changesOf(db);
    expect(await codeOf(undoChange(db, made?.id))).toBe("change_rests");
    expect(await kinds()).toEqual(["code_rename", "code_make"]);
  });

  it("drops what was taken back once something new is done", async () => {
    await code("a", "Leaks");
    await undoChange(db);
    expect(await kinds()).toEqual(["(code_make)"]);
    await code("b", "Noise");
    expect(await kinds()).toEqual(["code_make"]);
    expect(await redoChange(db)).toBeUndefined();
  });

  it("says nothing of what changed nothing, and keeps nothing of what failed", async () => {
    await deleteAnnotations(db, ["never there"], NOW);
    await codeOf(code("a", ""));
    expect(await kinds()).toEqual([]);
  });
});

describe("memos and copies", () => {
  it("are kept, changed and deleted", async () => {
    const memo = {
      id: "m",
      kind: "document" as const,
      about: "r1",
      subjectId: "s1",
      title: "",
      text: "A thought\nmore",
    };
    await saveMemo(db, memo, NOW);
    await saveMemo(db, memo, LATER); // nothing new
    expect(await memosOf(db, "s1")).toMatchObject([{ text: "A thought\nmore", created: NOW, updated: NOW }]);
    expect(await memosOf(db, "s2")).toEqual([]);
    await deleteMemo(db, "m", LATER);
    expect(await kinds()).toEqual(["memo_delete", "memo_make"]);
    expect(await codeOf(deleteMemo(db, "m", LATER))).toBe("memo_gone");
    expect(await codeOf(saveMemo(db, { ...memo, text: " " }, LATER))).toBe("memo_empty");
  });

  it("keep the same text of a page once", async () => {
    const copy = { url: `${URL}?utm_source=x`, title: "Kettle", taken: NOW, text: "The lid leaks." };
    const id = await keepCopy(db, copy, "s1");
    expect(await keepCopy(db, { ...copy, url: URL, taken: LATER, html: "<p>" }, "s1")).toBe(id);
    expect(await copiesOf(db, { pageKey: "shop.example/kettle" })).toMatchObject([{ id, whole: true, taken: LATER }]);
  });
});

describe("notes for a page", () => {
  it("are its own and those on reviews of its subject, with what is read out", async () => {
    await code("a", "Leaks");
    const place = await placeOf(db, { target: target("lid leaks", "The ", " when"), text: "lid leaks" });
    await makeAnnotation(db, { ...place, note: "Look!", codeIds: ["a"], tags: ["kettle"] }, NOW);
    await makeAnnotation(db, draft("I keep it anyway."), LATER);
    const here = await notesHere(db, `${URL}?ref=mail`);
    expect(here.subjectId).toBe("s1");
    expect(here.codes).toMatchObject([{ name: "Leaks", depth: 0 }]);
    expect(here.notes).toMatchObject([
      {
        text: "lid leaks",
        label: "Leaks · kettle · Look!",
        note: true,
        polarity: "positive",
        review: { body: review.body },
      },
      { text: "I keep it anyway.", elsewhere: true, selectors: [], note: false },
    ]);
    const away = await notesHere(db, "https://elsewhere.example/");
    expect(away).toEqual({ notes: [], codes: away.codes });
  });

  it("are gathered fast when there are thousands", async () => {
    const own = (await ownCoder(db)).id;
    const many = Array.from({ length: 2000 }, (_, i) => ({
      ...draft("lid leaks"),
      id: `n${i}`,
      coderId: own,
      created: NOW,
      updated: NOW,
    }));
    await db.annotations.bulkPut(many);
    const start = performance.now();
    expect((await notesHere(db, URL)).notes).toHaveLength(2000);
    expect(performance.now() - start).toBeLessThan(2000); // about 100 ms alone; the machine may be busy
  });
});

describe("a notebook to give away", () => {
  it("holds what was left uncoded where that is asked for, and never an author", async () => {
    await commitReading(db, makeSubject(), [
      { ...makeReview("r5", "Quiet."), author: "Somebody", rating: 4, ratingScale: 5 },
    ]);
    await makeAnnotation(db, draft("lid leaks"), NOW);
    expect((await notebookOf(db, { subjectId: "s1" }, NOW)).documents.map(({ id }) => id)).toEqual(["r1"]);
    const all = await notebookOf(db, { subjectId: "s1", allReviews: true }, NOW);
    expect(all.documents.map(({ id }) => id)).toEqual(["r1", "r2", "r5"]);
    expect(all.documents[2]?.variables).toEqual({ product: "Sample kettle", site: "shop.example", stars: 4, scale: 5 });
    expect(JSON.stringify(all)).not.toContain("Somebody");
  });

  it("holds of a subject its own codes with those they stand under, and the memos about it", async () => {
    await commitReading(db, makeSubject("s2"), [makeReview("x1", "Elsewhere.", "s2")]);
    await code("top", "Top", { subjectId: "s2" });
    await code("part", "Part", { subjectId: "s2", parentId: "top" });
    await code("other", "Other", { subjectId: "s2" });
    await code("all", "All");
    await makeAnnotation(db, draft("lid leaks", { codeIds: ["part"] }), NOW);
    await saveMemo(db, { id: "1", kind: "code", about: "part", title: "1", text: "" }, NOW);
    await saveMemo(db, { id: "2", kind: "code", about: "other", title: "2", text: "" }, NOW);
    await saveMemo(db, { id: "3", kind: "journal", title: "3", text: "" }, NOW);
    await saveMemo(db, { id: "4", kind: "document", about: "x1", subjectId: "s2", title: "4", text: "" }, NOW);
    const notebook = await notebookOf(db, { subjectId: "s1" }, NOW);
    expect(notebook.codes.map(({ id }) => id).sort()).toEqual(["all", "part", "top"]);
    expect(notebook.memos.map(({ id }) => id)).toEqual(["1", "3"]);
  });

  it("says where words stand in a copy that is set otherwise", async () => {
    const copyId = await keepCopy(
      db,
      { url: URL, title: "Kettle", taken: NOW, text: "About it:\nWe like\n\nto cook." },
      "s1",
    );
    const place = { target: { ...target("We like to cook.", "About it: "), pageKey: "shop.example/kettle" } };
    await makeAnnotation(db, { text: "We like to cook.", note: "", codeIds: [], tags: [], copyId, ...place }, NOW);
    const { annotations, documents } = await notebookOf(db, {}, NOW);
    expect(documents[0]?.text.slice(annotations[0]?.start, annotations[0]?.end)).toBe("We like\n\nto cook.");
  });
});

describe("another notebook", () => {
  /** What a colleague made of the same reviews. */
  async function colleague(): Promise<Notebook> {
    await code("a", "Leaks", { description: "Water gets out." });
    await makeAnnotation(db, draft("lid leaks", { codeIds: ["a"], note: "Seen" }), NOW);
    await saveMemo(db, { id: "m", kind: "code", about: "a", title: "On leaks", text: "…" }, NOW);
    await nameCoder(db, "Ann", NOW);
    const notebook = await notebookOf(db, {}, NOW);
    await forgetAll(db);
    await commitReading(db, makeSubject(), [review, other]);
    return notebook;
  }

  const bring = (notebook: Notebook, choices = {}) =>
    bringNotebook(db, { notebook, format: "earshot", choices, subjectId: "s1" }, LATER);

  it("is brought once, however often it is brought", async () => {
    const notebook = await colleague();
    const plan = mergePlan(await notebookOf(db, {}, NOW), notebook, "earshot", []);
    expect(plan).toMatchObject({ fresh: { codes: 1, annotations: 1, memos: 1, coders: 1 }, same: 0, conflicts: [] });
    expect(await bring(notebook)).toEqual({ codes: 1, annotations: 1, memos: 1 });
    expect(await bring(notebook)).toEqual({ codes: 0, annotations: 0, memos: 0 });
    const own = (await ownCoder(db)).id;
    const [note] = await notes();
    expect(note).toMatchObject({ text: "lid leaks", review: { reviewId: "r1", start: 4, end: 13 }, note: "Seen" });
    expect(note?.coderId).not.toBe(own);
    expect((await db.coders.get(note?.coderId ?? ""))?.name).toBe("Ann");
    expect(mergePlan(await notebookOf(db, {}, NOW), notebook, "earshot", [])).toMatchObject({ same: 3 });
  });

  it("is taken back whole", async () => {
    const notebook = await colleague();
    await bring(notebook);
    await undoChange(db);
    expect([await db.codes.count(), await db.annotations.count(), await db.memos.count()]).toEqual([0, 0, 0]);
  });

  it("changes what is here only where that was chosen", async () => {
    const notebook = await colleague();
    await bring(notebook);
    const [note] = await notes();
    await editAnnotation(db, note?.id ?? "", { note: "Mine" }, LATER);
    const plan = mergePlan(await notebookOf(db, {}, NOW), notebook, "earshot", []);
    expect(plan.conflicts).toMatchObject([
      { what: "annotation", name: "lid leaks", fields: [{ field: "note", mine: "Mine", theirs: "Seen" }] },
    ]);
    await bring(notebook);
    expect(await notes()).toMatchObject([{ note: "Mine" }]);
    await bring(notebook, { [note?.id ?? ""]: "both" });
    expect((await notes()).map((one) => one.note).sort()).toEqual(["Mine", "Seen"]);
  });

  it("finds codes of the same name, and passages whose texts are unknown here in copies of them", async () => {
    await code("mine", "leaks");
    const made = { id: "x", coderId: "p", note: "", tags: [], created: NOW, updated: NOW };
    const notebook: Notebook = {
      title: "Interviews",
      made: NOW,
      coders: [{ id: "p", name: "Pat", kind: "person" }],
      codes: [{ id: "their", name: "Leaks", description: "", created: NOW, updated: NOW }],
      documents: [{ id: "d", kind: "page", name: "Interview 1", text: "It leaks a lot.", variables: {} }],
      annotations: [{ ...made, text: "leaks", codeIds: ["their"], documentId: "d", start: 3, end: 8 }],
      memos: [],
    };
    await bringNotebook(db, { notebook, format: "refi-qda", choices: {}, subjectId: "s1" }, NOW);
    expect(await notes()).toMatchObject([
      { codeIds: ["mine"], target: { title: "Interview 1", selectors: [{ prefix: "It ", suffix: " a lot." }] } },
    ]);
    expect(await copiesOf(db, { subjectId: "s1" })).toMatchObject([{ title: "Interview 1" }]);
    const [document] = (await notebookOf(db, { subjectId: "s1" }, NOW)).documents;
    expect(document?.text).toBe("It leaks a lot.");
  });

  it("with a code that is a part of itself is refused before anything is stored", async () => {
    const notebook = await colleague();
    const [leaks] = notebook.codes;
    const loop = { ...notebook, codes: leaks ? [{ ...leaks, parentId: leaks.id }] : [] };
    expect(await codeOf(bring(loop))).toBe("code_cycle");
    expect(await db.annotations.count()).toBe(0);
  });
});
