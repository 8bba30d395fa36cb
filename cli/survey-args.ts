/** What `earshot survey` is told: its options, read and checked before any work begins. */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { builtInScales } from "../lib/ask/ssr/scales";
import { checkSpec } from "../lib/ask/survey";
import { FIELDS, type Field } from "../lib/collect/files/columns/field-names";
import { Problem, SURVEY_TEMPLATES, type SurveyTemplate } from "../lib/domain";
import { type EngineWanted, readEngine } from "./engine";
import { MASK_OPTIONS } from "./mask";
import { COLUMN_OPTIONS } from "./reviews-file";
import { readSpecFile, type SpecFile } from "./survey-spec";

const OPTIONS = {
  ...COLUMN_OPTIONS,
  ...MASK_OPTIONS,
  reviews: { type: "string" },
  replay: { type: "string" },
  manifest: { type: "string" },
  template: { type: "string" },
  language: { type: "string" },
  engine: { type: "string" },
  model: { type: "string" },
  server: { type: "string" },
} as const;

const TEMPLATE_LANGUAGES = ["en", "zh", "ru"] as const;

export type SurveyWanted =
  | { kind: "template"; template: SurveyTemplate; language: (typeof TEMPLATE_LANGUAGES)[number] }
  | { kind: "replay"; file: string; keep: boolean }
  | { kind: "run"; asked: SpecFile; run: RunWanted };

export interface RunWanted {
  /** Of reviews. */
  file: string;
  named: Map<Field, string>;
  engine: EngineWanted;
  /** Where the manifest goes. */
  manifest?: string;
  /** Personal data stays. */
  keep: boolean;
}

/** @throws Error with a sentence on wrong usage; Problem survey_*, scale_* about the survey */
export function readSurveyArgs(args: string[]): SurveyWanted {
  const { values, positionals } = parseArgs({ args, allowPositionals: true, options: OPTIONS });
  const { template, replay, reviews: file, manifest, language } = values;
  const keep = values["keep-personal-data"] === true;
  if (template !== undefined) {
    if (positionals.length > 0 || replay !== undefined)
      throw new Error("--template prints a survey; it takes no file.");
    return { kind: "template", template: templateOf(template), language: languageOf(language) };
  }
  if (replay !== undefined) {
    if (positionals.length > 0 || file !== undefined)
      throw new Error("--replay needs the manifest alone: survey and reviews are in it.");
    return { kind: "replay", file: replay, keep };
  }
  const [spec, ...more] = positionals;
  if (spec === undefined || more.length > 0) throw new Error("Name one survey, such as survey.json.");
  if (file === undefined) throw new Error("Name the file of reviews with --reviews FILE.");
  const named = FIELDS.flatMap((field): [Field, string][] => {
    const name = values[field];
    return typeof name === "string" && field !== "language" ? [[field, name]] : [];
  });
  const engine = readEngine(values);
  const asked = withMode(readSpecFile(contentOf(spec), spec), engine);
  checkSpec(asked.spec, [...asked.scales, ...builtInScales()]);
  return { kind: "run", asked, run: { file, named: new Map(named), engine, keep, ...(manifest ? { manifest } : {}) } };
}

/** Who answers is said on the command line; a survey that was made for a language model is not asked without one unnoticed. */
function withMode(asked: SpecFile, { kind }: EngineWanted): SpecFile {
  if (kind === "evidence" && asked.spec.mode === "engine")
    throw new Problem("survey_engine_missing", "This survey is for a language model. Name one with --engine.");
  return { ...asked, spec: { ...asked.spec, mode: kind === "evidence" ? "evidence" : "engine" } };
}

function templateOf(name: string): SurveyTemplate {
  const found = SURVEY_TEMPLATES.find((one) => one === name);
  if (!found) throw new Error(`There is no template "${name}"; templates are: ${SURVEY_TEMPLATES.join(", ")}.`);
  return found;
}

function languageOf(given = "en"): (typeof TEMPLATE_LANGUAGES)[number] {
  const found = TEMPLATE_LANGUAGES.find((one) => one === given);
  if (!found) throw new Error(`Templates are in ${TEMPLATE_LANGUAGES.join(", ")}; "${given}" is none of them.`);
  return found;
}

/** @throws Error in a sentence */
export function contentOf(file: string): string {
  try {
    return readFileSync(file === "-" ? 0 : file, "utf8");
  } catch {
    throw new Error(`"${file}" cannot be read. Check its name and rights.`);
  }
}
