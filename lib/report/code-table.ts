/** The sentences of a code as a table that spreadsheets open. */
import Papa from "papaparse";
import type { Code, Quote, Review, Span } from "../domain";
import type { Phrase } from "../locale";

/** Judged by hand, or suggested with a chance. */
export interface CodedSentence extends Quote {
  /** 0–1; absent where a person judged. */
  confidence?: number;
  /** The words as they were when they were judged: kept even when the review is gone. */
  text?: string;
}

/** What is printed of a passage of a text. */
export type Mask = (text: string, passage: Span, review?: Review) => string;

/** Excel takes a file without it for one in an old code page. */
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * Comma-separated, quoted as RFC 4180 says, with a byte order mark. Cells that a spreadsheet would run as formulas are made text
 * (OWASP, CSV injection). Sentences whose words are gone are left out; authors are never named.
 * @param mask a passage of a text with its personal data hidden; absent: words stay as they are
 */
export function codeTable(
  code: Pick<Code, "name">,
  sentences: readonly CodedSentence[],
  reviews: readonly Review[],
  { phrase, mask = (text, { start, end }) => text.slice(start, end) }: { phrase: Phrase; mask?: Mask },
): string {
  const byId = new Map(reviews.map((review) => [review.id, review]));
  const rows = sentences.flatMap((sentence) => {
    const review = byId.get(sentence.reviewId);
    const kept = sentence.text ?? "";
    const words = review ? mask(review.body, sentence, review) : mask(kept, { start: 0, end: kept.length });
    return words.trim() === "" ? [] : [cellsOf(code, sentence, words.trim(), review, phrase)];
  });
  const columns = ["code", "text", "decided", "confidence", "stars", "date", "language", "page"].map((column) =>
    phrase("codeColumn", { column }),
  );
  return BYTE_ORDER_MARK + Papa.unparse({ fields: columns, data: rows }, { escapeFormulae: true });
}

function cellsOf(
  { name }: Pick<Code, "name">,
  { confidence }: CodedSentence,
  words: string,
  review: Review | undefined,
  phrase: Phrase,
): string[] {
  return [
    name,
    words,
    phrase("codeDecided", { how: confidence === undefined ? "hand" : "suggested" }),
    confidence === undefined ? "" : confidence.toFixed(2),
    review?.rating === undefined ? "" : `${review.rating}${review.ratingScale ? `/${review.ratingScale}` : ""}`,
    review?.date ?? "",
    review?.language ?? "",
    review?.place.url ?? "",
  ];
}
