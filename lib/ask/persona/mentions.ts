/** What single sentences say of use, leaving, wishes and price: what understanding marked first, words where it marked nothing. */
import type { AspectMention, Intent, Polarity, Sentence } from "../../domain";
import type { ReadReview } from "../material";
import { VERDICTS } from "../topics";
import { contentWords, stemOf } from "../words";
import { type Goal, goalsIn } from "./goals";
import { LEAVING_ACTS, UNUSABLE, WORTH } from "./part-cues";
import type { SaidPart } from "./survey";
import { WISH } from "./wish-cues";

/** A sentence that belongs on a part of the card, under one of the things it is about. */
export interface Mention {
  part: SaidPart;
  /** Names what it is about, the same over readings. */
  key: string;
  /** The same in the reviewer's words. */
  label: string;
  /** How good a heading it is: a theme before a judged thing, that before a word, that before the cue itself. */
  rank: number;
  /** On price: which way. */
  polarity?: Polarity;
  sentence: Sentence;
}

/** Marks below this chance are left alone; marks by rule have none and are taken. */
const SURE = 0.5;
/** A sentence this short may be its own heading, in UTF-16 units. */
const SHORT = 60;
const RANK = { theme: 3, term: 2.5, word: 2, cue: 1, said: 0 };

/**
 * @param review the one the sentence stands in
 * @param theme label of the theme it belongs to, where that is about a single matter
 * @param spoken situations and needs it tells
 * @returns none for most sentences; the same part several times when it could be headed in several ways
 */
export function mentionsIn(
  sentence: Sentence,
  review: ReadReview,
  theme: string | undefined,
  spoken: readonly Goal[],
): Mention[] {
  const text = review.body.slice(sentence.start, sentence.end);
  const headed = (part: SaidPart, cue: RegExpExecArray | null) => headings(sentence, text, theme, part, cue);
  const goals = goalsIn(sentence, text, spoken).map((goal) => ({
    part: "goals" as const,
    rank: RANK.theme,
    sentence,
    ...goal,
  }));
  const motive = goals.length === 0 && says(sentence, "motive") ? headed("goals", null) : [];
  const leaving = leavingCue(sentence, text);
  const wish = WISH.exec(text);
  return [
    ...goals,
    ...motive,
    ...(leaving.found ? headed("dealbreakers", leaving.cue) : []),
    ...(wish || says(sentence, "request") ? headed("wishes", wish) : []),
    ...priceIn(sentence, text),
  ];
}

function says({ intents = [] }: Sentence, intent: Intent): boolean {
  return intents.some((mark) => mark.intent === intent && (mark.confidence ?? 1) >= SURE);
}

/** Praise that happens to hold such words ("never had to return it") is no reason to leave. */
function leavingCue(sentence: Sentence, text: string): { found: boolean; cue: RegExpExecArray | null } {
  const cue = LEAVING_ACTS.exec(text) ?? UNUSABLE.exec(text);
  const marked = says(sentence, "return") || says(sentence, "churn");
  return { found: (marked || cue !== null) && sentence.sentiment.label !== "positive", cue };
}

/** Price lines are kept by side: what they find worth it, too dear, and what they only mention. */
function priceIn(sentence: Sentence, text: string): Mention[] {
  const cue = WORTH.exec(text);
  const judged = (sentence.aspects ?? []).filter(({ category }) => category === "price");
  if (judged.length > 0) {
    return judged.flatMap((aspect) => {
      const words = wordsOf(aspect, sentence, text);
      const label = contentWords(words).length > 0 ? words : cue?.[0]; // a mark on "at" or "not" names nothing
      return label ? [priceMention(sentence, aspect, label)] : [];
    });
  }
  return cue ? [priceMention(sentence, sentence, cue[0])] : [];
}

function priceMention(sentence: Sentence, { sentiment }: Pick<AspectMention, "sentiment">, words: string): Mention {
  const polarity = sentiment.label === "mixed" ? "neutral" : sentiment.label;
  return { part: "price", key: polarity, label: tidy(words), rank: RANK.theme, polarity, sentence };
}

function wordsOf({ term, start, end }: AspectMention, sentence: Sentence, text: string): string {
  return term ?? text.slice(Math.max(0, start - sentence.start), Math.max(0, end - sentence.start));
}

/** Everything a sentence may be filed under; what most people share is chosen when all are known. */
function headings(
  sentence: Sentence,
  text: string,
  theme: string | undefined,
  part: SaidPart,
  cue: RegExpExecArray | null,
): Mention[] {
  const at = (key: string, label: string, rank: number): Mention => ({ part, key, label: tidy(label), rank, sentence });
  const terms = (sentence.aspects ?? []).flatMap(({ term, whole }) => (term && !whole ? [term] : []));
  const rest = cue ? `${text.slice(0, cue.index)} ${text.slice(cue.index + cue[0].length)}` : text;
  const words = contentWords(rest, sentence.language).filter(({ stem }) => !VERDICTS.has(stem));
  const named = [
    ...(theme && sentence.themeId ? [at(`theme:${sentence.themeId}`, theme, RANK.theme)] : []),
    ...terms.map((term) => at(`term:${stemsOf(term)}`, term, RANK.term)),
    ...unique(words).map(({ stem, surface }) => at(`word:${stem}`, surface, RANK.word)),
    ...(cue ? [at(`cue:${stemsOf(cue[0])}`, cue[0], RANK.cue)] : []),
  ];
  const said = text.trim();
  return named.length > 0 || said.length > SHORT ? named : [at(`said:${stemsOf(said)}`, said, RANK.said)];
}

function unique<T extends { stem: string }>(words: readonly T[]): T[] {
  return [...new Map(words.map((word) => [word.stem, word])).values()];
}

function stemsOf(phrase: string): string {
  const words = contentWords(phrase);
  return words.length > 0 ? words.map(({ stem }) => stem).join(" ") : stemOf(phrase.toLowerCase());
}

function tidy(label: string): string {
  return label.replace(/\s+/gu, " ").trim().toLowerCase();
}
