/** Texts that people sorted under names, as material for codes: one adapter a format. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import Papa from "papaparse";

/** Texts with the codes each belongs to: none, one or several. */
export interface CodedSet {
  name: string;
  texts: string[];
  /** Names of codes per text. */
  codes: string[][];
  /** BCP 47 primary tag per text. */
  languages: string[];
}

/** Customers' questions under 77 intents (Casanueva et al. 2020, arXiv:2003.04807), one each. */
export function readBanking(folder: string): CodedSet | undefined {
  const rows = readTable(join(folder, "banking77/train.csv"));
  if (!rows) return undefined;
  return {
    name: "BANKING77",
    texts: rows.map((row) => row.text?.trim() ?? ""),
    codes: rows.map((row) => [row.category ?? ""]),
    languages: rows.map(() => "en"),
  };
}

/** App reviews marked as problem report or request, English and French in one set. */
export function readAppReviews(folder: string): CodedSet | undefined {
  const set: CodedSet = { name: "app reviews", texts: [], codes: [], languages: [] };
  for (const language of ["en", "fr"]) {
    for (const row of readTable(join(folder, `app_reviews_garmin/classification.${language}.csv`)) ?? []) {
      set.texts.push(row.data?.trim() ?? "");
      set.codes.push(["problem_report", "feature_request"].filter((name) => row[name] === "1"));
      set.languages.push(language);
    }
  }
  return set.texts.length > 0 ? set : undefined;
}

/** Sentences about nine products with the features they judge (Ding, Liu, Yu 2008); one set a product, one code a feature. */
export function readProductFeatures(folder: string): CodedSet[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".txt") && file !== "README.txt")
    .map((file) => {
      const set: CodedSet = { name: basename(file, ".txt"), texts: [], codes: [], languages: [] };
      for (const line of readFileSync(join(folder, file), "utf8").split(/\r?\n/u)) addSentence(set, line);
      return set;
    });
}

function addSentence(set: CodedSet, line: string): void {
  const cut = line.indexOf("##");
  const text = cut < 0 ? "" : line.slice(cut + 2).trim();
  if (!text) return;
  const marked = [...line.slice(0, cut).matchAll(/([^,[\]]+)\[[+-]\d?\]/gu)].map(
    ([, feature]) => feature?.trim() ?? "",
  );
  set.texts.push(text);
  set.codes.push([...new Set(marked.filter(Boolean))]);
  set.languages.push("en");
}

function readTable(file: string): Record<string, string>[] | undefined {
  if (!existsSync(file)) return undefined;
  return Papa.parse<Record<string, string>>(readFileSync(file, "utf8"), { header: true, skipEmptyLines: "greedy" })
    .data;
}
