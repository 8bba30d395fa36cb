/** What `earshot ask` is told: its options, read and checked before any work begins. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { FIELDS, type Field } from "../lib/collect/files/columns/field-names";
import { chooseInterfaceLanguage, makePhrase, type Phrase } from "../lib/locale";
import { isTranscriptName } from "./ask-group";
import { type EngineWanted, readEngine } from "./engine";
import { MASK_OPTIONS, type PassagePrinter, passagePrinter } from "./mask";
import { COLUMN_OPTIONS } from "./reviews-file";

const OPTIONS = {
  ...COLUMN_OPTIONS,
  ...MASK_OPTIONS,
  reviews: { type: "string" },
  segment: { type: "string" },
  segments: { type: "boolean" },
  persona: { type: "string" },
  engine: { type: "string" },
  model: { type: "string" },
  server: { type: "string" },
  group: { type: "string" },
  transcript: { type: "string" },
  language: { type: "string" },
} as const;

export interface AskWanted {
  file: string;
  questions: string[];
  engine: EngineWanted;
  group?: string;
  transcript?: string;
  /** Personal data stays. */
  keep: boolean;
  named: Map<Field, string>;
  segment?: string;
  list: boolean;
  persona?: string;
  /** BCP 47, of the answer's own words. */
  language: string;
  phrase: Phrase;
  print: PassagePrinter;
}

/** @throws Error with a sentence on wrong usage */
export function readAskArgs(args: string[]): AskWanted {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS });
  const { reviews: file, segment, segments: list = false, persona, group, transcript, language = "en" } = values;
  const engine = readEngine(values);
  if (file === undefined) throw new Error("Name the file of reviews with --reviews FILE.");
  if (segment !== undefined && persona !== undefined) throw new Error("Give --segment or --persona, not both.");
  if (group !== undefined && (segment ?? persona) !== undefined)
    throw new Error("Give --group or one group by --segment or --persona, not both.");
  if (transcript !== undefined && !isTranscriptName(transcript))
    throw new Error(`A transcript is written as .md, .docx or .json: "${transcript}" is none of them.`);
  const questions = positionals.filter((one) => one.trim() !== "");
  if (questions.length > 1 && group === undefined) throw new Error("Ask one question, in quotation marks.");
  if (!list && questions.length === 0) throw new Error("Ask a question, in quotation marks.");
  const named = FIELDS.flatMap((field): [Field, string][] => {
    const name = values[field];
    return typeof name === "string" && field !== "language" ? [[field, name]] : [];
  });
  const keep = values["keep-personal-data"] === true;
  const said = { language, phrase: phraseIn(language), print: passagePrinter(keep) };
  return { file, questions, engine, group, transcript, keep, named: new Map(named), segment, list, persona, ...said };
}

function phraseIn(tag: string): Phrase {
  const language = chooseInterfaceLanguage([tag]);
  const catalogue = new URL(`../public/_locales/${language}/messages.json`, import.meta.url);
  return makePhrase(JSON.parse(readFileSync(catalogue, "utf8")), language);
}
