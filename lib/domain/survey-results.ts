import type { ProblemCode } from "./problem";
import type { QuotedText } from "./review";

/** What one respondent answered to one question (about one concept, in one row). */
export interface SurveyAnswer {
  questionId: string;
  conceptId?: string;
  /** Row of a matrix, from 0. */
  row?: number;
  /** `silent`: wrote nothing that bears on it; `skipped`: by its rule; `failed`: could not be written. */
  heard: "spoke" | "silent" | "skipped" | "failed";
  /** Shares of the points 1–5: `scale`, `matrix`. */
  pmf?: number[];
  /** Places of the options chosen; with `ranking` all of them in their order, with `maxdiff` best first and worst last. */
  chosen?: number[];
  /** How much each option is worth to them, on a scale of the method's own: `ranking`, `maxdiff`, `kano` (−1..1, absent ones NaN-free as null). */
  utilities?: (number | null)[];
  /** Prices named, in the subject's currency: `price`. */
  prices?: PriceAnswer;
  /** The words that were rated: the reviewer's own sentences. */
  quotes?: QuotedText[];
  /** What a language model wrote in their place (plain persona): simulated, never a quote. */
  text?: string;
  /** Why, by the rich persona: simulated, unscored. */
  reason?: string;
  problem?: ProblemCode;
}

export interface PriceAnswer {
  tooCheap?: number;
  cheap?: number;
  expensive?: number;
  tooExpensive?: number;
}

/** One respondent: a real reviewer in evidence mode, a simulation of one with an engine. Never a name. */
export interface SurveyResponse {
  /** `${surveyId}:${respondent}` */
  id: string;
  surveyId: string;
  subjectId: string;
  /** Id of their first review. */
  respondent: string;
  reviewIds: string[];
  segmentIds: string[];
  /** Concepts in the order in which they were shown. */
  shown: string[];
  answers: SurveyAnswer[];
}

/** Figures of one question, for one concept and one segment. */
export interface ResultCell {
  questionId: string;
  conceptId?: string;
  row?: number;
  /** Absent: everybody. */
  segmentId?: string;
  /** Reviewers it was put to, and those who said something that bears on it. Figures are of the latter. */
  asked: number;
  heard: number;
  skipped: number;
  failed: number;
  /** Fewer than {@link SURVEY_LIMITS}.segmentReviewers were heard: no figures. */
  few?: boolean;
  /** `scale`, `matrix`. */
  pmf?: number[];
  mean?: number;
  /** Share of those heard who chose each option: `choice`, `choices`. */
  shares?: number[];
  /** Mean utility of each option, null where fewer than {@link SURVEY_LIMITS}.segmentReviewers spoke of it: `ranking`, `maxdiff`. */
  utilities?: (number | null)[];
  /** People behind each utility. */
  behind?: number[];
  /** Places of the options that have a utility, best first: `ranking`, `maxdiff`. */
  order?: number[];
  prices?: PriceResult;
  kano?: KanoFeature[];
}

/** Van Westendorp 1976: where the cumulative curves cross; absent where they do not. */
export interface PriceResult {
  /** People behind the curves. */
  of: number;
  currency?: string;
  optimal?: number;
  indifference?: number;
  cheapest?: number;
  dearest?: number;
  /** At each price the shares (0–1) who find it too cheap, cheap, expensive, too expensive. */
  curves: { price: number; tooCheap: number; cheap: number; expensive: number; tooExpensive: number }[];
}

/**
 * What a feature does to satisfaction, from those who praise it, those who complain, and those who say nothing (penalty–reward
 * contrasts, Brandt 1987). `must`: its lack costs more than its presence gains; `attractive`: the other way; `performance`: both.
 */
export interface KanoFeature {
  option: number;
  kind: "must" | "performance" | "attractive" | "indifferent" | "unclear";
  /** Stars gained where it is praised, and lost where it is blamed, against those who do not speak of it. */
  reward?: number;
  penalty?: number;
  praised: number;
  blamed: number;
  silent: number;
}

/** A against B: resampled over reviewers, never over what was simulated of them. */
export interface Difference {
  questionId: string;
  row?: number;
  segmentId?: string;
  a: string;
  b: string;
  /** Mean point of A minus mean point of B (or share of the first option). */
  difference: number;
  /** 95 % of the resampled differences lie between. */
  low: number;
  high: number;
  /** Share of resamples in which the sign is the other one, twice, adjusted for all pairs of the question (Holm). */
  p: number;
  /** Reviewers behind A and behind B; in a sequential design those who spoke of both are in both. */
  reviewers: { a: number; b: number };
  /** Reviewers as many independent answers as these are worth (Kish). */
  effective: number;
  verdict: "higher" | "lower" | "undecided" | "few";
}

/** Why they answer as they do: sentences of theirs, by theme. */
export interface SurveyReason {
  questionId: string;
  conceptId?: string;
  side: "for" | "against" | "mixed";
  themeId?: string;
  /** Theme in its own words; absent: none. */
  topic?: string;
  reviewers: number;
  quotes: QuotedText[];
  /** With an engine: what was written in their place. */
  written?: string[];
}

export interface SurveyResults {
  cells: ResultCell[];
  differences: Difference[];
  reasons: SurveyReason[];
}
