/** How well a survey was checked against real people, in sentences and in a table. */
import {
  FIDELITY_METHODS,
  type Fidelity,
  type FidelityMethod,
  type LibraryFidelity,
  type RatingSettings,
  type SurveySpec,
} from "../../domain";
import { NOTHING, type ReportTexts } from "./names";
import type { Table } from "./tables";

export interface GaugeReading {
  /** `unchecked`: too little to check against. */
  verdict: NonNullable<Fidelity["verdict"]> | "unchecked";
  /** In plain words. */
  sentence: string;
  /** On whom it was checked, and what stars measure. */
  notes: string[];
  table?: Table;
}

type Texts = Pick<ReportTexts, "phrase" | "precise">;

/**
 * @param fidelity absent where it was never looked at
 * @param run to say which way was used in it; what a language model wrote is held against nobody, so only the words of reviewers are
 */
export function gaugeReading(
  fidelity: Fidelity | undefined,
  texts: Texts,
  run?: Pick<SurveySpec, "rating" | "mode">,
): GaugeReading {
  const { phrase } = texts;
  const rating = run?.rating;
  if (run?.mode === "engine") {
    const words = gaugeReading(fidelity, texts, { ...run, mode: "evidence" });
    const sentence = phrase("surveyVerdict", { verdict: "engine", n: 0, needed: 0 });
    const notes = [phrase("surveyGaugeWords", { sentence: words.sentence }), ...words.notes];
    return { ...words, verdict: "unchecked", sentence, notes };
  }
  if (!fidelity?.checked || !fidelity.verdict) {
    const { why, heldIn: n = 0, needed = 0 } = fidelity ?? {};
    const verdict = fidelity === undefined ? "not_yet" : why === "few-reviewers" ? "few_reviewers" : "no_stars";
    return { verdict: "unchecked", sentence: phrase("surveyVerdict", { verdict, n, needed }), notes: [] };
  }
  const { verdict, heldOut, heldIn, needed } = fidelity;
  return {
    verdict,
    sentence: phrase("surveyVerdict", { verdict, n: heldIn, needed }),
    notes: [phrase("surveyGaugeWhat", { n: heldOut }), ...calibrationNote(fidelity, texts, rating)],
    table: tableOf(fidelity, texts, rating),
  };
}

/** @returns the way a run was rated by; the calibrated one only where a map could be learnt */
export function usedMethod({ method, calibrated }: RatingSettings, { rows }: Pick<Fidelity, "rows">): FidelityMethod {
  return calibrated && rows.some((row) => row.method === "calibrated") ? "calibrated" : method;
}

/** What the map does to reviewers it was not learnt on, whether it was used or not. */
function calibrationNote({ rows }: Fidelity, { phrase, precise }: Texts, rating?: RatingSettings): string[] {
  const before = rows.find(({ method }) => method === (rating?.method ?? "combined"));
  const after = rows.find(({ method }) => method === "calibrated");
  if (!before || !after) return [];
  const used = rating ? (rating.calibrated ? "yes" : "no") : "unknown";
  return [phrase("surveyGaugeCalibration", { before: precise(before.ks), after: precise(after.ks), used })];
}

function tableOf(fidelity: Fidelity, { phrase, precise }: Texts, rating?: RatingSettings): Table {
  const { rows, people, ceiling } = fidelity;
  const way = (code: string) => phrase("surveyWay", { way: code.replaceAll("-", "_") });
  const used = rating && usedMethod(rating, fidelity);
  const methods = FIDELITY_METHODS.map((method): string[] => {
    const name = method === used ? phrase("surveyGaugeUsed", { way: way(method) }) : way(method);
    const row = rows.find((one) => one.method === method);
    if (!row) return [name, phrase("surveyNotRun"), NOTHING, NOTHING];
    return [name, precise(row.ks), row.pearson === undefined ? NOTHING : precise(row.pearson), precise(row.mean)];
  });
  return {
    columns: [phrase("surveyGaugeWay"), phrase("surveyGaugeLike"), phrase("surveyGaugeEach"), phrase("surveyMean")],
    rows: [
      ...methods,
      ...(ceiling === undefined ? [] : [[way("halves"), precise(ceiling), NOTHING, NOTHING]]),
      ...(people ? [[way("people"), NOTHING, NOTHING, precise(meanOf(people))]] : []),
    ],
  };
}

/** @returns mean point, 1–5, of shares of the points */
export function meanOf(shares: readonly number[]): number {
  return shares.reduce((sum, share, i) => sum + share * (i + 1), 0);
}

/** @returns how well all products of the library are foretold and put in order; a sentence alone where they are too few for an order */
export function libraryReading(
  library: LibraryFidelity,
  { phrase, precise }: Texts,
): { title: string; sentence?: string; table?: Table } {
  const { products, needed, rows, halves } = library;
  const few = products < needed ? { sentence: phrase("surveyLibraryFew", { n: products, needed }) } : {};
  const title = phrase("surveyLibrary", { n: products });
  if (rows.length === 0) return { title, ...few };
  const ordered = rows.some(({ correlation }) => correlation !== undefined);
  const figure = (value: number | undefined) => (value === undefined ? NOTHING : precise(value));
  return {
    title,
    ...few,
    table: {
      columns: [
        phrase("surveyGaugeWay"),
        phrase("surveyGaugeLike"),
        ...(ordered ? [phrase("surveyGaugeOrder"), phrase("surveyRho")] : []),
      ],
      rows: [
        ...rows.map(({ method, ks, correlation, rho }) => [
          phrase("surveyWay", { way: method.replaceAll("-", "_") }),
          precise(ks),
          ...(ordered ? [figure(correlation), figure(rho)] : []),
        ]),
        ...(ordered && halves !== undefined
          ? [[phrase("surveyWay", { way: "halves" }), NOTHING, precise(halves), NOTHING]]
          : []),
      ],
    },
  };
}
