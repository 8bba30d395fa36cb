/** The researcher's own codes and what was judged for them. Only the engine writes; every function is one change that can be taken back. */
import { cleanName, isColour, nextColour, sameName, shortcutOf, wouldCycle } from "../annotate/codebook";
import { type Annotation, type Code, Problem, type Sentence } from "../domain";
import type { CodeFields } from "../notebook-protocol";
import { type ChangeDraft, type ChangeNote, change } from "./changes";
import { ownCoder } from "./coders";
import type { EarshotDatabase } from "./db";
import { covers, exampleOf, isSame, touches } from "./learning";

/** Longer ones are cut: the encoder reads 512 tokens of a definition. */
const DESCRIPTION_LIMIT = 2_000;
const MOST_PASSAGES = 40;

/**
 * Keeps a code, or what changed of it; its examples stay. Fields that are left out stay as they are.
 * @param now ISO 8601
 * @throws Problem when it has no name, the code it is a part of is gone, another code of the same reach has its name or its key, or it would be a part of itself
 */
export async function saveCode(db: EarshotDatabase, given: CodeFields, now: string): Promise<void> {
  const name = cleanName(given.name);
  if (!name) throw new Problem("code_name_missing", "A code needs a name. Write one first.");
  await change(
    db,
    now,
    (said: ChangeNote) => said,
    async (draft): Promise<ChangeNote> => {
      const codes = await db.codes.toArray();
      const earlier = codes.find(({ id }) => id === given.id);
      await addCode(draft, codes, { ...given, name }, now);
      const { subjectId } = given;
      if (!earlier) return { kind: "code_make", name, subjectId };
      if (earlier.name !== name) return { kind: "code_rename", name: earlier.name, other: name, subjectId };
      return { kind: "code_edit", name, subjectId };
    },
  );
}

/**
 * The same within a change that does more.
 * @param codes all there are
 * @throws Problem like `saveCode`
 */
export async function addCode(
  draft: ChangeDraft,
  codes: readonly Code[],
  given: CodeFields,
  now: string,
): Promise<Code> {
  const others = codes.filter((code) => code.id !== given.id);
  const { name } = given;
  if (others.some((code) => overlaps(code, given) && sameName(code.name, name)))
    throw new Problem("code_name_taken", `There is a code "${name}" already. Choose another name, or use that one.`, {
      name,
    });
  const earlier = codes.find(({ id }) => id === given.id);
  if (given.parentId && !codes.some(({ id }) => id === given.parentId))
    throw new Problem("code_gone", "This code was deleted. Choose another one.");
  expectTree(codes, given);
  const code: Code = {
    ...(earlier ?? { id: given.id, examples: [], created: now, colour: nextColour(others) }),
    ...optional(given, others),
    ...definitionTexts(given),
    name,
    updated: now,
  };
  if (given.subjectId === undefined) delete code.subjectId;
  else code.subjectId = given.subjectId;
  await draft.put("codes", code);
  return code;
}

/** @throws Problem code_cycle */
function expectTree(codes: readonly Code[], { id, name, parentId }: CodeFields): void {
  if (!wouldCycle(codes, id, parentId)) return;
  const other = codes.find((code) => code.id === parentId)?.name ?? "";
  const words = `${name} cannot become a part of ${other}: it would be a part of itself. Choose another place.`;
  throw new Problem("code_cycle", words, { name, other });
}

/** Fields that were given; one given as "" or as nothing is taken away. @throws Problem code_shortcut, code_shortcut_form */
function optional(given: CodeFields, others: readonly Code[]): Partial<Code> {
  const fields: Partial<Code> = {};
  if ("parentId" in given) fields.parentId = given.parentId || undefined;
  if (given.colour !== undefined && isColour(given.colour)) fields.colour = given.colour.toLowerCase();
  if ("shortcut" in given) fields.shortcut = given.shortcut ? keyOf(given.shortcut, given, others) : undefined;
  if (given.place !== undefined) fields.place = given.place;
  if (given.inVivo) fields.inVivo = true;
  return fields;
}

function keyOf(shortcut: string, given: CodeFields, others: readonly Code[]): string {
  const key = shortcutOf(shortcut);
  if (!key) throw new Problem("code_shortcut_form", "A shortcut is one letter or one digit. Write just one.");
  const taken = others.find((code) => overlaps(code, given) && code.shortcut === key);
  if (!taken) return key;
  const words = `The key ${key} belongs to the code ${taken.name} already. Choose another one.`;
  throw new Problem("code_shortcut", words, { name: key, other: taken.name });
}

/** What a code means, in words, within the limits; passages that are not given stay as they are. */
export function definitionTexts(
  given: Pick<Code, "description" | "include" | "exclude">,
): Pick<Code, "description" | "include" | "exclude"> {
  const { description, include, exclude } = given;
  return {
    description: description.trim().slice(0, DESCRIPTION_LIMIT),
    ...(include && { include: passages(include) }),
    ...(exclude && { exclude: passages(exclude) }),
  };
}

function passages(lines: readonly string[]): string[] {
  const kept = lines.map((line) => line.trim().slice(0, DESCRIPTION_LIMIT)).filter(Boolean);
  return [...new Set(kept)].slice(0, MOST_PASSAGES);
}

