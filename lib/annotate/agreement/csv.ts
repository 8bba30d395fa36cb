/** Agreement as a table for spreadsheets and statistics programs: one code a row, with how the sample was drawn beside each. */
import Papa from "papaparse";
import { CODING_BASES, type SecondCoding } from "../../domain";
import { agreementOf, type Measured } from "./agreement-of";
import { bothCoders, machineRun } from "./double-coding";

/** Excel takes a file without it for one in an old code page. */
const BYTE_ORDER_MARK = "\uFEFF";
/** What a spreadsheet would run as a formula is made text (OWASP, CSV injection), also behind spaces and in full-width signs. */
const FORMULA = /^\s*[=+\-@\t\r\n＝＋－＠]/u;

const COLUMNS = [
  "basis",
  "code",
  "units",
  "both",
  "person_only",
  "machine_only",
  "neither",
  "agreement",
  "cohen_kappa",
  "krippendorff_alpha",
  "alpha_95_low",
  "alpha_95_high",
  "not_said_because",
  "examples_yes",
  "examples_no",
  "machine",
  "unit",
  "sample",
  "sample_size",
  "drawn_from",
  "seed",
] as const;

/** Columns have the same names in every language, so that scripts can rest on them. Codes in their own row, then `(overall)` and `(mean)`. */
export function agreementCsv(coding: SecondCoding): string {
  const rows = CODING_BASES.flatMap((basis) => {
    const run = machineRun(coding, basis);
    if (!run) return [];
    const { codes, overall, mean } = agreementOf(
      bothCoders(coding, basis),
      coding.codes.map(({ id }) => id),
    );
    const { method, size, seed } = coding.sample;
    const drawn = [run.model, coding.unit, method, size, coding.of, seed];
    return [
      ...codes.map((code, c) => {
        const { yes, no } = run.examples.find(({ codeId }) => codeId === code.codeId) ?? {};
        const sides = [code.both, code.first, code.second, code.neither];
        return [basis, asText(coding.codes[c]?.name ?? ""), code.units, ...sides, ...figures(code), yes, no, ...drawn];
      }),
      [basis, "(overall)", overall.units, ...NOTHING, ...figures(overall), "", "", ...drawn],
      [
        basis,
        "(mean)",
        overall.units,
        ...NOTHING,
        "",
        rounded(mean.kappa),
        rounded(mean.alpha),
        "",
        "",
        "",
        "",
        "",
        ...drawn,
      ],
    ];
  });
  return BYTE_ORDER_MARK + Papa.unparse({ fields: [...COLUMNS], data: rows }, { newline: "\r\n" });
}

const NOTHING = ["", "", "", ""];

function figures({ percent, kappa, alpha, interval, unsaid }: Measured) {
  return [...[percent, kappa, alpha, interval?.low, interval?.high].map(rounded), unsaid ?? ""];
}

function rounded(value: number | undefined): number | string {
  return value === undefined ? "" : Math.round(value * 10_000) / 10_000;
}

function asText(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}
