/** Manifests come from files: what is damaged, foreign or newer is said in a sentence before anything is computed. */
import { Problem, type Scale, type SurveyManifest } from "../../domain";
import { readScale } from "../ssr/scales";
import { FieldReader } from "./fields";
import { bytesFromBase64, floatsFromBase64 } from "./packed";
import { readSurveySpec } from "./read-spec";

const VERSION = 1;

/**
 * @param value parsed JSON
 * @param name of the file
 * @returns the manifest, its survey, scales and material known to be whole; figures in it are not looked at
 * @throws Problem manifest_unreadable
 */
export function readManifest(value: unknown, name: string): SurveyManifest {
  const problem = (why: string, cause?: unknown) =>
    new Problem(
      "manifest_unreadable",
      `${name} is no manifest of a survey that can be read: ${why}`,
      { name, other: why },
      { cause },
    );
  const read = FieldReader.of(value, problem);
  if (read.choice("format", ["earshot-survey"] as const, undefined) === undefined)
    throw problem('"format" should be "earshot-survey".');
  const version = read.number("version", VERSION);
  if (version !== VERSION)
    throw problem(`it was saved by another Earshot (format ${version}); this one reads format ${VERSION}.`);
  const given = value as SurveyManifest; // as checked below
  for (const field of ["earshot", "date", "hash"] as const)
    if (!read.text(field, "")) throw problem(`"${field}" is missing.`);
  for (const field of ["subject", "spec", "encoder", "captured", "results"] as const)
    if (!read.part(field)) throw problem(`"${field}" is missing.`);
  read.part("subject")?.text("name");
  const map = read.part("calibration");
  if (map && (map.numbers("cuts").length !== 4 || map.number("slope") === undefined))
    throw problem('"calibration" is damaged.');
  const within = <T>(what: () => T): T => {
    try {
      return what();
    } catch (error) {
      throw error instanceof Problem && error.code === "manifest_unreadable"
        ? error
        : problem(sentenceOf(error), error);
    }
  };
  const spec = within(() => readSurveySpec(given.spec, name));
  const scales = within(() => scalesIn(given.scales));
  const material = read.part("material");
  if (material) within(() => checkMaterial(material, problem));
  return { ...given, spec, scales };
}

function sentenceOf(error: unknown): string {
  if (error instanceof Problem) return error.values.other ?? error.message;
  return error instanceof Error ? error.message : String(error);
}

/** Kept as they are, since they are part of the hash. */
function scalesIn(scales: unknown): Scale[] {
  if (!Array.isArray(scales)) throw new Error('"scales" should be a list in square brackets.');
  for (const scale of scales) readScale(scale);
  return scales;
}

function checkMaterial(read: FieldReader, problem: (why: string) => Problem): void {
  const bodies = new Map<string, string>();
  for (const review of read.list("reviews")) {
    bodies.set(review.text("id"), review.raw("body"));
    for (const field of ["reviewer", "title", "language"]) review.text(field, "");
    for (const field of ["rating", "ratingScale", "stars", "score"]) review.number(field);
    review.texts("flags");
  }
  const lengths = new Set(read.list("sentences").map((sentence) => checkSentence(sentence, bodies, problem)));
  if (lengths.size > 1) throw problem("its vectors are of different lengths.");
  for (const theme of read.list("themes")) for (const field of ["id", "label"]) theme.text(field);
  for (const segment of read.list("segments")) [segment.text("id"), segment.texts("reviewIds")];
  const vectors = read.part("vectors");
  for (const text of vectors?.names() ?? [])
    if (floatsFromBase64(vectors?.raw(text) ?? "").length === 0) throw problem("a vector is empty.");
  for (const field of ["currency", "hash"]) read.text(field, "");
}

/** @returns the length of its vector */
function checkSentence(
  read: FieldReader,
  bodies: ReadonlyMap<string, string>,
  problem: (why: string) => Problem,
): number {
  for (const field of ["id", "language", "label"]) read.text(field);
  read.text("themeId", "");
  const [start, end] = [read.least("start", 0, -1), read.least("end", 0, -1)];
  const body = bodies.get(read.text("reviewId"));
  if (body === undefined || start >= end || end > body.length)
    throw problem(`sentence ${read.text("id")} is in none of its reviews.`);
  if (Math.abs(read.number("score", 2)) > 1) throw problem(`sentence ${read.text("id")} has no score from -1 to 1.`);
  for (const price of read.list("prices")) [price.text("name"), price.least("start", 0, -1), price.least("end", 0, -1)];
  return bytesFromBase64(read.text("vector")).length;
}
