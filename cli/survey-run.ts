/** A survey of the reviewers of a file, from reading them to its manifest. */
import { readFileSync } from "node:fs";
import { indexEvidence } from "../lib/ask/evidence-index";
import { fidelityOf } from "../lib/ask/fidelity";
import type { Material } from "../lib/ask/material";
import { segmentName } from "../lib/ask/phrase";
import { findSegments } from "../lib/ask/segments";
import { anchorsFor, builtInScales } from "../lib/ask/ssr/scales";
import {
  answerFromReviews,
  checkSurvey,
  drawPanel,
  manifestOf,
  ratedPeople,
  resultsOf,
  type SurveyInput,
  starredReviews,
  surveyParts,
  textsOf,
  wholeText,
  withMaterial,
} from "../lib/ask/survey";
import { type Fidelity, Problem, type Scale, type Segment, type SurveyManifest, type SurveySpec } from "../lib/domain";
import { chooseInterfaceLanguage, makePhrase, type Phrase } from "../lib/locale";
import type { Encoder } from "../lib/models/model";
import { HEADS_VERSION } from "../lib/understand/heads";
import type { SpecFile } from "./survey-spec";

/** Texts given to the encoder at once. */
const BATCH = 64;

export interface SurveyParts {
  asked: SpecFile;
  material: Material;
  encoder: Encoder;
  /** Takes one sentence per thing to know. */
  tell(sentence: string): void;
}

/** @returns the manifest with everything it takes to run it again. @throws Problem survey_*, scale_* when it cannot be asked */
export async function runSurvey({ asked, material, encoder, tell }: SurveyParts): Promise<SurveyManifest> {
  const phrase = englishPhrase();
  const segments = findSegments({ subjectId: "file", ...material });
  const spec: SurveySpec = { ...asked.spec, segmentIds: segmentIdsOf(asked.segments, segments, phrase) };
  const scales = [...asked.scales, ...builtInScales()];
  const evidence = {
    subject: { name: asked.subject },
    ...material,
    index: indexEvidence(material.reviews, material.sentences),
  };
  for (const { code, values } of checkSurvey(spec, surveyParts(evidence, segments, scales)))
    tell(`note: ${phrase("problem", { code, name: "", other: "", ...values })}`);
  const panel = drawPanel(spec, evidence, segments);
  const starred = starredReviews(evidence, spec.seed);
  const satisfaction = anchorsIn("satisfaction", spec.language, scales);
  const texts = new Set([...textsOf(spec, scales, panel, evidence), ...satisfaction.flat(), ...starred.map(wholeText)]);
  const vectors = await encodeAll([...texts], encoder, tell);
  const people = ratedPeople(starred, vectors);
  const anchors = satisfaction.map((set) => set.flatMap((text) => vectors.get(text) ?? []));
  const { means } = evidence.index;
  const fidelity = fidelityOf(people, anchors, spec.rating, { seed: spec.seed, means });
  const input: SurveyInput = {
    ...{ spec, evidence, segments, scales },
    vectors: onlyOf(textsOf(spec, scales, panel, evidence), vectors),
    ...(fidelity.map ? { calibration: fidelity.map } : {}),
  };
  const started = performance.now();
  const responses = panel.map((respondent) => answerFromReviews(input, respondent));
  const results = resultsOf(spec, responses, evidence, segments);
  tell(toldOf(spec, panel.length, performance.now() - started));
  const manifest = manifestOf({
    ...{ input, panel, responses, results, fidelity },
    earshot: versionOf(),
    date: new Date().toISOString(),
    subject: { id: "file", url: "" },
    encoder: encoder.info,
    heads: HEADS_VERSION,
  });
  return withMaterial(manifest, input);
}

function anchorsIn(name: string, language: string, scales: readonly Scale[]): readonly (readonly string[])[] {
  const scale = scales.find(({ id }) => id === name);
  try {
    return scale ? anchorsFor(scale, language) : [];
  } catch {
    return scale ? anchorsFor(scale, "en") : []; // stars are in no language: the check is of the panel, not of the survey
  }
}

async function encodeAll(
  texts: readonly string[],
  encoder: Encoder,
  tell: SurveyParts["tell"],
): Promise<Map<string, Float32Array>> {
  const vectors = new Map<string, Float32Array>();
  for (let from = 0; from < texts.length; from += BATCH) {
    const batch = texts.slice(from, from + BATCH);
    for (const [i, vector] of (await encoder.encode(batch)).entries()) vectors.set(batch[i] ?? "", vector);
    tell(`${Math.min(from + BATCH, texts.length)} of ${texts.length} texts encoded`);
  }
  return vectors;
}

/** What only the check of fidelity needed is no part of the run. */
function onlyOf(texts: readonly string[], vectors: ReadonlyMap<string, Float32Array>): Map<string, Float32Array> {
  return new Map(
    texts.flatMap((text) => {
      const vector = vectors.get(text);
      return vector ? [[text, vector] as const] : [];
    }),
  );
}

/** @throws Problem survey_segment_gone that lists the groups when a name fits none */
function segmentIdsOf(names: readonly string[], segments: readonly Segment[], phrase: Phrase): string[] {
  if (names.includes("all")) return segments.map(({ id }) => id);
  const named = segments.map((one) => ({ one, name: segmentName(one, phrase) }));
  return names.map((wanted) => {
    const needle = wanted.toLowerCase();
    const found =
      named[Number(wanted) - 1] ??
      named.find(({ one }) => one.id === wanted || one.basis.kind === needle) ??
      named.find(({ name }) => name.toLowerCase().includes(needle));
    if (found) return found.one.id;
    const known = named.map(({ name }, i) => `${i + 1} ${name}`).join("; ");
    const there = known ? `There are: ${known}.` : "These reviews are too few for groups.";
    throw new Problem("survey_segment_gone", `No group is called "${wanted}". ${there}`, { name: wanted });
  });
}

function toldOf({ questions, concepts }: SurveySpec, respondents: number, milliseconds: number): string {
  const asked = `${questions.length} questions${concepts.length > 0 ? ` about ${concepts.length} concepts` : ""}`;
  return `${respondents} reviewers answered ${asked} in ${(milliseconds / 1000).toFixed(2)} s`;
}

/** @returns in a sentence how far what is printed was checked against people */
export function fidelitySentence({ checked, why, verdict, heldOut, needed }: Fidelity): string {
  if (checked) return `checked against the stars of ${heldOut} reviewers kept away: ${verdict ?? "not judged"}`;
  return why === "no-stars"
    ? "not checked: these reviews have no stars"
    : `not checked: fewer than ${needed} reviewers with stars`;
}

function englishPhrase(): Phrase {
  const language = chooseInterfaceLanguage(["en"]);
  const catalogue = new URL(`../public/_locales/${language}/messages.json`, import.meta.url);
  return makePhrase(JSON.parse(readFileSync(catalogue, "utf8")), language);
}

function versionOf(): string {
  const { version }: { version: string } = JSON.parse(
    readFileSync(new URL("../package.json", import.meta.url), "utf8"),
  );
  return version;
}
