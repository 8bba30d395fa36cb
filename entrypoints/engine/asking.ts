/** Questions: one vector of the question, then retrieval and checking over what is stored. */
import { indexEvidence } from "../../lib/ask/evidence-index";
import { answerFromEvidence } from "../../lib/ask/interview";
import { searchByMeaning } from "../../lib/ask/retrieve";
import { verifyAnswer } from "../../lib/ask/verify";
import { Problem } from "../../lib/domain";
import type { AskReceipt } from "../../lib/protocol";
import type { EarshotDatabase } from "../../lib/store/db";
import { saveTurn } from "../../lib/store/write";

/** Longer questions are cut: the encoder reads 512 tokens, and a person does not ask more. */
const QUESTION_LIMIT = 1_000;
/** More sentences than anyone scrolls through. */
const RESULTS_LIMIT = 500;

type Encode = (texts: readonly string[]) => Promise<Float32Array[]>;

/** @throws Problem when the persona is gone or the question is empty */
export async function ask(db: EarshotDatabase, encode: Encode, personaId: string, asked: string): Promise<AskReceipt> {
  const question = asked.trim().slice(0, QUESTION_LIMIT);
  if (!question) throw new Problem("question_missing", "There is no question. Write one first.");
  const persona = await db.personas.get(personaId);
  if (!persona) throw new Problem("persona_gone", "This persona was made anew from more reviews. Choose one again.");
  const [vectors, evidence] = await Promise.all([encode([question]), readEvidence(db, persona.subjectId)]);
  const questionVector = vectors[0] ?? new Float32Array();
  const drafted = answerFromEvidence({ question, questionVector, persona, ...evidence });
  const answer = verifyAnswer(drafted, evidence.reviews);
  const conversation = await saveTurn(db, persona, answer, new Date().toISOString());
  return { conversationId: conversation.id, turnId: conversation.turns.at(-1)?.id ?? "", answer };
}

/** Sentences of a subject nearest to a query in meaning and words, best first. */
export async function search(db: EarshotDatabase, encode: Encode, subjectId: string, wanted: string) {
  const text = wanted.trim().slice(0, QUESTION_LIMIT);
  if (!text) return [];
  const [vectors, evidence] = await Promise.all([encode([text]), readEvidence(db, subjectId)]);
  const query = { queryVector: vectors[0] ?? new Float32Array(), queryText: text, limit: RESULTS_LIMIT };
  return searchByMeaning({ ...query, ...evidence }).map(({ sentence, score }) => {
    const { reviewId, start, end } = sentence;
    return { reviewId, start, end, score };
  });
}

type Evidence = Awaited<ReturnType<typeof loadEvidence>>;

/** The subject asked about last: an interview asks many questions of the same evidence. */
let latest: { mark: string; evidence: Promise<Evidence> } | undefined;

async function readEvidence(db: EarshotDatabase, subjectId: string): Promise<Evidence> {
  const subject = await db.subjects.get(subjectId);
  const sentences = await db.sentences.where("subjectId").equals(subjectId).count();
  const mark = `${subjectId} ${subject?.settled} ${subject?.themed} ${sentences}`;
  if (latest?.mark !== mark) {
    latest = { mark, evidence: loadEvidence(db, subjectId, subject?.name) };
    latest.evidence.catch(() => {
      latest = undefined; // a failed read must not be remembered
    });
  }
  return latest.evidence;
}

async function loadEvidence(db: EarshotDatabase, subjectId: string, productName: string | undefined) {
  const [reviews, sentences, themes] = await Promise.all([
    db.reviews.where("subjectId").equals(subjectId).toArray(),
    db.sentences.where("subjectId").equals(subjectId).toArray(),
    db.themes.where("subjectId").equals(subjectId).toArray(),
  ]);
  return { subjectId, productName, reviews, sentences, themes, index: indexEvidence(reviews, sentences) };
}
