/** Opens texts in which people marked what is judged: our own annotated sentences, and sentences with signed features (`size[+2]##…`). */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Emotion, Intent } from "../../lib/domain";
import { filesOf } from "./files";

export interface MarkedAspect {
  /** Absent: it is meant but not said; nothing is looked for in the text. */
  term?: string;
  implied?: string;
  category?: string | null;
  polarity: "positive" | "negative" | "neutral";
}

export interface MarkedText {
  text: string;
  aspects: MarkedAspect[];
  language: string;
  /** Only our own sentences tell these. */
  intents?: Intent[];
  emotion?: Emotion;
}

export interface MarkedSet {
  name: string;
  rows: MarkedText[];
}

const LEARNT = /product_reviews_2|\/train\//u;

/** @returns one set for each file of a known format under `folder`, whatever else is there */
export function openMarkedSets(folder: string): MarkedSet[] {
  return filesOf(folder).flatMap((file) => {
    const rows = /\.(?:ndjson|jsonl)$/iu.test(file) ? ownRows(file) : /\.txt$/iu.test(file) ? featureRows(file) : [];
    const learnt = LEARNT.test(file) ? " (learnt from)" : "";
    return rows.length > 0 ? [{ name: `${basename(file).replace(/\.[^.]+$/u, "")}${learnt}`, rows }] : [];
  });
}

function ownRows(file: string): MarkedText[] {
  const lines = readFileSync(file, "utf8").split("\n").filter(Boolean);
  return lines.flatMap((line) => {
    const row = JSON.parse(line) as MarkedText;
    return Array.isArray(row.aspects) && typeof row.text === "string"
      ? [{ ...row, language: row.language ?? "en" }]
      : [];
  });
}

/** Ding, Liu, Yu 2008, and Hu, Liu 2004 before them: `feature[+2][u]##sentence`; [u] and [p] are not said in the sentence. */
function featureRows(file: string): MarkedText[] {
  const lines = readFileSync(file, "utf8").split("\n");
  const rows = lines.flatMap((line): MarkedText[] => {
    const at = line.indexOf("##");
    const text = line.slice(at + 2).trim();
    return at < 0 || text.length < 4 ? [] : [{ text, aspects: featuresOf(line.slice(0, at)), language: "en" }];
  });
  return rows.some(({ aspects }) => aspects.length > 0) ? rows : [];
}

function featuresOf(head: string): MarkedAspect[] {
  return [...head.matchAll(/([^[\],]*)((?:\[[^\]]*\]\s*)+)/gu)].flatMap(([, name = "", tags = ""]): MarkedAspect[] => {
    const sign = /\[\s*([+-])/u.exec(tags)?.[1];
    if (!sign) return [];
    const polarity = sign === "+" ? "positive" : "negative";
    return /\[[up]\]/u.test(tags) ? [{ polarity }] : [{ term: name.trim(), polarity }];
  });
}
