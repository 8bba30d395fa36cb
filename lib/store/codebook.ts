/** Changes of the codebook that touch several codes at once. Each is one change that can be taken back. */
import { cleanName, placesAfter, withParts, wouldCycle } from "../annotate/codebook";
import { type Annotation, type Code, type CodeExample, Problem } from "../domain";
import { type ChangeDraft, change } from "./changes";
import { addCode } from "./codes";
import type { EarshotDatabase } from "./db";
import { followCodings, touches } from "./learning";

/**
 * Passages, examples and parts of codes go to another one; the codes are no more. Their definitions are added to its own, so that nothing that
 * was written is lost.
 * @throws Problem code_gone, code_into_itself
 */
export async function mergeCodes(
  db: EarshotDatabase,
  codeIds: readonly string[],
  into: string,
  now: string,
): Promise<void> {
  await change(
    db,
    now,
    ({ names, target, count }: { names: string; target: Code; count: number }) => ({
      kind: "code_merge",
      name: names,
      other: target.name,
      subjectId: target.subjectId,
      count,
    }),
    async (draft) => {
      const codes = await db.codes.toArray();
      const target = codes.find(({ id }) => id === into);
      const gone = [...new Set(codeIds)].map((id) => codes.find((code) => code.id === id));
      if (!target || gone.some((code) => !code)) throw codeGone();
      const merged = gone.filter((code) => code !== undefined);
      if (merged.some(({ id }) => id === into) || merged.length === 0)
        throw new Problem("code_into_itself", "A code cannot be merged into itself. Choose another one.");
      const ids = new Set(merged.map(({ id }) => id));
      const count = await recode(db, draft, ids, into, now);
      await draft.bulkDelete("codes", [...ids]);
      const memos = await db.memos.filter(({ kind, about = "" }) => kind === "code" && ids.has(about)).toArray();
      await draft.bulkPut(
        "memos",
        memos.map((memo) => ({ ...memo, about: into, updated: now })),
      );
      await reparent(draft, codes, target, ids);
      await draft.put("codes", mergedCode(target, merged, ids, codes, now));
      return { names: merged.map(({ name }) => name).join(", "), target, count };
    },
  );
}

async function recode(
  db: EarshotDatabase,
  draft: ChangeDraft,
  ids: ReadonlySet<string>,
  into: string,
  now: string,
): Promise<number> {
  const coded = await db.annotations
    .where("codeIds")
    .anyOf([...ids])
    .distinct()
    .toArray();
  const recoded = coded.map((one) => {
    const codeIds = one.codeIds.map((id) => (ids.has(id) ? into : id));
    return { ...one, codeIds: [...new Set(codeIds)], updated: now };
  });
  await draft.bulkPut("annotations", recoded);
  return coded.length;
}

/** Parts of what goes become parts of what stays; what stays and lay under one of them takes its place. */
async function reparent(
  draft: ChangeDraft,
  codes: readonly Code[],
  target: Code,
  gone: ReadonlySet<string>,
): Promise<void> {
  for (const code of codes) {
    if (gone.has(code.id) || code.id === target.id || !code.parentId || !gone.has(code.parentId)) continue;
    const cycle = withParts(codes, code.id).has(target.id);
    await draft.put("codes", { ...code, parentId: cycle ? standingParent(codes, code, gone) : target.id });
  }
}

function standingParent(codes: readonly Code[], code: Code, gone: ReadonlySet<string>): string | undefined {
  let id = code.parentId;
  while (id !== undefined && gone.has(id)) id = codes.find((one) => one.id === id)?.parentId;
  return id;
}

function mergedCode(
  target: Code,
  merged: readonly Code[],
  gone: ReadonlySet<string>,
  codes: readonly Code[],
  now: string,
): Code {
  const all = [target, ...merged];
  const definitions = all.map(({ description }) => description).filter(Boolean);
  const include = [...new Set(all.flatMap((code) => code.include ?? []))];
  const exclude = [...new Set(all.flatMap((code) => code.exclude ?? []))];
  const shortcut = all.find((code) => code.shortcut !== undefined)?.shortcut;
  const parentId = gone.has(target.parentId ?? "") ? standingParent(codes, target, gone) : target.parentId;
  return {
    ...target,
    description: [...new Set(definitions)].join("\n"),
    ...(include.length > 0 && { include }),
    ...(exclude.length > 0 && { exclude }),
    ...(shortcut !== undefined && { shortcut }),
    parentId,
    // a code for all products that goes into one of a single product leaves it a code for all
    subjectId: all.some(({ subjectId }) => subjectId !== target.subjectId) ? undefined : target.subjectId,
    examples: unitedExamples(all),
    updated: now,
  };
}

