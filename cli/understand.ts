/** `earshot understand FILE`: reviews in, what they mean out, one line of JSON per review. */
import { parseArgs } from "node:util";
import type { Review, Sentence, Sentiment } from "../lib/domain";
import { loadHeads } from "../lib/models/heads";
import { createNodeEncoder } from "../lib/models/node-encoder";
import { DuplicateIndex } from "../lib/understand/duplicates";
import { type Understood, understandReviews } from "../lib/understand/understand";
import type { Command, ExitCode, Io } from "./command";
import { MASK_HELP, MASK_OPTIONS, type PassagePrinter, passagePrinter } from "./mask";
import { COLUMN_OPTIONS, type Field, INPUT_HELP, readReviewsFile } from "./reviews-file";

export const command: Command = {
  summary: "Says what each review and each of its sentences feels, in which language, with which flags.",
  usage: `Usage: earshot understand FILE [columns] [--keep-personal-data]

${INPUT_HELP}

Prints one line per review: {"id","sentiment":{"label","score","confidence"},"stars","satisfied","recommends","contradicts","question",
"language","flags","entities","sentences":[{"text","start","end","sentiment","language","aspects":[{"term","category","label","score",
"confidence","start","end"}],"intents":[{"intent","confidence"}],"emotions":[{"emotion","confidence"}],"because"}]}.
Offsets are UTF-16 positions in the body. An aspect without a term is implied by the words at its place; "whole" marks the reviewed
thing itself. "confidence" is the chance that a label is right; what was measured, and how, is in docs/quality.md.

${MASK_HELP}

Example: earshot understand reviews.csv --body "Review Text" --rating Rating > understood.ndjson`,
  run,
};

/** Enough to fill the encoder's batches, few enough that results appear while it works. */
const BATCH = 64;

async function run(args: string[], io: Io): Promise<ExitCode> {
  let file: string;
  let named: Map<Field, string>;
  let keep: boolean;
  try {
    ({ file, named, keep } = readInputArgs(args));
  } catch (error) {
    io.stderr(`earshot understand: ${sentence(error)} See "earshot understand --help".`);
    return 2;
  }
  try {
    const { reviews, failed } = await readReviewsFile(file, named, io.stderr);
    const print = passagePrinter(keep);
    for await (const batch of understandFile(reviews, io))
      for (const one of batch) io.stdout(JSON.stringify(lineOf(one, print)));
    return failed > 0 ? 1 : 0;
  } catch (error) {
    io.stderr(`earshot understand: ${sentence(error)}`);
    return 1;
  }
}

/** @throws Error with a sentence on unknown options or not exactly one file */
export function readInputArgs(args: string[]): { file: string; named: Map<Field, string>; keep: boolean } {
  const options = { ...COLUMN_OPTIONS, ...MASK_OPTIONS };
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Error("Name exactly one file of reviews.");
  const named = Object.entries(values).flatMap(([field, name]): [Field, string][] =>
    typeof name === "string" ? [[field as Field, name]] : [],
  );
  return { file, named: new Map(named), keep: values["keep-personal-data"] === true };
}

/** Understands in batches, with progress on stderr; the encoder is opened once and closed at the end. */
export async function* understandFile(reviews: readonly Review[], io: Io): AsyncGenerator<Understood[]> {
  const heads = loadHeads();
  const encoder = await createNodeEncoder();
  const duplicates = new DuplicateIndex();
  try {
    for (let start = 0; start < reviews.length; start += BATCH) {
      const batch = reviews.slice(start, start + BATCH);
      yield await understandReviews(batch, (texts, signal) => encoder.read(texts, signal), heads, { duplicates });
      io.stderr(`${Math.min(start + BATCH, reviews.length)} of ${reviews.length} reviews understood`);
    }
  } finally {
    await encoder.dispose();
  }
}

function lineOf({ review, sentences, finding }: Understood, print: PassagePrinter) {
  const { sentiment, stars, satisfied, recommends, contradicts, question, language, flags } = finding;
  return {
    id: review.id,
    sentiment: rounded(sentiment),
    stars,
    satisfied: short(satisfied),
    recommends,
    contradicts,
    question,
    language,
    flags,
    entities: sentences.flatMap(({ entities = [] }) => entities.map((one) => ({ ...one, name: print(review, one) }))),
    sentences: sentences.map((one) => sentenceLine(review, one, print)),
  };
}

function sentenceLine(review: Review, one: Sentence, print: PassagePrinter) {
  return {
    text: print(review, one),
    start: one.start,
    end: one.end,
    sentiment: rounded(one.sentiment),
    language: one.language,
    aspects: (one.aspects ?? []).map(({ term, whole, category, sentiment, start, end }) => ({
      term: term === undefined ? undefined : print(review, { start, end }),
      whole,
      category,
      ...rounded(sentiment),
      start,
      end,
    })),
    intents: (one.intents ?? []).map((mark) => ({ ...mark, confidence: short(mark.confidence) })),
    emotions: one.emotion ? [{ ...one.emotion, confidence: short(one.emotion.confidence) }] : [],
    because: one.because ?? [],
  };
}

function rounded({ label, score, confidence }: Sentiment) {
  return { label, score: short(score), confidence: short(confidence) };
}

function short(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.round(value * 1000) / 1000;
}

export function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
