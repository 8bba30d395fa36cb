/** SPEC.json of `earshot survey`: a survey as the extension keeps it, with short forms that are easier to write by hand. */
import { readScale } from "../lib/ask/ssr/scales";
import { readSurveySpec } from "../lib/ask/survey";
import { Problem, type Scale, type SurveySpec } from "../lib/domain";

export interface SpecFile {
  spec: SurveySpec;
  /** Of one's own, written in the file. */
  scales: Scale[];
  /** Groups as they are named in the file: numbers, kinds, parts of names, or `all`. */
  segments: string[];
  /** Name of what is reviewed, "" where it is not said. */
  subject: string;
}

/** @throws Problem survey_file, scale_* */
export function readSpecFile(content: string, file: string): SpecFile {
  const given = parsed(content, file);
  // statements are in the survey's language where they do not say in which
  const inOwn = (scale: unknown) => readScale(isObject(scale) ? { language: given.language, ...scale } : scale);
  const scales = listOf(given.scales).map(inOwn);
  const questions = questionsOf(given).map((question, i) => {
    if (!isObject(question) || !isObject(question.scale)) return question;
    const scale = ownScale(inOwn(question.scale), i, scales);
    scales.push(scale);
    return { ...question, scale: scale.id };
  });
  const concepts = listOf(given.concepts).map((one) => (typeof one === "string" ? { text: one } : one));
  const { segments, scales: _, subject, ...rest } = given;
  const spec = readSurveySpec({ ...rest, questions, concepts }, file);
  const named = typeof segments === "string" ? [segments] : listOf(segments).map(String);
  return {
    spec,
    scales,
    segments: named.length > 0 ? named : spec.segmentIds,
    subject: typeof subject === "string" ? subject.trim() : "",
  };
}

function parsed(content: string, file: string): Record<string, unknown> {
  const problem = (why: string) =>
    new Problem("survey_file", `${file} is no survey that can be read: ${why}`, { name: file, other: why });
  let value: unknown;
  try {
    value = JSON.parse(content);
  } catch (error) {
    throw problem(`it is no JSON (${error instanceof Error ? error.message : String(error)}).`);
  }
  if (!isObject(value)) throw problem("it should be an object in curly brackets.");
  return value;
}

/** `"question"` and `"scale"` at the top are a survey of one question. */
function questionsOf({ questions, question, scale }: Record<string, unknown>): unknown[] {
  if (questions !== undefined || question === undefined) return listOf(questions);
  return [isObject(question) ? question : { text: question, ...(scale === undefined ? {} : { scale }) }];
}

/** Scales without a name of their own get one each. */
function ownScale(scale: Scale, question: number, others: readonly Scale[]): Scale {
  return others.some(({ id }) => id === scale.id) ? { ...scale, id: `${scale.id}-${question + 1}` } : scale;
}

/** What is no list is left to the reader of surveys, which says so. */
function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
