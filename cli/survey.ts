/** `earshot survey SPEC.json --reviews FILE`: how the reviewers of a file would take a concept, a claim, a price, an ad or a reply. */
import { writeFileSync } from "node:fs";
import { DEFAULT_RATING } from "../lib/ask/ssr/scales";
import { readManifest, replay, surveyTemplate } from "../lib/ask/survey";
import { Problem, SURVEY_LIMITS, SURVEY_TEMPLATES, type SurveyManifest, type SurveyResults } from "../lib/domain";
import { createNodeEncoder } from "../lib/models/node-encoder";
import { readMaterial } from "./ask";
import type { Command, ExitCode, Io } from "./command";
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
  usage: `Usage: earshot survey SPEC.json --reviews FILE [--manifest OUT] [--keep-personal-data] [columns]
       earshot survey --template NAME [--language en|zh|ru]
       earshot survey --replay MANIFEST [--keep-personal-data]

SPEC.json         {"title","language":"en","concepts":[{"name","text","price","picture":{"alt"}}],"questions":[{"kind":"scale","text",
                  "scale":"purchase-intent","perConcept":true}],"design":"sequential","segments":["dissatisfied"],"seed":1}. Kinds are open,
                  scale, choice, choices, ranking, maxdiff, price, matrix, kano. A scale is the name of a built-in one (see "earshot rate
                  --help") or {"language","sets":[["…","…","…","…","…"], …]}. Short forms: a concept may be its text alone, and "question"
                  with "scale" stands for one question. "segments": groups as "earshot ask --segments" lists them, or "all". "subject": name
                  of the product. Up to ${SURVEY_LIMITS.concepts} concepts of ${SURVEY_LIMITS.conceptWords} words, ${SURVEY_LIMITS.questions} questions, ${SURVEY_LIMITS.respondents} respondents
--template NAME   prints a survey to start from: ${SURVEY_TEMPLATES.join(", ")}. Write its concepts, then run it
--manifest OUT    writes everything the run rests on to OUT: survey, scales, seed, models, reviews as they were written (reviewers
                  only as numbers) and vectors
--replay MANIFEST computes the same figures from such a file, to the last digit, without a model and without the reviews

Who answers are real reviewers, and all they answer with is what they wrote: who wrote nothing that bears on a question is silent and counted
so ("heard" of "asked"). Words become points by Semantic Similarity Rating (arXiv 2510.08338); "rating":{"method":"plain"} takes it
alone, the default is ${JSON.stringify(DEFAULT_RATING)}. An answer in a person's place by a language model is not part of this command.

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

async function ask(asked: SpecFile, { file, named, manifest: out, keep }: RunWanted, io: Io): Promise<ExitCode> {
  const tell = (told: string) => io.stderr(`earshot survey: ${told}`);
  const { material, failed } = await readMaterial({ file, named }, io);
  const encoder = await createNodeEncoder();
  try {
    const manifest = await runSurvey({ asked, material, encoder, tell });
    if (manifest.fidelity) tell(fidelitySentence(manifest.fidelity));
    if (out !== undefined) writeFileSync(out, `${JSON.stringify(manifest)}\n`);
    print(manifest, manifest.results, keep, io);
    return failed > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    tell(error.message);
    return 2;
  } finally {
    await encoder.dispose();
  }
}

function runAgain(file: string, keep: boolean, io: Io): ExitCode {
  const manifest = readManifest(parsed(contentOf(file), file), file);
  const results = replay(manifest, file);
  print(manifest, results, keep, io);
  if (JSON.stringify(results) === JSON.stringify(manifest.results)) return 0;
  io.stderr(
    `earshot survey: ${file} says other figures than follow from it; those printed are computed. It was saved by Earshot ${manifest.earshot}.`,
  );
  return 1;
}

/** Reviewers are known by number in a manifest: words are masked alike, when they are printed first and when they are printed again. */
function print(manifest: SurveyManifest, results: SurveyResults, keep: boolean, io: Io): void {
  const reviews = new Map(manifest.material?.reviews.map(({ id, body, language }) => [id, { body, language }]));
  io.stdout(JSON.stringify(surveyLine(manifest, results, { reviews, print: passagePrinter(keep) })));
}

function parsed(content: string, file: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    const why = "it is no JSON, or cut off.";
    throw new Problem("manifest_unreadable", `${file} is no manifest of a survey that can be read: ${why}`, {
      name: file,
      other: why,
    });
  }
}