/** "Yes" of any outweighs "no" of another: the code that stays means what each of them meant. */
function unitedExamples(codes: readonly Code[]): CodeExample[] {
  const yes = codes.flatMap(({ examples }) => examples.filter((example) => example.yes));
  const united: CodeExample[] = [];
  for (const example of [...yes, ...(codes[0]?.examples ?? [])])
    if (!united.some((other) => touches(other, example))) united.push(example);
  return united;
}

export interface CodePart {
  name: string;
  description: string;
  annotationIds: string[];
}

/**
 * Divides the passages of a code among new codes under it; what is in no part stays with it.
 * @returns ids of the parts
 * @throws Problem code_gone, code_split_empty, code_name_taken
 */
export async function splitCode(
  db: EarshotDatabase,
  codeId: string,
  parts: readonly CodePart[],
  now: string,
): Promise<string[]> {
  return change(
    db,
    now,
    { kind: "code_split", name: (await db.codes.get(codeId))?.name ?? "", count: parts.length },
    async (draft) => {
      const code = await db.codes.get(codeId);
      if (!code) throw codeGone();
      const empty = parts.some(({ name, annotationIds }) => !cleanName(name) || annotationIds.length === 0);
      if (parts.length === 0 || empty) {
        const words = `To split ${code.name}, give each part a name and at least one passage.`;
        throw new Problem("code_split_empty", words, { name: code.name });
      }
      const ids: string[] = [];
      for (const part of parts) ids.push(await splitOff(db, draft, code, part, now));
      return ids;
    },
  );
}

async function splitOff(db: EarshotDatabase, draft: ChangeDraft, code: Code, part: CodePart, now: string) {
  const fields = { id: crypto.randomUUID(), subjectId: code.subjectId, parentId: code.id };
  const made = await addCode(
    draft,
    await db.codes.toArray(),
    { ...fields, name: cleanName(part.name), description: part.description },
    now,
  );
  const chosen = await db.annotations.bulkGet([...new Set(part.annotationIds)]);
  const pairs = chosen.flatMap((before) => {
    if (!before?.codeIds.includes(code.id)) return [];
    const codeIds = before.codeIds.map((id) => (id === code.id ? made.id : id));
    const after: Annotation = { ...before, codeIds: [...new Set(codeIds)], updated: now };
    return [{ before, after }];
  });
  await draft.bulkPut(
    "annotations",
    pairs.map(({ after }) => after),
  );
  await followCodings(db, draft, pairs);
  return made.id;
}

/**
 * Puts a code under another parent, or at another place among its parts.
 * @throws Problem code_gone, code_cycle
 */
export async function moveCode(
  db: EarshotDatabase,
  { codeId, parentId, place }: { codeId: string; parentId?: string; place?: number },
  now: string,
): Promise<void> {
  await change(
    db,
    now,
    ({ code, parent }: { code: Code; parent?: Code }) => ({
      kind: "code_move",
      name: code.name,
      other: parent?.name,
      subjectId: code.subjectId,
    }),
    async (draft) => {
      const codes = await db.codes.toArray();
      const code = codes.find(({ id }) => id === codeId);
      const parent = codes.find(({ id }) => id === parentId);
      if (!code || (parentId !== undefined && !parent)) throw codeGone();
      if (wouldCycle(codes, codeId, parentId)) {
        const [name, other] = [code.name, parent?.name ?? ""];
        const words = `${name} cannot become a part of ${other}: it would be a part of itself. Choose another place.`;
        throw new Problem("code_cycle", words, { name, other });
      }
      const moved = codes.map((one) => (one.id === codeId ? { ...one, parentId } : one));
      const places = placesAfter(moved, codeId, parentId, place);
      for (const [id, at] of places) {
        const one = moved.find((other) => other.id === id);
        if (one) await draft.put("codes", { ...one, place: at, updated: now });
      }
      return { code, ...(parent && { parent }) };
    },
  );
}

function codeGone(): Problem {
  return new Problem("code_gone", "This code was deleted. Choose another one.");
}
