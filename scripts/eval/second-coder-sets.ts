/** Sets of coded texts as the second coder meets them: passages, codes with a name for a definition, examples outside the sample. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import type { CodeExample, CodingUnitKind, QuotedText } from "../../lib/domain";
import { loadHeads } from "../../lib/models/heads";
import { createNodeEncoder } from "../../lib/models/node-encoder";
import { ENCODER } from "../../lib/models/registry";
import { type BlindDecision, blindInput, codeBlind, type TaughtCode } from "../../lib/understand/codes/second-coder";
import { type CodeSpace, codeSpace } from "../../lib/understand/codes/space";
import { splitSentences } from "../../lib/understand/sentences";
import { quantise } from "../../lib/understand/vectors";
import { sample, seededRandom } from "../train/random";
import { VectorCache } from "../train/vector-cache";
import type { CodedSet } from "./code-sets";

export interface Material {
  name: string;
  kind: CodingUnitKind;
  texts: string[];
  codes: string[];
  /** Names of the codes in words. */
  names: ReadonlyMap<string, string>;
  space: CodeSpace;
  /** Passage of each row of the space; `reviewId` is the place of the text in the set. */
  places: QuotedText[];
  vectors: Int8Array[];
  languages: string[];
  gold: ReadonlySet<string>[];
  definitions: ReadonlyMap<string, Int8Array>;
}

export interface Taught {
  codes: TaughtCode[];
  /** Texts that nothing was learnt from. */
  units: number[];
}

/** Codes with fewer texts leave hardly any to be measured on. */
const FEWEST = 14;
/** Beside the examples at least so many texts of a code are left. */
const LEFT = 8;
const GARMENT_REVIEWS = 1500;

const name = `${ENCODER.source.sha256.slice(0, 12)}-int8-codes`;
const cache = new VectorCache(() => createNodeEncoder({ graph: "int8" }), name);

export async function materialOf({
  set,
  codes,
  kind,
}: {
  set: CodedSet;
  codes?: readonly string[];
  kind: CodingUnitKind;
}): Promise<Material> {
  const wanted = (codes ?? [...new Set(set.codes.flat())].sort()).filter(
    (code) => set.codes.filter((own) => own.includes(code)).length >= FEWEST,
  );
  const places = set.texts.flatMap((text, i) => placesOf(text, String(i), kind, set.languages[i] ?? "und"));
  const vectors = (await cache.encode(places.map(({ text }) => text))).map(quantise);
  const languages = places.map(({ reviewId }) => set.languages[Number(reviewId)] ?? "und");
  const names = new Map(wanted.map((code) => [code, code.replaceAll("_", " ")]));
  const named = (await cache.encode([...names.values()])).map(quantise);
  return {
    name: set.name,
    kind,
    texts: set.texts,
    codes: wanted,
    names,
    places,
    vectors,
    languages,
    space: codeSpace(
      vectors.map((vector, i) => ({ vector, language: languages[i] ?? "und" })),
      loadHeads().means,
    ),
    gold: set.codes.map((own) => new Set(own.filter((code) => wanted.includes(code)))),
    definitions: new Map(wanted.map((code, c) => [code, named[c] as Int8Array])),
  };
}

function placesOf(text: string, reviewId: string, kind: CodingUnitKind, language: string): QuotedText[] {
  if (kind === "sentence") return [{ reviewId, start: 0, end: text.length, text }];
  return splitSentences(text, language).map(({ start, end }) => ({
    reviewId,
    start,
    end,
    text: text.slice(start, end),
  }));
}

/** @returns codes with that many examples drawn by seed; those with too few texts are left out */
export function withExamples(material: Material, count: number, seed: number): Taught {
  const random = seededRandom(seed);
  const drawn = new Map(
    material.codes.flatMap((code): [string, number[]][] => {
      const own = material.gold.flatMap((gold, i) => (gold.has(code) ? [i] : []));
      return own.length < count + LEFT ? [] : [[code, sample(own, count, random)]];
    }),
  );
  const taken = new Set([...drawn.values()].flat());
  const codes = [...drawn].map(([id, texts]): TaughtCode => {
    const said = material.names.get(id) ?? id;
    const vector = material.definitions.get(id) as Int8Array;
    return {
      id,
      definition: [{ text: said, vector, language: "en", yes: true, passage: false }],
      examples: texts.flatMap((text) => examplesOf(material, text)),
    };
  });
  return { codes, units: material.texts.flatMap((_, i) => (taken.has(i) ? [] : [i])) };
}

function examplesOf({ places, vectors, languages }: Material, text: number): CodeExample[] {
  return places.flatMap((place, row): CodeExample[] => {
    if (place.reviewId !== String(text)) return [];
    return [{ ...place, vector: vectors[row] as Int8Array, language: languages[row] ?? "und", yes: true }];
  });
}

export function goldOf({ gold }: Material, units: readonly number[]): ReadonlySet<string>[] {
  return units.map((i) => gold[i] as ReadonlySet<string>);
}

/** @returns one decision a unit, by examples where there are any */
export function codedByMachine(
  { texts, kind, space, places }: Material,
  { codes, units }: Taught,
): (BlindDecision | undefined)[] {
  const passages = units.map((i): QuotedText => {
    const text = texts[i] as string;
    return { reviewId: String(i), start: 0, end: text.length, text };
  });
  const basis = codes.some(({ examples }) => examples.length > 0) ? "examples" : "definition";
  return codeBlind(blindInput({ basis, kind, units: passages, codes, space, places }));
}

/** Clothing reviews under the kind of garment that was sold: no coding of the text, yet nearly always said in it. The first 1,500 of the set. */
export function readGarments(folder: string): CodedSet | undefined {
  const file = join(folder, "clothing/reviews.csv");
  if (!existsSync(file)) return undefined;
  const { data } = Papa.parse<Record<string, string>>(readFileSync(file, "utf8"), {
    header: true,
    skipEmptyLines: "greedy",
  });
  const rows = data.slice(0, GARMENT_REVIEWS).map((row) => ({ text: textOf(row), garment: garmentOf(row) }));
  const told = rows.filter(({ text, garment }) => text !== "" && garment !== "");
  return {
    name: "clothing reviews",
    texts: told.map(({ text }) => text),
    codes: told.map(({ garment }) => [garment]),
    languages: told.map(() => "en"),
  };
}

const textOf = (row: Record<string, string>) => (row["Review Text"] ?? row.review_text ?? row.text ?? "").trim();
const garmentOf = (row: Record<string, string>) => (row["Class Name"] ?? row.class ?? "").trim().toLowerCase();
