/** What a sentence does (praises, reports a problem, asks …) and which emotion it shows, from the reader's outputs. */
import { EMOTIONS, type EmotionMark, INTENTS, type IntentMark } from "../domain";
import type { TextReading } from "../models/model";
import type { Calibration } from "./heads";
import { part, SENTENCE, sigmoid, softmax } from "./reading";

/** @returns the intents whose chance passes their threshold, likeliest first */
export function intentsOf({ sentence }: Pick<TextReading, "sentence">, calibration: Calibration): IntentMark[] {
  const logits = part(sentence, SENTENCE.intents);
  return INTENTS.flatMap((intent, i) => {
    const { slope, offset, from } = calibration.intents[intent];
    const confidence = sigmoid((logits[i] ?? 0) * slope + offset);
    return confidence >= from ? [{ intent, confidence }] : [];
  }).sort((a, b) => b.confidence - a.confidence);
}

/** @returns the likeliest emotion with its chance; undefined when that is none */
export function emotionOf(
  { sentence }: Pick<TextReading, "sentence">,
  { emotion }: Pick<Calibration, "emotion">,
): EmotionMark | undefined {
  const chances = softmax(part(sentence, SENTENCE.emotions), emotion);
  const best = chances.indexOf(Math.max(...chances));
  const name = EMOTIONS[best] ?? "neutral";
  return name === "neutral" ? undefined : { emotion: name, confidence: chances[best] ?? 0 };
}
