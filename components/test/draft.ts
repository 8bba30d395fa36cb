/** A survey while it is being set up: fields as they are typed, read into a `SurveySpec` when it is run. */
import { DEFAULT_RATING } from "../../lib/ask/ssr/scales";
import { surveyTemplate } from "../../lib/ask/survey";
import {
  type Concept,
  type RatingSettings,
  type SkipRule,
  SURVEY_LIMITS,
  type SurveyQuestion,
  type SurveySpec,
  type SurveyTemplate,
  type Theme,
} from "../../lib/domain";

export interface ConceptDraft {
  id: string;
  name: string;
  text: string;
  price: string;
  /** What can be seen on its picture. */
  alt: string;
}

export interface QuestionDraft extends Pick<SurveyQuestion, "id" | "kind" | "text" | "perConcept"> {
  scale: string;
  /** One a line. */
  options: string;
  rows: string;
  skip?: SkipRule;
}

/** Numbers are absent while their field is empty. */
export interface SurveyDraft extends Pick<SurveySpec, "language" | "template" | "design" | "segmentIds" | "mode"> {
  title: string;
  concepts: ConceptDraft[];
  questions: QuestionDraft[];
  /** Only the groups of `segmentIds`; otherwise everybody. */
  byGroup: boolean;
  respondents?: number;
  seed?: number;
  rating: Omit<RatingSettings, "epsilon" | "temperature"> & { epsilon?: number; temperature?: number };
  fresh: boolean;
}

/** Questions whose answers are about what is listed under them. */
const WITH_OPTIONS = new Set<SurveyQuestion["kind"]>(["choice", "choices", "ranking", "maxdiff", "kano"]);
const WITH_SCALE = new Set<SurveyQuestion["kind"]>(["scale", "matrix"]);

export function hasOptions(kind: SurveyQuestion["kind"]): boolean {
  return WITH_OPTIONS.has(kind);
}

export function hasScale(kind: SurveyQuestion["kind"]): boolean {
  return WITH_SCALE.has(kind);
}

/** @returns what stands in the lines of a field, without spaces around and empty lines between */
export function linesOf(field: string): string[] {
  return field
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

export function draftOf(spec: SurveySpec): SurveyDraft {
  const { title, language, template, design, segmentIds, mode, respondents, seed, rating, fresh = false } = spec;
  return {
    title,
    language,
    ...(template ? { template } : {}),
    design,
    segmentIds: [...segmentIds],
    byGroup: segmentIds.length > 0,
    mode,
    respondents,
    seed,
    rating: { ...rating },
    fresh,
    concepts: spec.concepts.map(({ id, name, text, price = "", picture }) => ({
      id,
      name,
      text,
      price,
      alt: picture?.alt ?? "",
    })),
    questions: spec.questions.map(({ options = [], rows = [], scale = "", ...question }) => ({
      ...question,
      scale,
      options: options.join("\n"),
      rows: rows.join("\n"),
    })),
  };
}

/** @param untitled stands where no title was written */
export function specOf(draft: SurveyDraft, untitled: string): SurveySpec {
  const { title, language, template, design, segmentIds, byGroup, mode, fresh, rating } = draft;
  return {
    title: title.trim() || untitled,
    language,
    ...(template ? { template } : {}),
    concepts: draft.concepts.map(conceptOf),
    design,
    questions: draft.questions.map((question) => questionOf(question, draft.concepts.length > 0)),
    segmentIds: byGroup ? [...segmentIds] : [],
    respondents: draft.respondents ?? SURVEY_LIMITS.respondents,
    seed: draft.seed ?? 1,
    rating: {
      ...rating,
      epsilon: rating.epsilon ?? DEFAULT_RATING.epsilon,
      temperature: rating.temperature ?? DEFAULT_RATING.temperature,
    },
    mode,
    ...(fresh && mode === "engine" ? { fresh } : {}),
  };
}

function conceptOf({ id, name, text, price, alt }: ConceptDraft, place: number): Concept {
  return {
    id,
    name: name.trim() || String(place + 1),
    text: text.trim(),
    ...(price.trim() ? { price: price.trim() } : {}),
    ...(alt.trim() ? { picture: { alt: alt.trim() } } : {}),
  };
}

/** Only what belongs to its kind: what was typed for another kind stays in the draft. */
function questionOf({ id, kind, text, scale, options, rows, perConcept, skip }: QuestionDraft, concepts: boolean) {
  return {
    id,
    kind,
    text: text.trim(),
    ...(hasScale(kind) ? { scale } : {}),
    ...(hasOptions(kind) ? { options: linesOf(options) } : {}),
    ...(kind === "matrix" ? { rows: linesOf(rows) } : {}),
    perConcept: perConcept && concepts,
    ...(skip ? { skip } : {}),
  } satisfies SurveyQuestion;
}

/** @param language of the questions: en, zh or ru; any other is asked in English */
export function blankDraft(language: string): SurveyDraft {
  return {
    title: "",
    language: templateLanguage(language),
    design: "sequential",
    segmentIds: [],
    byGroup: false,
    mode: "evidence",
    respondents: SURVEY_LIMITS.respondents,
    seed: 1,
    rating: { ...DEFAULT_RATING },
    fresh: false,
    concepts: [],
    questions: [],
  };
}

/** Features to weigh: fewer say nothing about what matters more, more are a long list for a beginning. */
const FEATURES = { fewest: 3, most: 8 };

/**
 * @param language of the interface, BCP 47
 * @param themes of the product: what its reviewers speak of stands for its features, where they speak of enough
 */
export function draftFrom(template: SurveyTemplate, language: string, themes: readonly Theme[] = []): SurveyDraft {
  const blank = specOf(blankDraft(language), "");
  const draft = draftOf({ ...blank, ...surveyTemplate(template, templateLanguage(language)) });
  const features = featuresOf(themes);
  if (features.length < FEATURES.fewest) return draft;
  const options = features.join("\n");
  const weighs = ({ kind }: QuestionDraft) => kind === "kano" || kind === "maxdiff";
  return { ...draft, questions: draft.questions.map((one) => (weighs(one) ? { ...one, options } : one)) };
}

function featuresOf(themes: readonly Theme[]): string[] {
  const topical = themes.filter(({ rest, general, parentId }) => !rest && !general && parentId === undefined);
  const labels = topical.toSorted((a, b) => b.size - a.size).map(({ label }) => label);
  return labels.filter((label, i) => labels.indexOf(label) === i).slice(0, FEATURES.most);
}

export function templateLanguage(language: string): "en" | "zh" | "ru" {
  const primary = language.toLowerCase().split(/[-_]/)[0];
  return primary === "zh" || primary === "ru" ? primary : "en";
}
