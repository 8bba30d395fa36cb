/** The researcher's own codes and what was judged for them. Only the engine writes; each function is one transaction. */
import { type Code, type CodeExample, Problem, type Sentence } from "../domain";
import type { EarshotDatabase } from "./db";

/** Longer ones are cut: a name is read at a glance, and the encoder reads 512 tokens of a description. */
const NAME_LIMIT = 120;
const DESCRIPTION_LIMIT = 2_000;

/**
 * Keeps a code, or the new name and description of one; its examples stay.
 * @param now ISO 8601
 * @throws Problem when it has no name, or another code of the same reach has it
 */
export async function saveCode(
  db: EarshotDatabase,
  given: Pick<Code, "id" | "subjectId" | "name" | "description">,
  now: string,
): Promise<void> {
  const name = given.name.replace(/\s+/gu, " ").trim().slice(0, NAME_LIMIT);
  if (!name) throw new Problem("code_name_missing", "A code needs a name. Write one first.");
  await db.transaction("rw", db.codes, async () => {
    const same = await db.codes.filter((code) => code.id !== given.id && overlaps(code, given)).toArray();
    if (same.some((code) => code.name.toLocaleLowerCase() === name.toLocaleLowerCase()))
      throw new Problem("code_name_taken", `There is a code "${name}" already. Choose another name, or use that one.`, {
        name,
      });
    const earlier = await db.codes.get(given.id);
    const kept = earlier ?? { id: given.id, examples: [], created: now };
    const description = given.description.trim().slice(0, DESCRIPTION_LIMIT);
    const code: Code = { ...kept, name, description, updated: now };
    if (given.subjectId === undefined) delete code.subjectId;
    else code.subjectId = given.subjectId;
    await db.codes.put(code);
  });
}

/** Deletes a code with its examples. */
export async function deleteCode(db: EarshotDatabase, id: string): Promise<void> {
  await db.codes.delete(id);
}

/**
 * Keeps a judgement with the words and the vector of its sentence, so that the code survives when sentences are made anew.
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
  await db.transaction("rw", db.codes, db.sentences, db.reviews, async () => {
    const [code, sentence] = await Promise.all([db.codes.get(codeId), db.sentences.get(sentenceId)]);
    if (!code) throw new Problem("code_gone", "This code was deleted. Choose another one.");
    if (!sentence)
      throw new Problem("sentence_gone", "This sentence was read anew or deleted. Judge it where it is shown now.");
    const others = code.examples.filter((example) => !isAbout(example, sentence));
    const body = (await db.reviews.get(sentence.reviewId))?.body ?? "";
    const added = yes === undefined ? [] : [exampleOf(sentence, body, yes)];
    await db.codes.update(codeId, { examples: [...others, ...added], updated: now });
  });
}

/** @returns the codes used on a subject, by name */
export async function codesOf(db: EarshotDatabase, subjectId: string): Promise<Code[]> {
  const codes = await db.codes.filter((code) => overlaps(code, { subjectId })).toArray();
  return codes.sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
}

/**
 * Forgets what codes keep of a subject: its own codes, and in codes for all subjects the examples taken from its reviews, since they
 * are reviewers' words. Runs inside the transaction that deletes the subject, before its reviews go.
 */
export async function forgetCodesOf(db: EarshotDatabase, subjectId: string): Promise<void> {
  await db.codes.where("subjectId").equals(subjectId).delete();
  const gone = new Set(await db.reviews.where("subjectId").equals(subjectId).primaryKeys());
  for (const code of await db.codes.toArray()) {
    const examples = code.examples.filter((example) => !gone.has(example.reviewId));
    if (examples.length < code.examples.length) await db.codes.update(code.id, { examples });
  }
}

/** Whether two codes can stand side by side in the list of one subject. */
function overlaps(a: Pick<Code, "subjectId">, b: Pick<Code, "subjectId">): boolean {
  return a.subjectId === undefined || b.subjectId === undefined || a.subjectId === b.subjectId;
}

function isAbout(example: CodeExample, { reviewId, start, end }: Sentence): boolean {
  return example.reviewId === reviewId && example.start < end && start < example.end;
}

function exampleOf(sentence: Sentence, body: string, yes: boolean): CodeExample {
  const { reviewId, start, end, vector, language } = sentence;
  return { reviewId, start, end, text: body.slice(start, end), vector, language, yes };
}
