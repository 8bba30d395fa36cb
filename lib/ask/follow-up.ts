/** Reads a question in the light of those before it: what a person leaves out because both know it is put back. */
import type { Turn } from "../domain";
import { ANOTHER_TOPIC, FOLLOW_UPS, type FollowUpKind, POINTING } from "./follow-up-cues";
import { guessLanguage } from "./language";
import { QUESTION_FRAMES } from "./question-frames";
import { supportedIn } from "./supported";
import { contentWords } from "./words";

export interface FollowUp {
  /** What is searched for: the question itself, or one before it that says what this one is about. Never longer than 500 characters. */
  question: string;
  /**
   * why: the quotes behind what was said; more: what was not said yet; doubt: the same once more, the other side with it; topic:
   * another topic asked as the last one was. Absent: the question stands by itself.
   */
  kind?: FollowUpKind | "topic";
  /** Places of quotes (`${reviewId}:${start}`) shown already; `more` leaves them out. */
  said: ReadonlySet<string>;
}

type Earlier = Pick<Turn, "question" | "answer">;

const LONGEST = 500;
const ASKS_OPENLY =
  /^[^\p{L}]*(?:what|which|how|would|was|welche|wie|würde|que|quel|qu['’]|comment|qué|cuál|cómo|comprar|что|чем|чего|как|купили|会|什么|哪|怎|你们?会|何|どう|どこ)/iu;

/**
 * @param earlier turns of the same talk, oldest first; without any the question stands as it is
 * @returns what to ask the evidence for. A follow-up of a follow-up reaches back to the question that had words of its own.
 */
export function resolveFollowUp(question: string, earlier: readonly Earlier[]): FollowUp {
  const asked = tidy(question);
  const before = [...earlier].reverse().find((turn) => standsAlone(tidy(turn.question)));
  const root = before && tidy(before.question);
  const said = new Set(earlier.flatMap(placesOf));
  if (root === undefined || asked === "") return { question: asked, said };
  const found = FOLLOW_UPS.find(({ pattern }) => pattern.test(asked));
  if (found) return { question: spokenOfLast(earlier, root), kind: found.kind, said };
  const topic = anotherTopic(asked);
  if (topic !== undefined) return { question: topic, kind: "topic", said };
  if (pointsBack(asked)) return { question: `${asked} ${root}`.slice(0, LONGEST), kind: "topic", said };
  return { question: asked, said };
}

/** "And the lid?" after "Is it loud?", then "why?": the lid is what is asked about, not the noise. */
function spokenOfLast(earlier: readonly Earlier[], root: string): string {
  for (const turn of [...earlier].reverse()) {
    const text = tidy(turn.question);
    if (FOLLOW_UPS.some(({ pattern }) => pattern.test(text))) continue;
    const topic = anotherTopic(text);
    if (topic !== undefined) return topic;
    if (standsAlone(text)) return text;
  }
  return root;
}

function standsAlone(text: string): boolean {
  return text !== "" && !FOLLOW_UPS.some(({ pattern }) => pattern.test(text));
}

function anotherTopic(text: string): string | undefined {
  const found = ANOTHER_TOPIC.flatMap((pattern) => pattern.exec(text)?.[1]?.trim() ?? [])[0];
  return found && hasContent(found) ? found : undefined;
}

/**
 * "Do you like it?": words of its own are missing, a word that points back is there. "What do you like about it?" and "would you buy it
 * again?" ask openly, for everything there is about the product, whatever was spoken of before.
 */
function pointsBack(text: string): boolean {
  const general = ASKS_OPENLY.test(text) && QUESTION_FRAMES.some(({ pattern }) => pattern.test(text));
  return !general && !hasContent(text) && POINTING.test(text) && text.length < 60;
}

function hasContent(text: string): boolean {
  return contentWords(text, guessLanguage(text)).length > 0;
}

function placesOf({ answer }: Earlier): string[] {
  const quotes = [...(answer?.claims ?? []), ...(answer ? supportedIn(answer) : [])].flatMap((part) => part.quotes);
  return quotes.map(({ reviewId, start }) => `${reviewId}:${start}`);
}

function tidy(question: string): string {
  return question.normalize("NFC").replace(/\s+/gu, " ").trim().slice(0, LONGEST);
}
