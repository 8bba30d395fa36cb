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
  // segments and personas
  "segment_gone",
  "segment_empty",
  "segment_name_missing",
  "line_gone",
  "description_missing",
  "persona_file_large",
  "persona_file_not_json",
  "persona_file_other",
  "persona_file_newer",
  "group_size",
  "group_gone",
  "turn_gone",
  "answer_broken_off",
  // language models on this machine
  "gpu_absent",
  "gpu_no_f16",
  "gpu_lost",
  "gpu_too_small",
  "library_missing",
  "browser_too_old",
  "browser_model_absent",
  "model_absent",
  "model_damaged",
  "model_unreadable",
  "model_too_large",
  "model_address",
  "download_failed",
  "download_paused",
  "generator_failed",
  "generator_slow",
  "context_full",
  // a server
  "server_address",
  "server_permission",
  "server_unreachable",
  "server_forbidden",
  "server_key",
  "server_busy",
  "server_model",
  "server_cut",
  "server_unreadable",
  "server_failed",
  // surveys and scales
  "survey_gone",
  "survey_file",
  "survey_no_question",
  "survey_question_empty",
  "survey_options",
  "survey_concept_empty",
  "survey_concept_long",
  "survey_too_many",
  "survey_skip",
  "survey_language",
  "survey_other_language",
  "survey_segment_gone",
  "survey_segment_small",
  "survey_unseen",
  "survey_nobody",
  "survey_respondents",
  "survey_engine_missing",
  "survey_busy",
  "survey_kano_engine",
  "scale_gone",
  "scale_name_missing",
  "scale_points",
  "scale_empty",
  "scale_twice",
  "scale_reversed",
  "scale_flat",
  "scale_weak",
  "manifest_unreadable",
  "manifest_engine",
  "manifest_changed",
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
