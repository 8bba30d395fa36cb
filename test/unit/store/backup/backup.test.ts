import "fake-indexeddb/auto";
import Dexie from "dexie";
import { afterEach, describe, expect, it } from "vitest";
import type { Annotation, Problem } from "../../../../lib/domain";
import { type BackupHead, hashOf, openBackup, summaryOf } from "../../../../lib/store/backup/file";
import { restoreBackup } from "../../../../lib/store/backup/restore";
import { writeBackup } from "../../../../lib/store/backup/write";
import { EarshotDatabase } from "../../../../lib/store/db";
import { makeReview, makeSentence, makeSubject } from "../records";

const NOW = "2026-05-10T09:00:00Z";
const PASSPHRASE = "the kettle sings at four";
const opened: EarshotDatabase[] = [];

function database(name: string): EarshotDatabase {
  const db = new EarshotDatabase(name);
  opened.push(db);
  return db;
}

afterEach(async () => {
  for (const db of opened.splice(0)) await db.delete();
});

/** A library with more rows than are read at once. */
async function library(reviews = 3): Promise<EarshotDatabase> {
  const db = database("library");
  await db.subjects.put({ ...makeSubject(), settled: 1 });
  const made = Array.from({ length: reviews }, (_, i) => ({ ...makeReview(`r${i}`), understood: 1 }));
  await db.reviews.bulkPut(made);
  await db.sentences.bulkPut(made.map((review) => makeSentence(review)));
  await db.annotations.put(NOTE);
  await db.themeEdits.add({ subjectId: "s1", edit: { kind: "split", themeId: "t" }, at: NOW });
  await db.settings.put({ key: "server", value: { url: "https://server.example" } });
  return db;
}

const NOTE: Annotation = {
  id: "n1",
  coderId: "me",
  subjectId: "s1",
  review: { reviewId: "r0", start: 0, end: 4 },
  text: "Body",
  note: "A note",
  codeIds: [],
  tags: [],
  created: NOW,
  updated: NOW,
};

async function contentsOf(db: EarshotDatabase) {
  const tables = db.tables.filter(({ name }) => name !== "settings" && name !== "readings");
  return Object.fromEntries(await Promise.all(tables.map(async (table) => [table.name, await table.toArray()])));
}

async function restore(db: EarshotDatabase, file: Blob, passphrase?: string) {
  return restoreBackup(db, await openBackup(file, "kettle.backup"), { name: "kettle.backup", passphrase });
}

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => "nothing",
    (error: Problem) => error.code,
  );

describe("a backup", () => {
  it("brings the whole library back, whatever was there meanwhile", async () => {
    const from = await library(1203);
    const file = await writeBackup(from, { now: NOW });
    const to = database("other");
    await to.reviews.put({ ...makeReview("stranger"), understood: 0 });
    expect(await restore(to, file)).toEqual({ subjects: 1, reviews: 1203, annotations: 1 });
    expect(await contentsOf(to)).toEqual(await contentsOf(from));
    expect((await to.sentences.get("r7:0"))?.vector).toEqual(new Int8Array([1, 2, 3]));
    expect(await Dexie.getDatabaseNames()).not.toContain("other-restoring");
  });

  it("says what it holds before it is brought back", async () => {
    const file = await writeBackup(await library(), { now: NOW });
    const counts = { subjects: 1, reviews: 3, annotations: 1 };
    expect(summaryOf(await openBackup(file, "x"))).toMatchObject({ made: NOW, locked: false, counts });
  });

  it("tells how far it is", async () => {
    const heard: [number, number][] = [];
    await writeBackup(await library(600), { now: NOW, onRows: (done, of) => heard.push([done, of]) });
    const [done, of] = heard.at(-1) ?? [];
    expect(done).toBe(of);
    expect(heard.length).toBeGreaterThan(4);
  });

  it("stops when it is told to", async () => {
    const stopped = writeBackup(await library(), { now: NOW, signal: AbortSignal.abort() });
    await expect(stopped).rejects.toThrow(/abort/i);
  });

  it("takes no server and no choice of a writer along, and leaves those that are there", async () => {
    const file = await writeBackup(await library(), { now: NOW });
    const to = database("other");
    await to.settings.put({ key: "server", value: "mine" });
    await restore(to, file);
    expect(await to.settings.toArray()).toEqual([{ key: "server", value: "mine" }]);
  });

  it("of an earlier version is brought up to this one", async () => {
    const earlier = new Dexie("earlier");
    earlier.version(1).stores({ subjects: "id, site, lastRead", personas: "id, subjectId", settings: "key" });
    await earlier.table("subjects").put({ ...makeSubject(), settled: 1 });
    await earlier.table("personas").put({ id: "p", subjectId: "s1" });
    const file = await writeBackup(earlier as EarshotDatabase, { now: NOW });
    await earlier.delete();
    const to = database("other");
    await restore(to, file);
    expect((await to.subjects.get("s1"))?.settled).toBe(-1);
    expect(await to.personas.count()).toBe(0);
  });
});

