/** What simple methods reach on the same rows: counting opinion words, and VADER when python has it. */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Positive minus negative words (Hu, Liu 2004) over both; a "not" up to two words before turns a word round. */
export function lexiconBaseline(folder: string): ((texts: readonly string[]) => number[]) | undefined {
  const room = [
    join(folder, "opinion_lexicon"),
    join(folder, "../train/opinion_lexicon"),
    join(folder, "train/opinion_lexicon"),
  ].find(existsSync);
  if (!room) return undefined;
  const read = (name: string) =>
    new Set(
      new TextDecoder("windows-1252")
        .decode(readFileSync(join(room, name)))
        .split("\n")
        .filter((line) => line && !line.startsWith(";"))
        .map((line) => line.trim()),
    );
  const [positive, negative] = [read("positive-words.txt"), read("negative-words.txt")];
  return (texts) => texts.map((text) => countOpinions(text, positive, negative));
}

function countOpinions(text: string, positive: Set<string>, negative: Set<string>): number {
  const words = text.toLowerCase().match(/[a-z][a-z'-]*/gu) ?? [];
  let [good, bad] = [0, 0];
  for (const [i, word] of words.entries()) {
    const turned = words.slice(Math.max(0, i - 2), i).some((before) => /^(?:not|no|never)$|n't$/u.test(before));
    if (positive.has(word)) turned ? bad++ : good++;
    else if (negative.has(word)) turned ? good++ : bad++;
  }
  return good + bad === 0 ? 0 : (good - bad) / (good + bad);
}

const VADER = `import json, sys
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer
a = SentimentIntensityAnalyzer()
print(json.dumps([a.polarity_scores(t)["compound"] for t in json.load(sys.stdin)]))`;

/** @returns compound scores −1..1; undefined when python or the package is missing (pip install vaderSentiment) */
export function vaderBaseline(texts: readonly string[]): number[] | undefined {
  const python = process.env.PYTHON ?? "python3";
  const run = spawnSync(python, ["-c", VADER], { input: JSON.stringify(texts), encoding: "utf8", maxBuffer: 1 << 28 });
  return run.status === 0 ? (JSON.parse(run.stdout) as number[]) : undefined;
}
