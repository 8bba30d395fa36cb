/** Changes of the notebook taken back and done again. Each is one transaction; nothing that others rest on is taken from under them. */
import { cycleIn, sameName } from "../annotate/codebook";
import { type Annotation, type Change, type Code, Problem } from "../domain";
import { withWords } from "./annotated-words";
import { exampleKey, keptOf, markOf } from "./changed-rows";
import { ChangeDraft, toldChange } from "./changes";
import { overlaps } from "./codes";
import type { ChangedRow, EarshotDatabase, StoredChange } from "./db";
import { type Coding, followCodings, touches } from "./learning";

/**
 * Takes back the latest change that stands, or this one.
 * @returns what it was; undefined when there is none
 * @throws Problem change_rests when something since rests on it
 */
export async function undoChange(db: EarshotDatabase, id?: number): Promise<Change | undefined> {
  return db.transaction("rw", db.tables, async () => {
    const entry = id === undefined ? await latestStanding(db) : await db.changes.get(id);
    if (!entry || entry.undone) return undefined;
    const taken = await db.changes.filter(({ undone }) => undone === true).toArray();
    const undoneAs = Math.max(0, ...taken.map((one) => one.undoneAs ?? 0)) + 1;
    const rows = await exchange(db, entry, "before");
    await db.changes.put({ ...entry, rows, undone: true, undoneAs });
    return toldChange({ ...entry, undone: true });
  });
}

async function latestStanding(db: EarshotDatabase): Promise<StoredChange | undefined> {
  return db.changes
    .orderBy(":id")
    .reverse()
    .filter(({ undone }) => !undone)
    .first();
}

/**
 * Does again what was taken back last.
 * @returns what it was; undefined when there is none
 * @throws Problem change_rests when what it was done to is another thing now
 */
export async function redoChange(db: EarshotDatabase): Promise<Change | undefined> {
  return db.transaction("rw", db.tables, async () => {
    const taken = await db.changes.filter(({ undone }) => undone === true).toArray();
    const entry = taken.sort((a, b) => (b.undoneAs ?? 0) - (a.undoneAs ?? 0))[0];
    if (!entry) return undefined;
    const rows = await exchange(db, entry, "after");
    const { undone: _, undoneAs: __, ...again } = entry;
    await db.changes.put({ ...again, rows });
    return toldChange(again);
  });
}

type Side = "before" | "after";

/** @returns the rows as they are to be kept now */
async function exchange(db: EarshotDatabase, entry: StoredChange, to: Side): Promise<ChangedRow[]> {
  const now = new Map<ChangedRow, unknown>();
  for (const [table, rows] of rowsByTable(entry)) {
    const stored = await db.table(table).bulkGet(rows.map(({ key }) => key));
    for (const [i, row] of rows.entries()) now.set(row, stored[i]);
  }
  for (const [row, stored] of now) {
    const expected = to === "before" ? row.left : markOf(row.table, row.before);
    if (markOf(row.table, stored) !== expected) throw rests(entry);
  }
  for (const [table, rows] of rowsByTable(entry)) await putSides(db, table, rows, to);
  await expectSoundCodebook(db, entry);
  await followCodings(db, new ChangeDraft(db), await codingsOf(db, now));
  return [...now].map(([{ after: _, ...row }, stored]) => {
    const taken = to === "before" && stored !== undefined;
    return taken ? { ...row, after: keptOf(row.table, stored) } : row;
  });
}

function rowsByTable({ rows }: StoredChange): Map<ChangedRow["table"], ChangedRow[]> {
  const groups = new Map<ChangedRow["table"], ChangedRow[]>();
  for (const row of rows) groups.set(row.table, [...(groups.get(row.table) ?? []), row]);
  return groups;
}

function rests({ name }: StoredChange): Problem {
  return new Problem("change_rests", `"${name}" was changed again since. Take back the later change first.`, { name });
}

async function putSides(
  db: EarshotDatabase,
  table: ChangedRow["table"],
  rows: readonly ChangedRow[],
  to: Side,
): Promise<void> {
  const gone = rows.filter((row) => row[to] === undefined);
  const back = rows.filter((row) => row[to] !== undefined);
  await db.table(table).bulkDelete(gone.map(({ key }) => key));
  if (table === "codes")
    return void (await db.codes.bulkPut(await Promise.all(back.map((row) => codeOf(db, row, to)))));
  const whole = back.map((row) => row[to]);
  // what was taken away may come back to a review that was read anew meanwhile
  const placed = table === "annotations" ? await withWords(db, whole as Annotation[]) : whole;
  await db.table(table).bulkPut(placed);
}

/** With the examples it has, those of the change put in or out; what was judged since stays. */
async function codeOf(db: EarshotDatabase, row: ChangedRow, to: Side): Promise<Code> {
  const stored = (await db.codes.get(row.key))?.examples ?? [];
  const [out = [], back = []] = to === "before" ? [row.learnt, row.forgot] : [row.forgot, row.learnt];
  const leave = new Set(out.map(exampleKey));
  const kept = stored.filter((example) => !leave.has(exampleKey(example)));
  const missing = back.filter((example) => !kept.some((one) => touches(one, example)));
  return { ...(row[to] as Omit<Code, "examples">), examples: [...kept, ...missing] };
}

/**
 * A code that comes back as it was may meet others that were made since.
 * @throws Problem change_rests when a code would be a part of itself, or share its name or its key
 */
async function expectSoundCodebook(db: EarshotDatabase, entry: StoredChange): Promise<void> {
  const touched = new Set(entry.rows.flatMap(({ table, key }) => (table === "codes" ? key : [])));
  if (touched.size === 0) return;
  const codes = await db.codes.toArray();
  const clashes = (one: Code) => (other: Code) =>
    other.id !== one.id &&
    overlaps(one, other) &&
    (sameName(one.name, other.name) || (one.shortcut !== undefined && one.shortcut === other.shortcut));
  const unsound = cycleIn(codes) ?? codes.find((code) => touched.has(code.id) && codes.some(clashes(code)));
  if (unsound) throw rests(entry);
}

async function codingsOf(db: EarshotDatabase, was: ReadonlyMap<ChangedRow, unknown>): Promise<Coding[]> {
  const notes = [...was].filter(([{ table }]) => table === "annotations");
  const now = await db.annotations.bulkGet(notes.map(([{ key }]) => key));
  return notes.map(([, before], i) => ({ before: before as Annotation | undefined, after: now[i] }));
}
