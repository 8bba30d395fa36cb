/** A sample coded twice: by a person, and by the machine, which codes it when it is drawn and is seen when the person has finished. */
import { type DrawableUnit, drawUnits, FEWEST_UNITS } from "../../lib/annotate/agreement/sampling";
import {
  type Code,
  type CodingBasis,
  type CodingUnitKind,
  type MachineCoding,
  Problem,
  type QuotedText,
  type SecondCoding,
  type SecondCodingCode,
  type SecondCodingPlan,
  type Sentence,
} from "../../lib/domain";
import { onMessage } from "../../lib/protocol";
import { isQuotable } from "../../lib/report/evidence";
import { ownCoder } from "../../lib/store/coders";
import type { EarshotDatabase, StoredReview } from "../../lib/store/db";
import {
  addSecondCoding,
  adjudicateSecondUnit,
  applyAdjudicated,
  codeSecondUnit,
  deleteSecondCoding,
  keepMachineCoding,
  revealSecondCoding,
  secondCodingOf,
} from "../../lib/store/second-codings";
import {
  blindInput,
  codeBlind,
  codesWithoutBasis,
  type DefinitionText,
  type TaughtCode,
} from "../../lib/understand/codes/second-coder";
import { codeSpace } from "../../lib/understand/codes/space";
import { detectLanguage } from "../../lib/understand/language";

export interface SecondCoderParts {
  db: EarshotDatabase;
  encode(texts: readonly string[]): Promise<Float32Array[]>;
  /** Shipped mean vectors per language. */
  means(): ReadonlyMap<string, Float32Array>;
  /** Model, revision and version of the heads, in one line. */
  model(): Promise<string>;
  now(): string;
}

export function openSecondCoder(parts: SecondCoderParts): void {
  const { db, now } = parts;
  onMessage("engineSecondBegin", ({ data }) => beginSecondCoding(parts, data));
  onMessage("engineSecondCode", ({ data }) => codeSecondUnit(db, data.id, data.unit, data.codeIds, now()));
  onMessage("engineSecondReveal", ({ data }) => revealSecondCoding(db, data.id, now()));
  onMessage("engineSecondRun", ({ data }) => runSecondCoding(parts, data.id, data.basis));
  onMessage("engineSecondAdjudicate", ({ data }) => adjudicateSecondUnit(db, data, now()));
  onMessage("engineSecondApply", ({ data }) => applyAdjudicated(db, data.id, now()));
  onMessage("engineSecondDelete", ({ data }) => deleteSecondCoding(db, data.id));
}

/**
 * Draws the sample and lets the machine code it, then stores both at once.
 * @throws Problem second_no_codes, second_few_units, second_no_basis; what the encoder throws
 */
export async function beginSecondCoding(parts: SecondCoderParts, plan: SecondCodingPlan): Promise<{ id: string }> {
  const { db, now } = parts;
  const codes = (await db.codes.bulkGet(plan.codeIds)).filter((code) => code !== undefined);
  if (codes.length === 0) throw new Problem("second_no_codes", "Choose at least one code to be coded twice.");
  const known = await sentencesOf(db, plan.subjectId);
  const drawable = drawableUnits(plan.unit, known);
  if (drawable.length < FEWEST_UNITS) throw tooFew(drawable.length);
  const sample = { ...plan.sample, size: Math.max(FEWEST_UNITS, Math.round(plan.sample.size)) };
  const units = drawUnits(drawable, sample);
  const coding: SecondCoding = {
    id: crypto.randomUUID(),
    subjectId: plan.subjectId,
    unit: plan.unit,
    sample: { ...sample, size: units.length },
    of: drawable.length,
    codes: codes.map(asItStands),
    units,
    human: [],
    coderId: (await ownCoder(db)).id,
    machine: [],
    adjudicated: [],
    created: now(),
  };
  coding.machine = await bothWays(parts, coding, codes, known.sentences);
  await addSecondCoding(db, coding);
  return { id: coding.id };
}

function tooFew(count: number): Problem {
  const words = `There are ${count} passages to draw from, too few for an agreement that means something. Read more reviews first.`;
  return new Problem("second_few_units", words, { name: String(count) });
}

function asItStands({ id, name, description, include, exclude, inVivo }: Code): SecondCodingCode {
  return { id, name, description, ...(include && { include }), ...(exclude && { exclude }), ...(inVivo && { inVivo }) };
}

interface Known {
  sentences: Sentence[];
  reviews: ReadonlyMap<string, StoredReview>;
}

/** Of what people wrote; advertising, repeated texts and the like are nobody's opinion and are not coded. */
async function sentencesOf(db: EarshotDatabase, subjectId: string): Promise<Known> {
  const [sentences, reviews] = await Promise.all([
    db.sentences.where("subjectId").equals(subjectId).toArray(),
    db.reviews.where("subjectId").equals(subjectId).toArray(),
  ]);
  sentences.sort((a, b) => (a.reviewId === b.reviewId ? a.start - b.start : a.reviewId < b.reviewId ? -1 : 1));
  return { sentences, reviews: new Map(reviews.map((review) => [review.id, review])) };
}

