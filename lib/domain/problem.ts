/** What can go wrong where a person acts; the interface has a sentence for each in every language (text `problem`). */
export const PROBLEM_CODES = [
  "code_name_missing",
  "code_name_taken",
  "code_gone",
  "sentence_gone",
  "theme_gone",
  "theme_name_missing",
  "theme_without_parts",
  "theme_into_itself",
  "theme_part_already",
  "question_missing",
  "persona_gone",
  "not_stored",
  "engine_silent",
  "storage_full",
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/**
 * An error that people meet. `code` and `values` travel with it between contexts, so that the interface can say it in the reader's
 * language; `message` is the English sentence for whoever has no texts: logs, tests, the command line.
 */
export class Problem extends Error {
  readonly code: ProblemCode;
  /** What the sentence names: `name` is what it is about, `other` the second one. */
  readonly values: { readonly name?: string; readonly other?: string };

  constructor(code: ProblemCode, message: string, values: Problem["values"] = {}, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
    this.values = values;
  }
}
