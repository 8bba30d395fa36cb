/** Reads a question: what kind of answer is wanted, and whether it names a topic. */
import type { Asked } from "../domain";
import { type EvidenceIndex, wordWeight } from "./evidence-index";
import { guessLanguage } from "./language";
import { QUESTION_FRAMES } from "./question-frames";
import { contentWords } from "./words";

/** A question longer than this is a document; its beginning decides. In UTF-16 units. */
export const LONGEST_QUESTION = 500;
/** A word that more than about a third of all reviewers use ("dress", "phone") names the product, not a topic. */
const TOPIC_WEIGHT = 0.18;

/** "this kettle", "diese Jacke", "这款": what is pointed at is the product, not a topic. */
const POINTED_AT =
  /(?<!\p{L})(?:this|these|the product|das produkt|diese[rsmn]?|cet|cette|ces|est[ea]s?|эт(?:от|а|о|и|ого|ой|ом|их|ому|им|у))\s+\p{L}+|[这這那](?:[款个個台件部条双只瓶本家]\p{L}{0,2}|些)|こ(?:れ|の\p{L}{1,6}?(?=は|に|を|が|の|$))/giu;

/** What a question is framed with, wherever it stands, each to the end of its word: "дума" takes "думаете" along. */
const ALPHABETIC = "[\\p{Script=Latin}\\p{Script=Cyrillic}]*";
const FRAME_WORDS = QUESTION_FRAMES.filter(({ asked }) => asked !== "self").map(
  ({ pattern }) => new RegExp(`${ALPHABETIC}(?:${pattern.source})${ALPHABETIC}`, "giu"),
);

export interface ReadQuestion {
  asked: Asked;
  /** Trimmed, spaces joined, cut to `LONGEST_QUESTION`. */
  text: string;
  language: string;
  /** The question leans to one side ("what is wrong with…"), so that side comes first. */
  leaning?: "positive" | "negative";
}

/**
 * @param index of the subject: its frequent words name the product and are no topic
 * @param productName words of it are no topic either
 */
export function readQuestion(question: string, index: EvidenceIndex, productName = ""): ReadQuestion {
  const text = question.normalize("NFC").replace(/\s+/gu, " ").trim().slice(0, LONGEST_QUESTION);
  const language = guessLanguage(text);
  if (!/\p{L}/u.test(text)) return { asked: "nothing", text, language };
  const frame = QUESTION_FRAMES.find(({ pattern }) => pattern.test(text));
  if (frame?.asked === "self") return { asked: "self", text, language };
  const leaning = leaningOf(frame?.asked);
  const asked = !frame || namesTopic(text, language, index, productName) ? "topic" : frame.asked;
  return { asked, text, language, ...(leaning ? { leaning } : {}) };
}

/** "What do you think of the battery?" does; "what do you think of this phone?" does not, among reviews of a phone. */
function namesTopic(text: string, language: string, index: EvidenceIndex, productName: string): boolean {
  const product = new Set(contentWords(productName).map((word) => word.stem));
  const rest = FRAME_WORDS.reduce((left, frame) => left.replace(frame, " "), text.replace(POINTED_AT, " "));
  return contentWords(rest, language).some(({ stem }) => {
    if (product.has(stem)) return false;
    return !index.frequency.has(stem) || index.reviews < 5 || wordWeight(index, stem) > TOPIC_WEIGHT;
  });
}

function leaningOf(asked: Asked | undefined): "positive" | "negative" | undefined {
  if (asked === "likes") return "positive";
  return asked === "dislikes" || asked === "wishes" ? "negative" : undefined;
}
