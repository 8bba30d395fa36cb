/** `earshot understand FILE`: reviews in, what they mean out, one line of JSON per review. */
import { parseArgs } from "node:util";
import type { Review, Sentence, Sentiment } from "../lib/domain";
import { loadHeads } from "../lib/models/heads";
import { createNodeEncoder } from "../lib/models/node-encoder";
import { DuplicateIndex } from "../lib/understand/duplicates";
import { findOffTopic } from "../lib/understand/off-topic";
import { type Understood, understandReviews } from "../lib/understand/understand";
import type { Command, ExitCode, Io } from "./command";
import { MASK_HELP, MASK_OPTIONS, type NamePrinter, namePrinter, type PassagePrinter, passagePrinter } from "./mask";
import { COLUMN_OPTIONS, type Field, INPUT_HELP, readReviewsFile } from "./reviews-file";

export const command: Command = {
  summary: "Says what each review and each of its sentences feels, in which language, with which flags.",
  usage: `Usage: earshot understand FILE [columns] [--keep-personal-data]

${INPUT_HELP}

Prints one line per review: {"id","sentiment":{"label","score","confidence"},"stars","satisfied","recommends","contradicts","question",
"language","flags","entities","sentences":[{"text","start","end","sentiment","language","aspects":[{"term","category","label","score",
"confidence","start","end"}],"intents":[{"intent","confidence"}],"emotions":[{"emotion","confidence"}],"because"}]}.
Lines appear when all reviews were read: whether one is off the topic shows beside the others.
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
    await printAll(understandFile(reviews, io), { print: passagePrinter(keep), name: namePrinter(keep) }, io);
    return failed > 0 ? 1 : 0;
  } catch (error) {
    io.stderr(`earshot understand: ${sentence(error)}`);
    return 1;
  }
}

interface Printers {
  print: PassagePrinter;
  name: NamePrinter;
}

/** Whether a review is off its subject's topic shows when all were read; what was read before a failure is printed all the same. */
async function printAll(batches: AsyncIterable<Understood[]>, printers: Printers, io: Io): Promise<void> {
  const understood: Understood[] = [];
  try {
    for await (const batch of batches) understood.push(...batch);
  } finally {
    const offTopic = offTopicIn(understood);
    for (const one of understood) io.stdout(JSON.stringify(lineOf(one, offTopic.has(one.review.id), printers)));
  }
}

function offTopicIn(understood: readonly Understood[]): Set<string> {
  const { means } = loadHeads();
  const subjects = new Map<string, Understood[]>();
  for (const one of understood) subjects.set(one.review.subjectId, []);
  for (const one of understood) subjects.get(one.review.subjectId)?.push(one);
  const ids = [...subjects.values()].flatMap((own) => {
    const reviews = own.map(({ review, finding }) => ({ ...review, finding }));
    return findOffTopic({ reviews, sentences: own.flatMap(({ sentences }) => sentences), means });
  });
  return new Set(ids);
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

function lineOf({ review, sentences, finding }: Understood, offTopic: boolean, { print, name }: Printers) {
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
    flags: offTopic ? [...flags, "off-topic"] : flags,
    entities: sentences.flatMap(({ entities = [] }) => entities.map((one) => ({ ...one, name: name(review, one) }))),
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
