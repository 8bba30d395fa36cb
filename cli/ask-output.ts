/** What `earshot ask` prints: answers and groups of reviewers as JSON, and on stderr what of a language model's words was left out. */
import type { Material } from "../lib/ask/material";
import { phraseAnswer, phraseClaim, segmentName } from "../lib/ask/phrase";
import { traitText } from "../lib/ask/segments/phrase";
import { supportedIn } from "../lib/ask/supported";
import type { Answer, QuotedText, Segment, Statement } from "../lib/domain";
import type { EncoderInfo } from "../lib/models/model";
import { maskPersonalData } from "../lib/understand/personal-data";
import type { AskWanted } from "./ask-args";

type Words = Pick<AskWanted, "phrase" | "print" | "keep">;

/** What of the manifest speaks of the language model, when one was asked. */
const OF_THE_MODEL = new Set([
  "model",
  "revision",
  "backend",
  "seed",
  "temperature",
  "passages",
  "format",
  "statements",
  "supported",
]);

/** @returns the line of one answer */
export function answerLine(answer: Answer, segment: string, encoder: EncoderInfo, material: Material, words: Words) {
  const { covered, engine, claims, of, supporters, elsewhere, statements, fallback } = answer;
  const quoted = quotesOf(material, words);
  const stands = supportedIn(answer);
  const prose = stands.length > 0 ? stands.map(({ text }) => masked(text, words)) : phrased(answer, words);
  return {
    answer: prose.join("\n"),
    claims: claims.map((claim) => ({
      ...claim,
      text: phraseClaim(answer, claim, words.phrase),
      quotes: claim.quotes.map(quoted),
    })),
    ...(statements && {
      statements: stands.map((one) => ({ ...one, text: masked(one.text, words), quotes: one.quotes.map(quoted) })),
    }),
    covered,
    supporters,
    of,
    ...(elsewhere === undefined ? {} : { elsewhere }),
    engine,
    ...(fallback && { fallback }),
    manifest: manifestOf(answer, segment, encoder, material),
  };
}

function phrased(answer: Answer, { phrase }: Words): string[] {
  return phraseAnswer(answer, phrase).map(({ text }) => text);
}

function masked(text: string, { keep }: Words): string {
  return keep ? text : maskPersonalData(text);
}

function manifestOf({ manifest, usage }: Answer, segment: string, encoder: EncoderInfo, { reviews }: Material) {
  const { model, revision, graph, backend } = encoder;
  const all = Object.entries(manifest);
  const counted = Object.fromEntries(usage ? all.filter(([key]) => !OF_THE_MODEL.has(key)) : all);
  const written = Object.fromEntries(all.filter(([key]) => OF_THE_MODEL.has(key)));
  return {
    segment,
    model,
    revision,
    graph,
    backend,
    reviews: reviews.length,
    ...counted,
    ...(usage && { generator: { ...written, ...usage } }),
  };
}

function quotesOf({ reviews }: Material, { print }: Words) {
  const byId = new Map(reviews.map((review) => [review.id, review]));
  return (quote: QuotedText): QuotedText => {
    const review = byId.get(quote.reviewId);
    return { ...quote, text: review ? print(review, quote) : quote.text };
  };
}

/** @returns a sentence for each thing that a reader of the answer should know about who wrote it */
export function notesOn(
  { statements = [], fallback, manifest }: Answer,
  words: Pick<Words, "keep" | "phrase" | "print">,
): string[] {
  const notes = statements.filter(({ support }) => support !== "supported").map((one) => leftOut(one, words));
  if (fallback?.why === "unsupported")
    notes.push(
      `nothing of ${manifest.statements ?? 0} statements of the language model stands on the reviews: this is counted without it`,
    );
  if (fallback?.why === "failed")
    notes.push(
      `the language model could not answer: ${fallback.detail ?? fallback.problem ?? ""} This is counted without it`,
    );
  return notes;
}

function leftOut({ text, support }: Statement, words: Words): string {
  const why = support === "contradicted" ? "its reviews say the opposite" : "no review says so";
  return `left out (${why}): “${masked(text, words)}”`;
}

/** @returns the line of a group of reviewers, for `--segments` */
export function segmentLine(segment: Segment, index: number, material: Material, words: Words) {
  const { id, basis, reviewIds, reviewers, share, thin, traits, quotes } = segment;
  const byId = new Map(material.reviews.map((review) => [review.id, review]));
  return {
    number: index + 1,
    id,
    name: segmentName(segment, words.phrase),
    basis,
    reviews: reviewIds.length,
    reviewers,
    share,
    thin,
    traits: traits.map((trait) => ({ ...trait, ...traitText(trait, words.phrase) })),
    quotes: quotes.map((quote) => {
      const review = byId.get(quote.reviewId);
      return { ...quote, text: review ? words.print(review, quote) : "" };
    }),
  };
}
