/** What `earshot survey` prints: one object, per concept its figures, then differences, reasons, fidelity and manifest. */
import type {
  QuotedText,
  ResultCell,
  Review,
  SurveyManifest,
  SurveyQuestion,
  SurveyReason,
  SurveyResults,
} from "../lib/domain";
import { maskPersonalData } from "../lib/understand/personal-data";
import type { PassagePrinter } from "./mask";

/** Words of reviews, as they may be printed. */
export interface Printing {
  reviews: ReadonlyMap<string, Pick<Review, "body" | "author" | "language">>;
  print: PassagePrinter;
  /** Personal data stays. */
  keep: boolean;
}

/**
 * @param manifest of the run; its material stays in the file it was saved to
 * @param results as computed, by the run or once more
 */
export function surveyLine(manifest: SurveyManifest, results: SurveyResults, printing: Printing) {
  const { spec, fidelity, material: _, results: __, fidelity: ___, ...rest } = manifest;
  const asked = (conceptId: string | undefined) =>
    spec.questions.flatMap((question) => questionLine(question, conceptId, results.cells));
  const about = (conceptId: string | undefined) => {
    const questions = asked(conceptId);
    const rated = questions.find(({ pmf }) => pmf !== undefined);
    return { ...(rated ? { pmf: rated.pmf, mean: rated.mean, segments: rated.segments } : {}), questions };
  };
  return {
    survey: spec.title,
    simulated: true,
    mode: spec.mode,
    respondents: rest.captured.respondents,
    concepts: spec.concepts.map(({ id, name }) => ({ id, name, ...about(id) })),
    ...about(undefined),
    differences: results.differences,
    reasons: results.reasons.map((reason) => reasonLine(reason, printing)),
    ...(fidelity ? { fidelity } : {}),
    manifest: { ...rest, spec },
  };
}

/** One line per row of a matrix, one for any other question; none where it is not asked about that. */
function questionLine(
  { id, kind, text, options, rows }: SurveyQuestion,
  conceptId: string | undefined,
  cells: readonly ResultCell[],
) {
  const own = cells.filter((cell) => cell.questionId === id && cell.conceptId === conceptId);
  return own
    .filter(({ segmentId }) => segmentId === undefined)
    .map((cell) => {
      const segments = own.filter((one) => one.segmentId !== undefined && one.row === cell.row);
      const told = {
        id,
        kind,
        text,
        ...(options ? { options } : {}),
        ...(cell.row === undefined ? {} : { row: rows?.[cell.row] }),
      };
      return {
        ...told,
        ...figuresOf(cell),
        segments: segments.map((one) => ({ segment: one.segmentId, ...figuresOf(one) })),
      };
    });
}

function figuresOf({ questionId: _, conceptId: __, segmentId: ___, row: ____, ...figures }: ResultCell) {
  return figures;
}

function reasonLine({ quotes, written, ...reason }: SurveyReason, { reviews, print, keep }: Printing) {
  const printed = (quote: QuotedText): QuotedText => {
    const review = reviews.get(quote.reviewId);
    return { ...quote, text: review ? print(review, quote) : quote.text };
  };
  const told = written?.map((text) => (keep ? text : maskPersonalData(text)));
  return { ...reason, quotes: quotes.map(printed), ...(told ? { written: told } : {}) };
}
