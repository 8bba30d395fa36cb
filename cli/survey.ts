/** `earshot survey SPEC.json --reviews FILE`: how the reviewers of a file would take a concept, a claim, a price, an ad or a reply. */
import { writeFileSync } from "node:fs";
import { DEFAULT_RATING } from "../lib/ask/ssr/scales";
import { readManifest, replay, surveyTemplate } from "../lib/ask/survey";
import { Problem, SURVEY_LIMITS, SURVEY_TEMPLATES, type SurveyManifest, type SurveyResults } from "../lib/domain";
import { createNodeEncoder } from "../lib/models/node-encoder";
import { readMaterial } from "./ask";
import type { Command, ExitCode, Io } from "./command";
import { KEY_VARIABLE, openEngine } from "./engine";
import { MASK_HELP, passagePrinter } from "./mask";
import { INPUT_HELP } from "./reviews-file";
import { contentOf, type RunWanted, readSurveyArgs, type SurveyWanted } from "./survey-args";
import { surveyLine } from "./survey-output";
import { fidelitySentence, runSurvey } from "./survey-run";
import type { SpecFile } from "./survey-spec";
import { sentence } from "./understand";

export const command: Command = {
  summary:
    "Shows concepts, claims, prices, ads or replies to the reviewers of a file: what their words say, and how well that was checked.",
  usage: `Usage: earshot survey SPEC.json --reviews FILE [--manifest OUT] [--engine evidence|wllama|server] [--keep-personal-data]
                      [columns]
       earshot survey --template NAME [--language en|zh|ru]
       earshot survey --replay MANIFEST [--keep-personal-data]

SPEC.json         {"title","language":"en","concepts":[{"name","text","price","picture":{"alt"}}],"questions":[{"kind":"scale","text",
                  "scale":"purchase-intent","perConcept":true}],"design":"sequential","segments":["dissatisfied"],"seed":1}. Kinds are open,
                  scale, choice, choices, ranking, maxdiff, price, matrix, kano. A scale is the name of a built-in one (see "earshot rate
                  --help") or {"language","sets":[["…","…","…","…","…"], …]}. Short forms: a concept may be its text alone, and "question"
                  with "scale" stands for one question. "segments": groups as "earshot ask --segments" lists them, or "all". "subject": name
                  of the product. Up to ${SURVEY_LIMITS.concepts} concepts of ${SURVEY_LIMITS.conceptWords} words, ${SURVEY_LIMITS.questions} questions, ${SURVEY_LIMITS.respondents} respondents
--template NAME   prints a survey to start from: ${SURVEY_TEMPLATES.join(", ")}. Write its concepts, then run it
--manifest OUT    writes everything the run rests on to OUT: survey, scales, seed, models and, without a language model, the reviews as
                  they were written (reviewers only as numbers) and vectors
--replay MANIFEST computes the same figures from such a file, to the last digit, without a model and without the reviews
--engine          evidence (the default): no language model, see below. wllama (--model FILE.gguf) or server (--server URL --model NAME, key in
                  ${KEY_VARIABLE}): a language model answers each question in each reviewer's place, in words and in a context of
                  its own; what it writes is rated the same way and printed as "written", never as a quote. It takes seconds an answer

Without it, who answers are real reviewers, and all they answer with is what they wrote: who wrote nothing that bears on a question is
silent and counted so ("heard" of "asked"). It says how they speak of what a concept is about; what they make of a promise to change it,
nobody has asked them. Words become points by Semantic Similarity Rating (arXiv 2510.08338); "rating":{"method":"plain"} takes it alone, the
default is ${JSON.stringify(DEFAULT_RATING)}.

${INPUT_HELP}

Prints one JSON object: {"survey","simulated","respondents","concepts":[{"id","name","pmf":[five shares],"mean","segments":[{"segment","pmf",
"mean"}],"questions":[…]}],"questions":[…],"differences":[{"a","b","difference","low","high","p","reviewers","effective","verdict"}],
"reasons":[{"side","topic","reviewers","quotes"}],"fidelity","manifest"}. pmf and mean of a concept are those of its first rated question.
Differences are resampled over reviewers; "fidelity" holds satisfaction read from words against the stars of reviewers kept away, where
there are enough. Exit code 1 when rows could not be read, or a manifest is damaged or was changed; 2 when the survey cannot be asked.

${MASK_HELP}

Example: earshot survey --template message > survey.json
         earshot survey survey.json --reviews reviews.csv --manifest run.json`,
  run,
};

async function run(args: string[], io: Io): Promise<ExitCode> {
  let wanted: SurveyWanted;
  try {
    wanted = readSurveyArgs(args);
  } catch (error) {
    io.stderr(`earshot survey: ${sentence(error)} See "earshot survey --help".`);
    return 2;
  }
  if (wanted.kind === "template") {
    const { template, language } = wanted;
    io.stdout(JSON.stringify({ language, ...surveyTemplate(template, language) }, null, 2));
    return 0;
  }
  return wanted.kind === "replay" ? runAgain(wanted.file, wanted.keep, io) : ask(wanted.asked, wanted.run, io);
}

async function ask(asked: SpecFile, wanted: RunWanted, io: Io): Promise<ExitCode> {
  const tell = (told: string) => io.stderr(`earshot survey: ${told}`);
  const { material, failed } = await readMaterial(wanted, io);
  const encoder = await createNodeEncoder();
  const engine = openEngine(wanted.engine, tell);
  try {
    const manifest = await runSurvey({ asked, material, encoder, engine, tell });
    if (manifest.fidelity) tell(fidelitySentence(manifest.fidelity));
    if (wanted.manifest !== undefined) writeFileSync(wanted.manifest, `${JSON.stringify(manifest)}\n`);
    const texts = material.reviews.map(({ id, body, finding, language }) => ({
      id,
      body,
      language: finding?.language ?? language,
    }));
    print(manifest, manifest.results, { texts, keep: wanted.keep }, io);
    return failed > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    tell(error.message);
    return CANNOT_BE_ASKED.test(error.code) ? 2 : 1;
  } finally {
    await Promise.all([engine.close(), encoder.dispose()]);
  }
}

/** The survey is to be written differently; any other problem is one of an engine. */
const CANNOT_BE_ASKED = /^(?:survey|scale)_/u;

function runAgain(file: string, keep: boolean, io: Io): ExitCode {
  const manifest = readManifest(parsed(contentOf(file), file), file);
  const results = replay(manifest, file);
  print(manifest, results, { texts: manifest.material?.reviews ?? [], keep }, io);
  if (JSON.stringify(results) === JSON.stringify(manifest.results)) return 0;
  const told = `${file} says other figures than follow from it; those printed are computed.`;
  io.stderr(`earshot survey: ${told} It was saved by Earshot ${manifest.earshot}.`);
  return 1;
}

interface Printed {
  /** Without who wrote them: a run that is repeated prints what it printed at first. */
  texts: readonly { id: string; body: string; language?: string }[];
  keep: boolean;
}

function print(manifest: SurveyManifest, results: SurveyResults, { texts, keep }: Printed, io: Io): void {
  const reviews = new Map(texts.map(({ id, body, language }) => [id, { body, language }]));
  io.stdout(JSON.stringify(surveyLine(manifest, results, { reviews, print: passagePrinter(keep), keep })));
}

function parsed(content: string, file: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    const why = "it is no JSON, or cut off.";
    const message = `${file} is no manifest of a survey that can be read: ${why}`;
    throw new Problem("manifest_unreadable", message, { name: file, other: why });
  }
}
