/** Why a file or a text as a whole gives no reviews. Single rows never end here: they are left out by number. */

/** Stable codes: the panel phrases them in its language, the command line prints the message. */
export type ProblemCode =
  | "too-large"
  | "too-many-rows"
  | "empty"
  | "old-excel"
  | "other-document"
  | "compressed"
  | "not-text"
  | "broken-spreadsheet"
  | "no-records"
  | "unreadable";

const SENTENCES: Record<ProblemCode, string> = {
  "too-large": "is larger than Earshot reads at once. Split it into parts.",
  "too-many-rows": "has more rows than Earshot reads at once. Split it into parts.",
  empty: "has no rows. Give a table of reviews or lines of JSON.",
  "old-excel": "is an Excel file of the old kind (.xls). Save it as .xlsx or CSV.",
  "other-document": "is a document of another kind. Save its table as .xlsx or CSV, or paste the texts.",
  compressed: "is an archive. Unpack it and give the file inside.",
  "not-text": "holds no text. Give a table (.csv, .tsv, .xlsx), JSON, or a text file.",
  "broken-spreadsheet": "is a damaged spreadsheet. Open it in a spreadsheet program and save it again.",
  "no-records": "is JSON without a list of objects. Give a list of reviews.",
  unreadable: "cannot be read.",
};

export class FileProblem extends Error {
  readonly code: ProblemCode;

  /**
   * @param name of the file, for the sentence
   * @param cause what a library said
   */
  constructor(code: ProblemCode, name: string, cause?: unknown) {
    super(`${name} ${SENTENCES[code]}`, { cause });
    this.name = "FileProblem";
    this.code = code;
  }
}