describe("a locked backup", () => {
  it("opens with its passphrase, however that is composed", async () => {
    const from = await library();
    const file = await writeBackup(from, { now: NOW, passphrase: "café au lait" });
    expect(await file.text()).not.toMatch(/kettle|"counts"/);
    const to = database("other");
    await restore(to, file, "cafe\u0301 au lait");
    expect(await contentsOf(to)).toEqual(await contentsOf(from));
  });

  it("stays shut without it, and nothing is changed", async () => {
    const file = await writeBackup(await library(), { now: NOW, passphrase: PASSPHRASE });
    const to = database("other");
    await to.reviews.put({ ...makeReview("mine"), understood: 0 });
    expect(await codeOf(restore(to, file))).toBe("backup_locked");
    expect(await codeOf(restore(to, file, `${PASSPHRASE}!`))).toBe("backup_passphrase");
    expect(await to.reviews.toCollection().primaryKeys()).toEqual(["mine"]);
  });

  it("wants a passphrase that is not guessed at once", async () => {
    expect(await codeOf(writeBackup(await library(), { now: NOW, passphrase: "kettle" }))).toBe("passphrase_short");
  });
});

describe("a file that is no whole backup", () => {
  /** Another body under the same head, its checksum and size made to fit where that is wanted. */
  async function changed(file: Blob, body: (old: Blob) => Blob, fit: Partial<BackupHead> | undefined): Promise<Blob> {
    const { head, body: old } = await openBackup(file, "x");
    const fresh = body(old);
    const fitting = fit && { ...fit, bytes: fresh.size, sha256: await hashOf(fresh) };
    return new Blob([`${JSON.stringify({ ...head, ...fitting })}\n`, fresh]);
  }
  const gzip = (text: string) =>
    new Response(new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"))).blob();

  it("is told from one, and changes nothing", async () => {
    const file = await writeBackup(await library(), { now: NOW });
    const to = database("other");
    await to.reviews.put({ ...makeReview("mine"), understood: 0 });
    const flipped = async () => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const at = bytes.length - 30;
      bytes[at] = (bytes[at] as number) ^ 1;
      return new Blob([bytes]);
    };
    const tables = JSON.stringify({ tables: { reviews: "id" } });
    const bomb = await gzip(`${tables}\n${"\n".repeat(1_000_000)}`);
    const unknown = await gzip(`${tables}\n["views",{"id":1}]\n`);
    const keyless = await gzip(`${tables}\n["reviews",{"name":1}]\n`);
    const cases: [Blob, string][] = [
      [new Blob(["PK\u0003\u0004 not ours"]), "backup_other"],
      [new Blob([]), "backup_other"],
      [new Blob(['{"format":"earshot-backup","version":99}\n']), "notebook_file_newer"],
      [await changed(file, (old) => old, { schema: 999 }), "notebook_file_newer"],
      [file.slice(0, file.size - 5), "backup_damaged"],
      [await flipped(), "backup_damaged"],
      [await changed(file, (old) => old.slice(0, old.size - 20), {}), "backup_damaged"],
      [await changed(file, () => bomb, { unpacked: 100 }), "backup_damaged"],
      [await changed(file, () => unknown, { unpacked: tables.length + 21 }), "backup_damaged"],
      [await changed(file, () => keyless, { unpacked: tables.length + 25 }), "backup_damaged"],
    ];
    for (const [blob, code] of cases) expect(await codeOf(restore(to, blob))).toBe(code);
    expect(await to.reviews.toCollection().primaryKeys()).toEqual(["mine"]);
    expect(await Dexie.getDatabaseNames()).not.toContain("other-restoring");
  });

  it("is found out before a lock keeps the machine busy", async () => {
    const file = await writeBackup(await library(), { now: NOW, passphrase: PASSPHRASE });
    const { head } = await openBackup(file, "x");
    const endless = head.lock && { ...head.lock, iterations: 1e12 };
    const forged = await changed(file, (old) => old, { lock: endless });
    expect(await codeOf(openBackup(forged, "x"))).toBe("backup_damaged");
  });
});
