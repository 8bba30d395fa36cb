import "fake-indexeddb/auto";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Surveying } from "../../../entrypoints/engine/surveying";
import { replay } from "../../../lib/ask/survey";
import type { SurveyRun } from "../../../lib/domain";
import { EarshotDatabase } from "../../../lib/store/db";
import { pauseUnfinished, responsesOf, surveyOf } from "../../../lib/store/surveys";
import { forgetSubject } from "../../../lib/store/write";
import { type FakeParts, specOf, storeShop, surveyParts } from "./survey-parts";

let db: EarshotDatabase;
let parts: FakeParts;
let surveying: Surveying;
beforeEach(async () => {
  db = new EarshotDatabase(`surveying-${crypto.randomUUID()}`);
  await storeShop(db, 60);
  parts = surveyParts(db);
  surveying = new Surveying(parts);
});
afterEach(async () => {
  await surveying.forget();
  await db.delete();
});

async function whole(spec = specOf()): Promise<SurveyRun> {
  const { surveyId } = await surveying.run("shop", spec);
  await surveying.idle();
  return surveyOf(db, surveyId);
}

describe("a survey of what reviewers wrote", () => {
  it("ends with figures, fidelity and a manifest that gives the same figures again", async () => {
    const run = await whole();
    expect(run).toMatchObject({ state: "done", done: 60, of: 60 });
    expect(run.problem).toBeUndefined();
    expect(run.results?.cells).toHaveLength(3);
    expect(run.fidelity).toMatchObject({ checked: true, heldOut: 30 });
    expect(await responsesOf(db, run.id)).toHaveLength(60);
    expect(run.manifest).not.toHaveProperty("material");
    const manifest = await surveying.manifest(run.id);
    expect(replay(JSON.parse(JSON.stringify(manifest)))).toEqual(run.results);
  });

  it("keeps what it rests on, whatever is read or changed afterwards", async () => {
    const run = await whole();
    await storeShop(db, 70);
    await db.sentences.where("reviewId").equals("shop-0001").delete();
    expect(replay(JSON.parse(JSON.stringify(await surveying.manifest(run.id))))).toEqual(run.results);
  });

  it("gives the same figures each time it is run", async () => {
    const [first, second] = [await whole(), await whole()];
    expect(second.results).toEqual(first.results);
    expect(second.manifest?.hash).toBe(first.manifest?.hash);
  });

  it("encodes each statement once, however often it is asked", async () => {
    await whole();
    const before = parts.encoded.length;
    await whole();
    expect(parts.encoded.length).toBe(before);
  });

  it("is refused with what is wrong, and nothing is stored", async () => {
    const empty = specOf({ concepts: [{ id: "a", name: "Nothing", text: " " }] });
    await expect(surveying.run("shop", empty)).rejects.toMatchObject({ code: "survey_concept_empty" });
    await expect(surveying.run("gone", specOf())).rejects.toMatchObject({ code: "survey_gone" });
    await expect(surveying.check("shop", specOf({ segmentIds: ["gone"] }))).rejects.toMatchObject({
      code: "survey_segment_gone",
    });
    expect(await db.surveys.count()).toBe(0);
    expect(await whole()).toMatchObject({ state: "done" });
  });

  it("is one at a time", async () => {
    const first = surveying.run("shop", specOf());
    await expect(surveying.run("shop", specOf())).rejects.toMatchObject({ code: "survey_busy" });
    await first;
    await expect(surveying.run("shop", specOf())).rejects.toMatchObject({ code: "survey_busy" });
    await surveying.idle();
    expect(await db.surveys.count()).toBe(1);
  });

  it("is paused and gone on with", async () => {
    const { surveyId } = await surveying.run("shop", specOf());
    await surveying.pause(surveyId);
    const paused = await surveyOf(db, surveyId);
    expect(paused).toMatchObject({ state: "paused" });
    expect(paused.problem).toBeUndefined();
    await surveying.resume(surveyId);
    await surveying.idle();
    expect(await surveyOf(db, surveyId)).toMatchObject({ state: "done", done: 60 });
  });

  it("goes on after its engine was ended", async () => {
    const { surveyId } = await surveying.run("shop", specOf());
    await surveying.pause(surveyId);
    await db.surveys.update(surveyId, { state: "running" }); // as an ended engine leaves it
    await pauseUnfinished(db);
    expect((await surveyOf(db, surveyId)).problem).toMatchObject({ code: "answer_broken_off" });
    const next = new Surveying(surveyParts(db));
    await next.resume(surveyId);
    await next.idle();
    const run = await surveyOf(db, surveyId);
    expect(run).toMatchObject({ state: "done" });
    expect(run.problem).toBeUndefined();
  });

  it("keeps its statements when the scale is changed or deleted meanwhile", async () => {
    const sets = [["Never.", "Hardly.", "Perhaps.", "Likely.", "At once."]];
    await db.scales.put({ id: "own", name: "Own", version: 1, anchors: [{ language: "en", sets }] });
    const [question] = specOf().questions;
    const spec = specOf({ questions: question ? [{ ...question, scale: "own" }] : [] });
    const { surveyId } = await surveying.run("shop", spec);
    await surveying.pause(surveyId);
    await db.scales.clear();
    await surveying.resume(surveyId);
    await surveying.idle();
    const run = await surveyOf(db, surveyId);
    expect(run.state).toBe("done");
    expect(run.manifest?.scales[0]?.anchors[0]?.sets).toEqual(sets);
  });

  it("leaves nothing when it is deleted at work, or its subject is", async () => {
    const { surveyId } = await surveying.run("shop", specOf());
    await surveying.delete(surveyId);
    expect(await db.surveys.count()).toBe(0);
    await surveying.run("shop", specOf());
    await surveying.forget("shop");
    await forgetSubject(db, "shop");
    const left = await Promise.all([db.surveys, db.surveyResponses, db.surveyMaterials].map((table) => table.count()));
    expect(left).toEqual([0, 0, 0]);
  });

  it("keeps a failure in a sentence, and can be gone on with", async () => {
    const { encoder } = parts;
    parts.encoder = () => Promise.reject(new Error("The encoder is broken."));
    const failed = await whole();
    expect(failed).toMatchObject({ state: "paused", done: 60, problem: { message: "The encoder is broken." } });
    expect(failed.results).toBeDefined();
    parts.encoder = encoder;
    await surveying.resume(failed.id);
    await surveying.idle();
    expect(await surveyOf(db, failed.id)).toMatchObject({ state: "done" });
  });
});

describe("a panel of five hundred", () => {
  it("answers within two seconds once vectors exist", { timeout: 30_000 }, async () => {
    await storeShop(db, 600, "large");
    const first = await surveying.run("large", specOf());
    await surveying.idle();
    expect(await surveyOf(db, first.surveyId)).toMatchObject({ state: "done", of: 500 });
    const started = performance.now();
    const { surveyId } = await surveying.run("large", specOf());
    await surveying.idle();
    const took = performance.now() - started;
    expect(await surveyOf(db, surveyId)).toMatchObject({ state: "done", done: 500 });
    console.info(`500 respondents: ${Math.round(took)} ms`);
    expect(took).toBeLessThan(8_000); // generous: the machine may be busy
  });
});
