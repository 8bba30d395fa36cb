/** Intents and emotions against what people marked: per label, beside always saying the most frequent. */
import { EMOTIONS, INTENTS, type Sentence } from "../../lib/domain";
import { macroF1 } from "../train/scores";
import type { MarkedText } from "./aspect-sets";

export interface LabelScore {
  marked: number;
  precision: number;
  recall: number;
  f1: number;
}

/** @param sentences what was understood of each text: its first sentence */
export function scoreIntents(
  texts: readonly MarkedText[],
  sentences: readonly (Sentence | undefined)[],
): Record<string, LabelScore> {
  return Object.fromEntries(
    INTENTS.map((intent): [string, LabelScore] => {
      const truth = texts.map(({ intents = [] }) => intents.includes(intent));
      const guess = sentences.map((sentence) => sentence?.intents?.some((mark) => mark.intent === intent) ?? false);
      return [intent, labelScore(truth, guess)];
    }),
  );
}

export interface EmotionScores {
  accuracy: number;
  macroF1: number;
  /** Accuracy of always saying the most frequent one. */
  mostFrequent: number;
}

export function scoreEmotions(
  texts: readonly MarkedText[],
  sentences: readonly (Sentence | undefined)[],
): EmotionScores {
  const judged = texts.map(({ emotion = "neutral" }, i) => ({
    truth: EMOTIONS.indexOf(emotion),
    guess: EMOTIONS.indexOf(sentences[i]?.emotion?.emotion ?? "neutral"),
  }));
  const counts = EMOTIONS.map((_, i) => judged.filter(({ truth }) => truth === i).length);
  return {
    accuracy: judged.filter(({ truth, guess }) => truth === guess).length / Math.max(1, judged.length),
    macroF1: macroF1(
      judged,
      EMOTIONS.map((_, i) => i),
    ),
    mostFrequent: Math.max(...counts) / Math.max(1, judged.length),
  };
}

export function labelScore(truth: readonly boolean[], guess: readonly boolean[]): LabelScore {
  const right = truth.filter((value, i) => value && guess[i]).length;
  const [marked, said] = [truth.filter(Boolean).length, guess.filter(Boolean).length];
  const [precision, recall] = [right / Math.max(1, said), right / Math.max(1, marked)];
  return { marked, precision, recall, f1: (2 * right) / Math.max(1, marked + said) };
}