/** Deletes a code with its examples. Its parts go to the code it was a part of; passages lose it and are kept. */
export async function deleteCode(db: EarshotDatabase, id: string, now: string): Promise<void> {
  await change(
    db,
    now,
    (gone: { code: Code; count: number } | undefined) =>
      gone && { kind: "code_delete", name: gone.code.name, subjectId: gone.code.subjectId, count: gone.count },
    async (draft) => {
      const code = await db.codes.get(id);
      if (!code) return undefined;
      const coded = await db.annotations.where("codeIds").equals(id).toArray();
      const without = coded.map((one) => ({ ...one, codeIds: one.codeIds.filter((own) => own !== id), updated: now }));
      await draft.bulkPut("annotations", without);
      for (const part of await db.codes.filter(({ parentId }) => parentId === id).toArray())
        await draft.put("codes", { ...part, parentId: code.parentId });
      await draft.delete("codes", id);
      return { code, count: coded.length };
    },
  );
}

/**
 * Keeps a judgement with the words and the vector of its sentence. A "yes" is an annotation of that sentence, too, and goes with it.
 * @param yes `undefined` takes the judgement back
 * @param now ISO 8601
 * @throws Problem when the code or the sentence is gone
 */
export async function judgeSentence(
  db: EarshotDatabase,
  codeId: string,
  sentenceId: string,
  yes: boolean | undefined,
  now: string,
): Promise<void> {
  await change(
    db,
    now,
    (code: Code) => ({ kind: "judge", name: code.name, subjectId: code.subjectId }),
    async (draft) => {
      const [code, sentence] = await Promise.all([db.codes.get(codeId), db.sentences.get(sentenceId)]);
      if (!code) throw new Problem("code_gone", "This code was deleted. Choose another one.");
      if (!sentence)
        throw new Problem("sentence_gone", "This sentence was read anew or deleted. Judge it where it is shown now.");
      const body = (await db.reviews.get(sentence.reviewId))?.body ?? "";
      await codeSentence(db, draft, { codeId, sentence, text: body.slice(sentence.start, sentence.end) }, yes, now);
      const { examples } = (await db.codes.get(codeId)) ?? code;
      const others = examples.filter((example) => !touches(example, sentence));
      const added = yes === undefined ? [] : [exampleOf(sentence, body, yes)];
      await draft.put("codes", { ...code, examples: [...others, ...added], updated: now });
      return code;
    },
  );
}

/** The annotation that stands for a "yes": made, extended, or taken away with it. */
async function codeSentence(
  db: EarshotDatabase,
  draft: ChangeDraft,
  { codeId, sentence, text }: { codeId: string; sentence: Sentence; text: string },
  yes: boolean | undefined,
  now: string,
): Promise<void> {
  const own = (await ownCoder(db)).id;
  const { reviewId, start, end, subjectId } = sentence;
  const place = { reviewId, start, end };
  const near = await db.annotations.where("review.reviewId").equals(reviewId).toArray();
  const mine = near.filter(({ coderId, review }) => coderId === own && review && covers(review, sentence));
  if (!yes)
    return takeCode(
      draft,
      mine.filter(({ review }) => review && covers(sentence, review)),
      codeId,
      now,
    );
  if (mine.some(({ codeIds }) => codeIds.includes(codeId))) return;
  const same = mine.find(({ review }) => review && isSame(review, place));
  const fresh = {
    id: crypto.randomUUID(),
    coderId: own,
    subjectId,
    review: place,
    text,
    note: "",
    tags: [],
    created: now,
  };
  const before = same ?? { ...fresh, codeIds: [] };
  await draft.put("annotations", { ...before, codeIds: [...before.codeIds, codeId], updated: now });
}

/** Passages of about that sentence lose the code; one that says nothing else goes. */
async function takeCode(draft: ChangeDraft, passages: Annotation[], codeId: string, now: string): Promise<void> {
  for (const passage of passages.filter(({ codeIds }) => codeIds.includes(codeId))) {
    const codeIds = passage.codeIds.filter((id) => id !== codeId);
    const bare = codeIds.length === 0 && passage.tags.length === 0 && passage.note === "" && !passage.target;
    if (bare) await draft.delete("annotations", passage.id);
    else await draft.put("annotations", { ...passage, codeIds, updated: now });
  }
}

/** @returns the codes used on a subject, by name; without a subject those that are used everywhere */
export async function codesOf(db: EarshotDatabase, subjectId: string | undefined): Promise<Code[]> {
  const codes = await db.codes.filter((code) => code.subjectId === undefined || code.subjectId === subjectId).toArray();
  return codes.sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
}

/**
 * Forgets what codes keep of a subject: its own codes, and in codes for all subjects the examples taken from its reviews, since they
 * are reviewers' words. Runs inside the transaction that deletes the subject, before its reviews go.
 */
export async function forgetCodesOf(db: EarshotDatabase, subjectId: string): Promise<void> {
  const own = new Set(await db.codes.where("subjectId").equals(subjectId).primaryKeys());
  const coded = db.annotations
    .where("codeIds")
    .anyOf([...own])
    .distinct();
  for (const { id, codeIds } of await coded.toArray())
    await db.annotations.update(id, { codeIds: codeIds.filter((codeId) => !own.has(codeId)) });
  await db.codes.bulkDelete([...own]);
  const gone = new Set(await db.reviews.where("subjectId").equals(subjectId).primaryKeys());
  for (const code of await db.codes.toArray()) {
    const examples = code.examples.filter((example) => !gone.has(example.reviewId));
    if (examples.length < code.examples.length) await db.codes.update(code.id, { examples });
  }
}

/** Whether two codes can stand side by side in the list of one subject. */
export function overlaps(a: Pick<Code, "subjectId">, b: Pick<Code, "subjectId">): boolean {
  return a.subjectId === undefined || b.subjectId === undefined || a.subjectId === b.subjectId;
}
