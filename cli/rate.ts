/** `earshot rate --scale FILE|NAME TEXTS`: where free texts stand on a scale, by semantic similarity rating. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { isScaleName } from "../lib/ask/ssr/anchors";
import { checkAnchors, isFlat } from "../lib/ask/ssr/check";
import { rateText } from "../lib/ask/ssr/rated";
import { meanScore } from "../lib/ask/ssr/rating";
import { anchorsFor, builtInScales, readScale } from "../lib/ask/ssr/scales";
import { type RatingSettings, SCALE_NAMES, type Scale } from "../lib/domain";
import { loadHeads } from "../lib/models/heads";
import type { Encoder } from "../lib/models/model";
import { createNodeEncoder } from "../lib/models/node-encoder";
import { sentenceSentiment } from "../lib/understand/sentiment";
import type { Command, ExitCode, Io } from "./command";
import { sentence } from "./understand";

/** Texts given to the encoder at once, so that results come as they are made. */
const BATCH = 64;

export const command: Command = {
  summary: "Says where free texts stand on a scale of five points, by how near they are to statements for each point.",
  usage: `Usage: earshot rate --scale NAME|FILE TEXTS [--language en|zh|ru] [--method plain|combined]
                    [--epsilon E] [--temperature T]

TEXTS             a file with one text a line, or - for standard input; empty lines are left out
--scale NAME      ${SCALE_NAMES.slice(0, 4).join(", ")},
                  ${SCALE_NAMES.slice(4).join(", ")} (uniqueness tells products apart badly)
--scale FILE      statements of your own as JSON: {"sets":[["…","…","…","…","…"], …]}, five a set, from the least to the most,
                  or a whole scale: {"name","anchors":[{"language","sets"}]}; what is wrong with them is said first
--language        language of the statements; English without it
--method          plain without it; combined heeds on satisfaction and recommend also how the reader network feels the text
--epsilon E       added at the least similar point, 0 or more; 0 without it
--temperature T   below 1 sharpens, above 1 flattens, 0 leaves the likeliest point alone; 1 without it

Prints one line of JSON for each text: {"text","pmf":[five shares, points 1 to 5],"mean"}. The method is Semantic Similarity Rating
(arXiv 2510.08338) in its plain form. It orders texts better than it places them: shares lie close together, and means lie nearer
to the middle than people's own ratings do.

Example: earshot rate --scale satisfaction answers.txt`,
  run,
};

interface Wanted {
  scale: Scale;
  language: string;
  texts: string[];
  settings: RatingSettings;
}

async function run(args: string[], io: Io): Promise<ExitCode> {
  let wanted: Wanted;
  try {
    wanted = readRateArgs(args);
  } catch (error) {
    io.stderr(`earshot rate: ${sentence(error)} See "earshot rate --help".`);
    return 2;
  }
  const encoder = await createNodeEncoder();
  try {
    await rateAll(encoder, wanted, io);
    return 0;
  } finally {
    await encoder.dispose();
  }
}

async function rateAll(encoder: Encoder, { scale, language, texts, settings }: Wanted, io: Io): Promise<void> {
  const sets = anchorsFor(scale, language);
  const anchors = await readSets(encoder, sets);
  for (const warning of warningsOf(scale, language, anchors.flat())) io.stderr(`earshot rate: ${warning}`);
  const vectors = anchors.map((set) => set.map(({ vector }) => vector));
  for (let from = 0; from < texts.length; from += BATCH) {
    const batch = texts.slice(from, from + BATCH);
    for (const { words, vector, score } of await readTexts(encoder, batch)) {
      const pmf = rateText({ vector, language, score }, vectors, settings, { scale: scale.basedOn ?? scale.id });
      io.stdout(JSON.stringify({ text: words, pmf, mean: meanScore(pmf) }));
    }
  }
}

interface ReadText {
  words: string;
  vector: Float32Array;
  /** −1..1. */
  score: number;
}

function readSets(encoder: Encoder, sets: readonly (readonly string[])[]): Promise<ReadText[][]> {
  return Promise.all(sets.map((set) => readTexts(encoder, set)));
}

async function readTexts(encoder: Encoder, texts: readonly string[]): Promise<ReadText[]> {
  const { calibration } = loadHeads();
  const readings = await encoder.read(texts);
  return readings.map((reading, i) => ({
    words: texts[i] ?? "",
    vector: reading.vector,
    score: sentenceSentiment(reading, calibration).score,
  }));
}

/** What is wrong with statements does not stop anybody who wants them so, but it is said. Ours were looked at before. */
function warningsOf(scale: Scale, language: string, read: readonly ReadText[]): string[] {
  if (isScaleName(scale.id)) return [];
  const vectors = new Map(read.map(({ words, vector }) => [words, vector]));
  const scores = new Map(read.map(({ words, score }) => [words, score]));
  const check = checkAnchors(scale, language, vectors, scores);
  const { verdict } = check;
  if (isFlat(check))
    return ["some of these statements can hardly be told apart, so texts are rated alike. Vary their words."];
  if (verdict === "reversed")
    return ["these statements seem to run from the most to the least. Point 1 is the least: turn them round."];
  if (verdict === "bad")
    return ["these statements are not in order, or their wordings contradict each other. Do not rely on the points."];
  return [];
}

/** @throws Error in a sentence about what was given */
function readRateArgs(args: string[]): Wanted {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      scale: { type: "string" },
      language: { type: "string" },
      method: { type: "string" },
      epsilon: { type: "string" },
      temperature: { type: "string" },
    },
  });
  if (!values.scale) throw new Error("Say on which scale, with --scale.");
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new Error("Give one file of texts, or - for standard input.");
  const settings: RatingSettings = {
    method: methodOf(values.method),
    centred: false,
    epsilon: amount("epsilon", values.epsilon ?? "0"),
    temperature: amount("temperature", values.temperature ?? "1"),
    calibrated: false,
  };
  const scale = scaleOf(values.scale);
  const language = values.language ?? scale.anchors[0]?.language ?? "en";
  anchorsFor(scale, language); // said now, before anything is loaded
  return { scale, language, texts: linesOf(file), settings };
}

function methodOf(given = "plain"): RatingSettings["method"] {
  if (given !== "plain" && given !== "combined") throw new Error(`--method is "${given}"; give plain or combined.`);
  return given;
}

function amount(name: string, given: string): number {
  const value = given.trim() ? Number(given) : Number.NaN;
  if (!Number.isFinite(value) || value < 0) throw new Error(`--${name} is "${given}"; give a number from 0 up.`);
  return value;
}

function scaleOf(given: string): Scale {
  const own = builtInScales().find(({ id }) => id === given);
  if (own) return own;
  let content: string;
  try {
    content = readFileSync(given, "utf8");
  } catch {
    throw new Error(`"${given}" is no file that can be read and no scale; scales are: ${SCALE_NAMES.join(", ")}.`);
  }
  return readScale(parsed(content, given));
}

function parsed(content: string, file: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    throw new Error(`${file} is no JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function linesOf(file: string): string[] {
  const texts = contentOf(file)
    .split(/\r?\n/)
    .map((line) => line.replace(/^\uFEFF/, "").trim())
    .filter((line) => line !== "");
  if (texts.length === 0) throw new Error(`${file === "-" ? "Standard input" : file} holds no text.`);
  return texts;
}

function contentOf(file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch {
    throw new Error(`"${file}" cannot be read. Give a file of texts, one a line, or - for standard input.`);
  }
}
