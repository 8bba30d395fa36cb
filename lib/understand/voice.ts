/** What one sentence or title contributes to its review. */
import type { TextReading } from "../models/model";
import type { Calibration } from "./heads";
import { intentsOf } from "./intents";
import { sentenceSentiment, type Voice } from "./sentiment";

/** @param text what was read, for its length */
export function voiceOf(reading: TextReading, text: string, calibration: Calibration): Voice {
  return {
    sentiment: sentenceSentiment(reading, calibration),
    intents: intentsOf(reading, calibration),
    length: text.length,
  };
}
