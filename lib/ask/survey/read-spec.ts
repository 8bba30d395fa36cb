/** A survey from a file: shape first, then `checkSurvey` says whether it can be asked. */
import {
  type Concept,
  Problem,
  QUESTION_KINDS,
  type RatingSettings,
  type SkipRule,
  SURVEY_LIMITS,
  SURVEY_TEMPLATES,
  type SurveyQuestion,
  type SurveySpec,
} from "../../domain";
import { DEFAULT_RATING } from "../ssr/scales";
import { FieldReader } from "./fields";

const SKIPS = ["below", "atLeast", "chose", "notChose", "silent"] as const;

/**
 * What may be left out: ids (numbered), kind (`scale`), design (`sequential`: what people wrote was written before any concept was shown, so no order sways it), perConcept (true where there are concepts), segments (everybody),
 * respondents (as many as can be), seed (1), rating (as chosen on development data), mode (`evidence`).
 * @param value parsed JSON
 * @param name of the file, for what is said
 * @throws Problem survey_file that names the place and says what belongs there
 */
export function readSurveySpec(value: unknown, name: string): SurveySpec {
  const read = FieldReader.of(
    value,
    (sentence) =>
      new Problem("survey_file", `${name} is no survey that can be read: ${sentence}`, { name, other: sentence }),
  );
  const concepts = read.list("concepts").map((one, i) => conceptFrom(one, i));
  const template = read.choice("template", SURVEY_TEMPLATES, undefined);
  return {
    title: read.text("title", name),
    language: read.text("language", "en"),
    ...(template ? { template } : {}),
    concepts,
    design: read.choice("design", ["monadic", "sequential"] as const, "sequential"),
    questions: read.list("questions").map((one, i) => questionFrom(one, i, concepts.length > 0)),
    segmentIds: read.texts("segmentIds") ?? [],
    respondents: read.number("respondents", SURVEY_LIMITS.respondents),
    seed: read.number("seed", 1),
    rating: ratingFrom(read.part("rating")),
    mode: read.choice("mode", ["evidence", "engine"] as const, "evidence"),
    ...(read.flag("fresh", false) ? { fresh: true } : {}),
  };
}

function conceptFrom(read: FieldReader, i: number): Concept {
  const price = read.text("price", "");
  const picture = read.part("picture");
  return {
    id: read.text("id", `concept-${i + 1}`),
    name: read.text("name", String(i + 1)),
    text: read.text("text", ""),
    ...(price ? { price } : {}),
    ...(picture ? { picture: { alt: picture.text("alt", "") } } : {}),
  };
}

function questionFrom(read: FieldReader, i: number, concepts: boolean): SurveyQuestion {
  const kind = read.choice("kind", QUESTION_KINDS, "scale");
  const scale = read.text("scale", "");
  const options = read.texts("options");
  const rows = read.texts("rows");
  const skip = read.part("skip");
  return {
    id: read.text("id", `question-${i + 1}`),
    kind,
    text: read.text("text", ""),
    ...(scale ? { scale } : {}),
    ...(options ? { options } : {}),
    ...(rows ? { rows } : {}),
    perConcept: read.flag("perConcept", concepts),
    ...(skip ? { skip: skipFrom(skip) } : {}),
  };
}

function skipFrom(read: FieldReader): SkipRule {
  const [value, option] = [read.number("value"), read.number("option")];
  return {
    question: read.text("question", ""),
    when: read.choice("when", SKIPS, "silent"),
    ...(value === undefined ? {} : { value }),
    ...(option === undefined ? {} : { option }),
  };
}

function ratingFrom(read: FieldReader | undefined): RatingSettings {
  if (!read) return { ...DEFAULT_RATING };
  return {
    method: read.choice("method", ["plain", "combined"] as const, DEFAULT_RATING.method),
    centred: read.flag("centred", DEFAULT_RATING.centred),
    epsilon: read.least("epsilon", 0, DEFAULT_RATING.epsilon),
    temperature: read.least("temperature", 0, DEFAULT_RATING.temperature),
    calibrated: read.flag("calibrated", DEFAULT_RATING.calibrated),
  };
}