function drawableUnits(kind: CodingUnitKind, { sentences, reviews }: Known): DrawableUnit[] {
  const seen = new Set<string>();
  return sentences.flatMap(({ reviewId, start, end }): DrawableUnit[] => {
    const review = reviews.get(reviewId);
    if (!review || !isQuotable(review) || (kind === "review" && seen.has(reviewId))) return [];
    seen.add(reviewId);
    const span = kind === "review" ? { start: 0, end: review.body.length } : { start, end };
    const unit: QuotedText = { reviewId, ...span, text: review.body.slice(span.start, span.end) };
    return [{ unit, stratum: review.finding?.sentiment.label ?? "neutral" }];
  });
}

/** From the definition, and from examples too where there are any outside the sample. */
async function bothWays(
  parts: SecondCoderParts,
  coding: SecondCoding,
  codes: readonly Code[],
  sentences: readonly Sentence[],
): Promise<MachineCoding[]> {
  const made = [await machineCoding(parts, coding, codes, sentences, "definition")];
  const learnt = await machineCoding(parts, coding, codes, sentences, "examples");
  return learnt.examples.some(({ yes }) => yes > 0) ? [...made, learnt] : made;
}

/** @throws Problem second_gone, second_no_basis when no code has an example outside the sample */
export async function runSecondCoding(parts: SecondCoderParts, id: string, basis: CodingBasis): Promise<void> {
  const coding = await secondCodingOf(parts.db, id);
  const codes = (await parts.db.codes.bulkGet(coding.codes.map((code) => code.id))).filter(
    (code) => code !== undefined,
  );
  const { sentences } = await sentencesOf(parts.db, coding.subjectId);
  const made = await machineCoding(parts, coding, codes, sentences, basis);
  if (basis === "examples" && !made.examples.some(({ yes }) => yes > 0))
    throw withoutBasis(coding.codes[0]?.name ?? "");
  await keepMachineCoding(parts.db, id, made);
}

function withoutBasis(name: string): Problem {
  const words = `${name} has neither a definition nor examples outside the sample, so the machine has nothing to code by. Write a definition first.`;
  return new Problem("second_no_basis", words, { name });
}

/** @throws Problem second_no_basis */
async function machineCoding(
  { encode, means, model, now }: SecondCoderParts,
  coding: SecondCoding,
  codes: readonly Code[],
  sentences: readonly Sentence[],
  basis: CodingBasis,
): Promise<MachineCoding> {
  const taught = await taughtCodes(coding.codes, codes, encode);
  const input = blindInput({
    basis,
    kind: coding.unit,
    units: coding.units,
    codes: taught,
    space: codeSpace(sentences, means()),
    places: sentences.map(({ reviewId, start, end }) => ({ reviewId, start, end })),
  });
  const [idle] = codesWithoutBasis(input);
  if (idle !== undefined) throw withoutBasis(coding.codes.find(({ id }) => id === idle)?.name ?? "");
  const at = now();
  return {
    basis,
    model: await model(),
    codings: codeBlind(input).flatMap((decision, unit) => (decision ? { unit, at, ...decision } : [])),
    examples: input.codes.map(({ id, yes, no }) => ({ codeId: id, yes, no })),
    made: at,
  };
}

/** Definitions as they stood when the sample was drawn, with the examples there are now. */
async function taughtCodes(
  defined: readonly SecondCodingCode[],
  codes: readonly Code[],
  encode: SecondCoderParts["encode"],
): Promise<TaughtCode[]> {
  const texts = defined.map(definitionOf);
  const vectors = await encode(texts.flat().map(({ text }) => text));
  let next = 0;
  return defined.map(({ id }, c) => ({
    id,
    definition: (texts[c] ?? []).map((said): DefinitionText => {
      const vector = vectors[next++] ?? new Float32Array();
      return { ...said, vector, language: detectLanguage(said.text) };
    }),
    examples: codes.find((code) => code.id === id)?.examples ?? [],
  }));
}

function definitionOf({ name, description, include = [], exclude = [], inVivo }: SecondCodingCode) {
  const words = description ? `${name}. ${description}` : name;
  // the name is a passage of a review, so it is looked for in the sample apart from the description
  const said =
    inVivo && description ? [passage(name, true), meant(description)] : [inVivo ? passage(name, true) : meant(words)];
  return [
    ...said,
    ...include.map((text) => passage(text, true)),
    ...exclude.map((text) => passage(text, false)),
  ].filter(({ text }) => text.trim() !== "");
}

const meant = (text: string) => ({ text, yes: true, passage: false });
const passage = (text: string, yes: boolean) => ({ text, yes, passage: true });
