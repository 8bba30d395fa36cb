/** Questions: one vector of the question, then retrieval and checking over what is stored. */
import { answerFromEvidence } from "../../lib/ask/interview";
import { searchByMeaning } from "../../lib/ask/retrieve";
import { verifyAnswer } from "../../lib/ask/verify";
import type { Answer } from "../../lib/domain";
import type { EarshotDatabase } from "../../lib/store/db";
import { saveTurn } from "../../lib/store/write";

/** Longer questions are cut: the encoder reads 512 tokens, and a person does not ask more. */
const QUESTION_LIMIT = 1_000;
/** More sentences than anyone scrolls through. */
const RESULTS_LIMIT = 500;

type Encode = (texts: readonly string[]) => Promise<Float32Array[]>;

/** @throws Error in a sentence when the persona is gone or the question is empty */
export async function ask(
  db: EarshotDatabase,
  encode: Encode,
  personaId: string,
  asked: string,
): Promise<{ conversationId: string; answer: Answer }> {
  const question = asked.trim().slice(0, QUESTION_LIMIT);
  if (!question) throw new Error("There is no question. Write one first.");
  const persona = await db.personas.get(personaId);
  if (!persona) throw new Error("This persona was made anew from more reviews. Choose one again.");
  const [vectors, evidence] = await Promise.all([encode([question]), readEvidence(db, persona.subjectId)]);
  const questionVector = vectors[0] ?? new Float32Array();
  const answer = verifyAnswer(answerFromEvidence({ question, questionVector, persona, ...evidence }), evidence.reviews);
  const conversation = await saveTurn(db, persona, answer, new Date().toISOString());
  return { conversationId: conversation.id, answer };
}

/** Sentences of a subject nearest to a query in meaning and words, best first. */
export async function search(db: EarshotDatabase, encode: Encode, subjectId: string, wanted: string) {
  const text = wanted.trim().slice(0, QUESTION_LIMIT);
  if (!text) return [];
  const [vectors, { sentences, reviews }] = await Promise.all([encode([text]), readEvidence(db, subjectId)]);
  const query = { queryVector: vectors[0] ?? new Float32Array(), queryText: text, limit: RESULTS_LIMIT };
  return searchByMeaning({ ...query, sentences, reviews }).map(({ sentence, score }) => {
    const { reviewId, start, end } = sentence;
    return { reviewId, start, end, score };
  });
}

async function readEvidence(db: EarshotDatabase, subjectId: string) {
  const [reviews, sentences, themes] = await Promise.all([
    db.reviews.where("subjectId").equals(subjectId).toArray(),
    db.sentences.where("subjectId").equals(subjectId).toArray(),
    db.themes.where("subjectId").equals(subjectId).toArray(),
  ]);
  return { subjectId, reviews, sentences, themes };
}
