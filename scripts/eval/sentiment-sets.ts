/** Opens labelled texts of any known format: rated sentences (VADER's), two-class tables, tables with stars, our own sentences. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import Papa from "papaparse";
import { readReviewsFile } from "../../cli/reviews-file";
import type { Review } from "../../lib/domain";
import { ratingOfFive } from "../../lib/understand/stars";
import { sample, seededRandom } from "../train/random";

export interface LabelledText {
  review: Review;
  /** positive 1, negative −1, neither 0; undefined where the label does not say. */
  side: -1 | 0 | 1 | undefined;
  /** The number people gave, for rank correlation. */
  value: number;
  stars?: number;
}

export interface LabelledSet {
  name: string;
  rows: LabelledText[];
}

const TABLE = /\.(?:csv|tsv|ndjson|jsonl)$/iu;
const RATED = /_GroundTruth\.txt$/iu;
/** Middle ratings of VADER's sets are taken for neither side. */
const MILD = 0.5;

/** @returns one set per file under `folder` with labels of sentiment, each a seeded sample of at most `most` rows */
export async function openSets(folder: string, most: number, seed: number): Promise<LabelledSet[]> {
  const sets: LabelledSet[] = [];
  for (const file of filesOf(folder)) {
    const rows = RATED.test(file) ? ratedSentences(file) : await tableRows(file);
    const labelled = rows.filter((row) => row.review.body.trim().length > 0);
    const sides = new Set(labelled.map((row) => row.side));
    if (sides.has(1) && sides.has(-1)) sets.push({ name: nameOf(file, folder), rows: balance(labelled, most, seed) });
  }
  return sets;
}

function filesOf(folder: string): string[] {
  return readdirSync(folder)
    .sort()
    .map((name) => join(folder, name))
    .flatMap((path) =>
      statSync(path).isDirectory() ? filesOf(path) : TABLE.test(path) || RATED.test(path) ? [path] : [],
    );
}

/** Clothing reviews are learnt from: their set is shown, but proves little. */
function nameOf(file: string, folder: string): string {
  const learnt = /clothing/iu.test(file.slice(folder.length)) ? "clothing (learnt from) " : "";
  return (
    learnt +
    basename(file)
      .replace(/\.[^.]+$/u, "")
      .replace(/_GroundTruth$/u, "")
  );
}

/** Half positive, half negative where there are enough, so that accuracy means something; the rest as it comes. */
function balance(rows: LabelledText[], most: number, seed: number): LabelledText[] {
  const random = seededRandom(seed);
  const half = Math.floor(most / 2);
  const sides = ([1, -1, 0] as const).map((side) => rows.filter((row) => (row.side ?? 0) === side));
  return sides.flatMap((own, i) => sample(own, i < 2 ? half : Math.floor(half / 2), random));
}

function ratedSentences(file: string): LabelledText[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, i) => {
      const [id, value, ...text] = line.trim().split("\t");
      const number = Number(value);
      if (!id || text.length === 0 || !Number.isFinite(number)) return [];
      const side = Math.abs(number) < MILD ? undefined : number > 0 ? 1 : -1;
      return [{ review: reviewOf(`${i}`, text.join(" ")), side, value: number }];
    });
}

async function tableRows(file: string): Promise<LabelledText[]> {
  const labels = columnOf(file, ["label", "sentiment", "feedback", "recommended ind"]);
  const { reviews } = await readReviewsFile(file, new Map(), () => {}).catch(() => ({ reviews: [] as Review[] }));
  return reviews.flatMap((review, i): LabelledText[] => {
    const stars = ratingOfFive(review);
    if (stars !== undefined)
      return [{ review, side: stars >= 4 ? 1 : stars <= 2 ? -1 : undefined, value: stars, stars }];
    const side = sideOf(labels[i] ?? "");
    return side === undefined ? [] : [{ review, side, value: side }];
  });
}

function columnOf(file: string, names: readonly string[]): string[] {
  const text = new TextDecoder("windows-1252").decode(readFileSync(file));
  const rows = /json/u.test(file)
    ? text
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Record<string, unknown>)
    : Papa.parse<Record<string, unknown>>(text, { header: true, skipEmptyLines: "greedy" }).data;
  const column = Object.keys(rows[0] ?? {}).find((name) => names.includes(name.toLowerCase()));
  return column ? rows.map((row) => String(row[column] ?? "")) : [];
}

function sideOf(label: string): -1 | 0 | 1 | undefined {
  if (/^(?:1|pos|positive)$/iu.test(label)) return 1;
  if (/^(?:0|-1|neg|negative)$/iu.test(label)) return -1;
  return /^(?:neutral)$/iu.test(label) ? 0 : undefined;
}

function reviewOf(id: string, body: string): Review {
  return { id, subjectId: "eval", kind: "review", body, place: { url: "" }, how: "file", collected: "" };
}
