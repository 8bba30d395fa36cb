/** `earshot rate --scale FILE|NAME TEXTS`: where free texts stand on a scale, by semantic similarity rating. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import {
  ANCHOR_LANGUAGES,
  type AnchorLanguage,
  type AnchorSet,
  builtInAnchors,
  isScaleName,
  readAnchorSets,
} from "../lib/ask/ssr/anchors";
import { meanScore, type RatingOptions, rate } from "../lib/ask/ssr/rating";
import { SCALE_NAMES } from "../lib/domain";
import type { Encoder } from "../lib/models/model";
import { createNodeEncoder } from "../lib/models/node-encoder";
import type { Command, ExitCode, Io } from "./command";
import { sentence } from "./understand";

/** Texts given to the encoder at once, so that results come as they are made. */
const BATCH = 64;

export const command: Command = {
  summary: "Says where free texts stand on a scale of five points, by how near they are to statements for each point.",
  usage: `Usage: earshot rate --scale NAME|FILE TEXTS [--language en|zh|ru] [--epsilon E] [--temperature T]

TEXTS             a file with one text a line, or - for standard input; empty lines are left out
--scale NAME      ${SCALE_NAMES.slice(0, 4).join(", ")},
                  ${SCALE_NAMES.slice(4).join(", ")} (uniqueness tells products apart badly)
--scale FILE      statements of your own as JSON: {"sets":[["…","…","…","…","…"], …]}, five a set, from the least to the most
--language        language of the built-in statements; English without it
--epsilon E       added at the least similar point, 0 or more; 0 without it
--temperature T   below 1 sharpens, above 1 flattens, 0 leaves the likeliest point alone; 1 without it

Prints one line of JSON for each text: {"text","pmf":[five shares, points 1 to 5],"mean"}. The method is Semantic Similarity Rating
(arXiv 2510.08338) in its plain form. It orders texts better than it places them: shares lie close together, and means lie nearer
to the middle than people's own ratings do.

Example: earshot rate --scale satisfaction answers.txt`,
  run,
};

interface Wanted {
  sets: readonly AnchorSet[];
  texts: string[];
  options: RatingOptions;
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

async function rateAll(encoder: Encoder, { sets, texts, options }: Wanted, io: Io): Promise<void> {
  const anchors = await Promise.all(sets.map((set) => encoder.encode([...set])));
  for (let from = 0; from < texts.length; from += BATCH) {
    const batch = texts.slice(from, from + BATCH);
    const vectors = await encoder.encode(batch);
    for (const [i, vector] of vectors.entries()) {
      const pmf = rate(vector, anchors, options);
      io.stdout(JSON.stringify({ text: batch[i], pmf, mean: meanScore(pmf) }));
    }
  }
}

/** @throws Error in a sentence about what was given */
function readRateArgs(args: string[]): Wanted {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      scale: { type: "string" },
      language: { type: "string" },
      epsilon: { type: "string" },
      temperature: { type: "string" },
    },
  });
  if (!values.scale) throw new Error("Say on which scale, with --scale.");
  const [file, ...more] = positionals;
  if (!file || more.length > 0) throw new Error("Give one file of texts, or - for standard input.");
  const options = {
    epsilon: amount("epsilon", values.epsilon ?? "0"),
    temperature: amount("temperature", values.temperature ?? "1"),
  };
  return { sets: anchorsOf(values.scale, values.language), texts: readTexts(file), options };
}

function amount(name: string, given: string): number {
  const value = given.trim() ? Number(given) : Number.NaN;
  if (!Number.isFinite(value) || value < 0) throw new Error(`--${name} is "${given}"; give a number from 0 up.`);
  return value;
}

function anchorsOf(scale: string, language: string | undefined): readonly AnchorSet[] {
  if (isScaleName(scale)) return builtInAnchors(scale, languageOf(language));
  if (language !== undefined) throw new Error("--language goes with a built-in scale; a file has its own.");
  let content: string;
  try {
    content = readFileSync(scale, "utf8");
  } catch {
    throw new Error(`"${scale}" is no file that can be read and no scale; scales are: ${SCALE_NAMES.join(", ")}.`);
  }
  return readAnchorSets(parsed(content, scale));
}

function parsed(content: string, file: string): unknown {
  try {
    return JSON.parse(content);
  } catch (error) {
    throw new Error(`${file} is no JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

function languageOf(given = "en"): AnchorLanguage {
  const language = ANCHOR_LANGUAGES.find((one) => one === given);
  if (!language)
    throw new Error(`There are no statements in "${given}"; give one of ${ANCHOR_LANGUAGES.join(", ")}, or a file.`);
  return language;
}

function readTexts(file: string): string[] {
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
