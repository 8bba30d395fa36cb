/** What a survey of a file of reviews is asked of: everything checked and encoded before anybody answers. */
import { readFileSync } from "node:fs";
import type { Evidence } from "../lib/ask/answering";
import type { RatedPerson } from "../lib/ask/fidelity";
import type { Material } from "../lib/ask/material";
import { segmentName } from "../lib/ask/phrase";
import { findSegments } from "../lib/ask/segments";
import { ANCHOR_LANGUAGES, builtInAnchors } from "../lib/ask/ssr/anchors";
import type { AnchorVectors } from "../lib/ask/ssr/rating";
import { builtInScales } from "../lib/ask/ssr/scales";
import {
  checkSurvey,
  drawPanel,
  type Respondent,
  ratedPeople,
  type SurveyInput,
  starredReviews,
  surveyParts,
  textsOf,
  wholeText,
} from "../lib/ask/survey";
import { Problem, type Segment, type SurveySpec } from "../lib/domain";
import { makePhrase, type Phrase } from "../lib/locale";
import type { Encoder } from "../lib/models/model";
import { evidenceOf } from "./ask-group";
import { scaleWarnings } from "./survey-scales";
import { segmentIdsOf } from "./survey-segments";
import type { SpecFile } from "./survey-spec";

/** Texts given to the encoder at once. */
const BATCH = 64;

export type Tell = (sentence: string) => void;

export interface Prepared {
  input: SurveyInput;
  panel: Respondent[];
  /** Reviewers with stars, and what they are rated by. */
  people: RatedPerson[];
  anchors: AnchorVectors[];
}

/** @throws Problem survey_*, scale_*: what stops it */
export async function prepareSurvey(
  asked: SpecFile,
  material: Material,
  encoder: Encoder,
  tell: Tell,
): Promise<Prepared> {
  const phrase = englishPhrase();
  const segments = findSegments({ subjectId: "file", ...material });
  const spec: SurveySpec = { ...asked.spec, segmentIds: segmentIdsOf(asked.segments, segments, phrase) };
  const scales = [...asked.scales, ...builtInScales()];
  const evidence: Evidence = { ...evidenceOf(material), subject: { name: asked.subject } };
  for (const { code, values } of checkSurvey(spec, surveyParts(evidence, named(segments, phrase), scales)))
    tell(`note: ${phrase("problem", { code, name: "", other: "", ...values })}`);
  for (const warning of await scaleWarnings(asked.scales, spec.language, encoder)) tell(`note: ${warning}`);
  const panel = drawPanel(spec, evidence, segments);
  if (panel.length === 0) throw new Problem("survey_nobody", "Nobody in these groups wrote words that count.");
  const starred = starredReviews(evidence, spec.seed);
  const statements = satisfactionIn(commonest(starred.map(({ finding }) => finding?.language ?? "")));
  const own = textsOf(spec, scales, panel, evidence);
  const vectors = await encodeAll([...own, ...statements.flat(), ...starred.map(wholeText)], encoder, tell);
  return {
    // what only the check of fidelity needs is no part of the run
    input: { spec, evidence, segments, scales, vectors: new Map(own.map((text) => [text, vectorOf(text, vectors)])) },
    panel,
    people: ratedPeople(starred, vectors),
    anchors: statements.map((set) => set.map((text) => vectorOf(text, vectors))),
  };
}

/** Stars measure satisfaction, so that is what they are held against: in the language most reviews are in, where there are statements. */
function satisfactionIn(language: string) {
  return builtInAnchors("satisfaction", ANCHOR_LANGUAGES.find((one) => one === language) ?? "en");
}

function commonest(languages: readonly string[]): string {
  const count = (language: string) => languages.filter((one) => one === language).length;
  return [...new Set(languages)].sort((a, b) => count(b) - count(a) || (a < b ? -1 : 1))[0] ?? "en";
}

function vectorOf(text: string, vectors: ReadonlyMap<string, Float32Array>): Float32Array {
  return vectors.get(text) ?? new Float32Array();
}

/** @returns the vector of each text */
export async function encodeAll(
  texts: readonly string[],
  encoder: Encoder,
  tell: Tell,
): Promise<Map<string, Float32Array>> {
  const different = [...new Set(texts)];
  const vectors = new Map<string, Float32Array>();
  for (let from = 0; from < different.length; from += BATCH) {
    const batch = different.slice(from, from + BATCH);
    for (const [i, vector] of (await encoder.encode(batch)).entries()) vectors.set(batch[i] ?? "", vector);
    tell(`${Math.min(from + BATCH, different.length)} of ${different.length} texts encoded`);
  }
  return vectors;
}

/** Warnings name groups as people read them. */
function named(segments: readonly Segment[], phrase: Phrase): Segment[] {
  return segments.map((segment) => ({ ...segment, name: segmentName(segment, phrase) }));
}

function englishPhrase(): Phrase {
  const catalogue = new URL("../public/_locales/en/messages.json", import.meta.url);
  return makePhrase(JSON.parse(readFileSync(catalogue, "utf8")), "en");
}
