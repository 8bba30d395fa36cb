/**
 * How often the check of a model's statements is right, on pairs of statement and quote written for it
 * (test/fixtures/ask/support-pairs.json). Alone: npx tsx scripts/eval/ask-support.ts [--wrong|--features]
 */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { verifyStatements } from "../../lib/ask/grounding";
import type { Passage } from "../../lib/ask/grounding/passages";
import { guessLanguage } from "../../lib/ask/language";
import { centre, dot, generalMean } from "../../lib/ask/vectors";
import type { Review, Sentiment, Statement } from "../../lib/domain";
import { loadHeads } from "../../lib/models/heads";
import { createNodeEncoder } from "../../lib/models/node-encoder";
import { voiceOf } from "../../lib/understand/voice";
import { VectorCache } from "../train/vector-cache";

interface Pair {
  split: "development" | "test";
  label: Statement["support"];
  statement: string;
  quote: string;
}

interface Checked extends Pair {
  verdict: Statement["support"];
  likeness: number;
  scores: [number, number];
}

/** @returns every pair with the verdict of lib/ask/grounding on it */
export async function checkPairs(cache: VectorCache): Promise<Checked[]> {
  const url = new URL("../../test/fixtures/ask/support-pairs.json", import.meta.url);
  const { pairs }: { pairs: Pair[] } = JSON.parse(readFileSync(url, "utf8"));
  const { calibration } = loadHeads();
  const read = async (texts: string[]) => {
    const readings = await cache.read(texts);
    return texts.map((text, i) => {
      const reading = readings[i];
      if (!reading) throw new Error(`The encoder gave no reading of "${text}".`);
      return { vector: reading.vector, sentiment: voiceOf(reading, text, calibration).sentiment };
    });
  };
  const statements = await read(pairs.map(({ statement }) => statement));
  const quotes = await read(pairs.map(({ quote }) => quote));
  return pairs.map((pair, i) => {
    const [statement, quote] = [statements[i], quotes[i]];
    if (!statement || !quote) throw new Error("A pair was not read.");
    const passage = passageOf(pair.quote, quote);
    const review: Review = {
      id: "pair",
      subjectId: "",
      kind: "review",
      body: pair.quote,
      place: { url: "" },
      how: "",
      collected: "",
    };
    const drafts = [{ text: pair.statement, ids: [1] }];
    const [checked] = verifyStatements(drafts, [statement], {
      passages: [passage],
      reviews: new Map([["pair", review]]),
    });
    const mean = generalMean("statements", guessLanguage(pair.statement));
    const likeness = dot(centre(statement.vector, mean), passage.vector);
    const scores: [number, number] = [statement.sentiment.score, quote.sentiment.score];
    return { ...pair, verdict: checked?.support ?? "unsupported", likeness, scores };
  });
}

function passageOf(text: string, { vector, sentiment }: { vector: Float32Array; sentiment: Sentiment }): Passage {
  const language = guessLanguage(text);
  return {
    id: 1,
    reviewId: "pair",
    start: 0,
    end: text.length,
    text,
    reviewer: "pair",
    polarity: sentiment.label,
    score: sentiment.score,
    language,
    vector: centre(vector, generalMean("statements", language)),
  };
}

/** @returns share of pairs with the right verdict of three, and of those shown as supported how many are */
export function supportFigures(checked: readonly Checked[]) {
  const right = checked.filter(({ label, verdict }) => label === verdict).length;
  const shown = checked.filter(({ verdict }) => verdict === "supported");
  const supported = checked.filter(({ label }) => label === "supported");
  const both = shown.filter(({ label }) => label === "supported").length;
  const round = (value: number) => Math.round(value * 1000) / 1000;
  return {
    accuracy: round(right / checked.length),
    precision: round(both / shown.length),
    recall: round(both / supported.length),
    pairs: checked.length,
  };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const cache = new VectorCache(() => createNodeEncoder({ graph: "int8" }), "ask-int8");
  const checked = await checkPairs(cache);
  for (const split of ["development", "test"] as const)
    console.log(split, JSON.stringify(supportFigures(checked.filter((pair) => pair.split === split))));
  const shown = checked.filter(
    (pair) => process.argv.includes("--features") || (process.argv.includes("--wrong") && pair.verdict !== pair.label),
  );
  for (const { split, label, verdict, likeness, scores, statement, quote } of shown.filter(
    (pair) => pair.split === "development",
  ))
    console.log(
      split,
      label,
      verdict,
      likeness.toFixed(2),
      scores.map((score) => score.toFixed(2)).join("/"),
      statement,
      "|",
      quote,
    );
}
