/** Reads what a language model wrote as statements that can be checked one by one. Whatever it wrote, plain text comes out. */
import { hasLanguage } from "./answer-language";
import { addressesMachine } from "./hostile";
import { statesForeignNumber } from "./numbers";
import type { Passage } from "./passages";
import { plainText } from "./plain-text";
import type { Prompt } from "./prompt";
import { repeats, shinglesOf } from "./repetition";
import { LONGEST_STATEMENT } from "./schema";
import { readClaims } from "./statement-json";
import { readLines } from "./statement-lines";

/** One sentence of an answer, not yet checked against its passages. */
export interface StatementDraft {
  text: string;
  /** Numbers of the passages it named, those that exist; empty when it named none of them. */
  ids: number[];
}

export interface ReadingOptions {
  prompt: Pick<Prompt, "format" | "instructions" | "marker">;
  passages: readonly Passage[];
  question: string;
  /** The answer's, BCP 47; statements in another one are left out. */
  language: string;
}

/** More is not shown: an answer is a few sentences. */
const MOST = 6;
/** A text longer than any answer is read at its beginning. In UTF-16 units. */
const LONGEST_TEXT = 8_000;

/**
 * @param text what was written, perhaps damaged or cut in the middle
 * @returns at most six statements in their order. Left out: what repeats the orders, the question or itself, is in another language,
 * speaks to or as a machine, or tells a number that its passages do not hold; a sentence cut off in the middle is left out too.
 */
export function readStatements(text: string, options: ReadingOptions): StatementDraft[] {
  const { prompt, passages } = options;
  const written = withoutThoughts(text.slice(0, LONGEST_TEXT));
  const raw = prompt.format === "json" ? (readClaims(written) ?? readLines(written)) : readLines(written);
  const known = new Set(passages.map(({ id }) => id));
  const drafts = raw.map(({ text: said, ids }) => ({
    text: plainText(said),
    ids: [...new Set(ids)].filter((id) => known.has(id)),
  }));
  const kept: StatementDraft[] = [];
  for (const draft of drafts) if (kept.length < MOST && mayStand(draft, kept, options)) kept.push(draft);
  return kept;
}

function mayStand(draft: StatementDraft, kept: readonly StatementDraft[], options: ReadingOptions): boolean {
  const { text, ids } = draft;
  if (!/\p{L}/u.test(text) || text.length > 2 * LONGEST_STATEMENT) return false;
  if (text.includes(options.prompt.marker)) return false;
  if (SPEAKS_AS_MACHINE.test(text) || addressesMachine(text)) return false;
  if (!hasLanguage(text, options.language)) return false;
  const shingles = shinglesOf(text);
  const told = [options.prompt.instructions, options.question, ...kept.map((one) => one.text)];
  if (told.some((one) => repeats(shingles, one))) return false;
  const cited = options.passages.filter(({ id }) => ids.length === 0 || ids.includes(id));
  return !statesForeignNumber(
    text,
    cited.map((passage) => passage.text),
  );
}

/** Talk about the task instead of the thing. */
const SPEAKS_AS_MACHINE =
  /\b(?:as an? (?:AI|language model|assistant|customer service)|language model|AI assistant|I(?:'m| am) (?:sorry|unable)|I cannot (?:help|assist|answer)|sure,? here|here (?:is|are) (?:the|my|an?|some|your) (?:answers?|sentences?|summar\w+|responses?)|(?:the|these|those) (?:passages?|quotes?|reviews?) (?:say|says|said|state|mention|show|do not|don't)|answer the question|in brackets|system prompt|json)\b|作为(?:一个)?(?:AI|人工智能|语言模型)|как (?:ИИ|языковая модель)|als (?:KI|Sprachmodell)/iu;

/** Models that think aloud do so between tags; what they thought is no answer, finished or not. */
function withoutThoughts(text: string): string {
  const closed = text.replace(/<think(?:ing)?>[\s\S]*?<\/think(?:ing)?>/giu, "");
  return closed.replace(/<think(?:ing)?>[\s\S]*$/iu, "").replace(/^[\s\S]*<\/think(?:ing)?>/iu, "");
}
