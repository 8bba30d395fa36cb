/** Loads what we learnt ourselves. What it is and what it was learnt from: MODEL_CARD.md beside this file. */
import { INTENTS } from "../../domain";
import type { Calibration, Dense, Heads } from "../../understand/heads";
import languages from "./means.json";
import calibrated from "./reader.json";
import reviews from "./review.json";

interface Packed {
  scale: number;
  data: string;
}

interface Layer {
  weights: readonly number[];
  bias: number;
}

/** The learnt parts as their files hold them. */
export interface HeadFiles {
  languages: { prior: Packed; means: Record<string, Packed> };
  calibrated: Omit<Calibration, "review">;
  reviews: { confidence: Calibration["review"] } & Record<"stars" | "satisfied" | "recommends", Layer>;
}

/**
 * @returns the shipped heads
 * @throws Error with a sentence when a file does not fit together
 */
export function loadHeads(files: HeadFiles = { languages, calibrated, reviews }): Heads {
  try {
    const heads = unpackHeads(files);
    checkHeads(heads);
    return heads;
  } catch (cause) {
    const what = "A file in lib/models/heads is damaged: what was learnt does not fit together.";
    throw new Error(`${what} Install Earshot again; in a clone, restore the folder or learn it again.`, { cause });
  }
}

function unpackHeads({ languages: packed, calibrated: calibration, reviews: layers }: HeadFiles): Heads {
  const means = Object.entries(packed.means).map(([language, mean]): [string, Float32Array] => [
    language,
    unpack(mean),
  ]);
  return {
    calibration: { ...calibration, review: layers.confidence },
    stars: denseOf(layers.stars),
    satisfied: denseOf(layers.satisfied),
    recommends: denseOf(layers.recommends),
    prior: unpack(packed.prior),
    means: new Map(means),
  };
}

function denseOf({ weights, bias }: Layer): Dense {
  return {
    inputs: weights.length,
    outputs: 1,
    weights: Float32Array.from(weights),
    bias: Float32Array.of(bias),
  };
}

/** 16-bit integers, little endian, in base64, times one scale. */
function unpack({ scale, data }: Packed): Float32Array {
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0));
  return Float32Array.from(new Int16Array(bytes.buffer), (value) => value * scale);
}

function checkHeads({ calibration, stars, satisfied, recommends, prior, means }: Heads): void {
  const layers = [stars, satisfied, recommends];
  const finite = layers.every(
    (layer) => layer.weights.length > 0 && [...layer.weights, ...layer.bias].every(Number.isFinite),
  );
  const together = layers.every((layer) => layer.inputs === stars.inputs);
  const centred = prior.length > 0 && [...means.values()].every((mean) => mean.length === prior.length);
  const warm = [calibration.sentiment, calibration.emotion, calibration.side].every((value) => value > 0);
  const known = INTENTS.every((intent) => Number.isFinite(calibration.intents[intent].from));
  if (!(finite && together && centred && warm && known)) throw new Error("Numbers are missing or of the wrong length.");
}
