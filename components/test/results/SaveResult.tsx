import type { QuotedText, SurveyQuestion, SurveyRun } from "../../../lib/domain";
import { answersCsv, surveyCsv } from "../../../lib/report/survey/csv";
import { surveyHtml } from "../../../lib/report/survey/html";
import { surveyJson } from "../../../lib/report/survey/json";
import { type SurveyNames, surveyNames } from "../../../lib/report/survey/names";
import { namePart } from "../../ask/file-name";
import { personaMasks } from "../../ask/transcript";
import { useGroupName } from "../../segments/group-name";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { selector, useTexts } from "../../texts";
import type { PanelActions, PanelView } from "../../view";
import { pngOf, svgOf } from "./chart-files";
import { drawingsOf } from "./question-charts";
import { type ResultWords, segmentsOf } from "./result-words";

const FILES = ["html", "csv", "answers", "json", "manifest"] as const;
type FileFormat = (typeof FILES)[number];

/** A result as files to show, to reckon with, and to repeat it; each picture by itself. */
export function SaveResult({
  run,
  view,
  words,
  actions,
}: {
  run: SurveyRun;
  view: PanelView;
  words: ResultWords;
  actions: PanelActions;
}) {
  const texts = useTexts();
  const { phrase } = texts;
  const { busy, problem, act } = useActing();
  const names = useNames(run, view);
  const drawn = run.results ? run.spec.questions.filter((one) => drawings(one).length > 0) : [];
  function drawings(question: SurveyQuestion) {
    return run.results ? drawingsOf(question, run.results, words, texts) : [];
  }
  const picture = (question: SurveyQuestion) => ({
    title: question.text,
    notes: notesOf(run, phrase),
    percent: texts.percent,
  });
  async function save(format: FileFormat) {
    const { content, type, end } = await fileOf(format);
    actions.save(`earshot-test-${namePart(run.spec.title) || "survey"}${end}`, content, type);
  }
  async function fileOf(format: FileFormat) {
    const mask = (quote: QuotedText) => maskOf(view, phrase, quote);
    if (format === "csv") return { content: surveyCsv(run, names, phrase), type: CSV, end: ".csv" };
    if (format === "json") return { content: surveyJson(run), type: JSON_TYPE, end: ".json" };
    if (format === "manifest")
      return { content: JSON.stringify(await actions.tests.manifest(run.id)), type: JSON_TYPE, end: "-manifest.json" };
    if (format === "answers") {
      const responses = await actions.tests.responses(run.id);
      return { content: answersCsv(run, responses, names, phrase, mask), type: CSV, end: "-answers.csv" };
    }
    const charts = await Promise.all(
      drawn.map(async (question) => ({
        questionId: question.id,
        svg: await svgOf(drawings(question), picture(question)),
      })),
    );
    const sourceOf = (id: string) => view.evidence.reviews.find((review) => review.id === id)?.place.url;
    const content = surveyHtml(run, { names, phrase, language: texts.language, charts, mask, sourceOf });
    return { content, type: "text/html;charset=utf-8", end: ".html" };
  }
  async function savePicture(question: SurveyQuestion, format: "svg" | "png") {
    const name = `earshot-test-${namePart(question.text) || "chart"}.${format}`;
    if (format === "svg") actions.save(name, await svgOf(drawings(question), picture(question)), "image/svg+xml");
    else actions.save(name, await pngOf(drawings(question), picture(question)), "image/png");
  }
  return (
    <section class="save-result">
      <h3>{phrase("surveySave")}</h3>
      <p class="actions">
        {FILES.filter((format) => run.manifest || format !== "manifest").map((format) => (
          <button
            key={format}
            type="button"
            class="small"
            aria-disabled={busy}
            onClick={busy ? undefined : () => void act(() => save(format))}
          >
            {phrase("surveySaveAs", { format })}
          </button>
        ))}
      </p>
      {run.manifest && <p class="sub">{phrase("surveyManifestHolds")}</p>}
      <ul>
        {drawn.map((question) => (
          <li key={question.id}>
            <span dir="auto">{question.text}</span>
            {(["svg", "png"] as const).map((format) => (
              <button
                key={format}
                type="button"
                class="link"
                aria-disabled={busy}
                aria-label={phrase("surveySaveAbout", {
                  format: phrase("surveySaveAs", { format }),
                  question: question.text,
                })}
                onClick={busy ? undefined : () => void act(() => savePicture(question, format))}
              >
                {phrase("surveySaveAs", { format })}
              </button>
            ))}
          </li>
        ))}
      </ul>
      {problem !== undefined && <ProblemNote problem={problem} />}
    </section>
  );
}

const CSV = "text/csv;charset=utf-8";
const JSON_TYPE = "application/json";

function useNames(run: SurveyRun, view: PanelView): SurveyNames {
  const { phrase } = useTexts();
  const groupName = useGroupName();
  const segments = segmentsOf(view);
  return surveyNames(run.spec, phrase, (id) => {
    const segment = segments.find((one) => one.id === id);
    return segment ? groupName(segment) : id;
  });
}

/** Words of a review with its personal data hidden; those of a review that is gone are hidden as they were kept. */
function maskOf(view: PanelView, phrase: ReturnType<typeof useTexts>["phrase"], quote: QuotedText): string {
  const reviewOf = (id: string) => view.evidence.reviews.find((review) => review.id === id);
  const { maskQuote, maskText } = personaMasks(reviewOf, phrase);
  return maskQuote(quote) || maskText(quote.text);
}

/** What every picture says of itself. */
function notesOf({ spec, fidelity }: SurveyRun, phrase: ReturnType<typeof useTexts>["phrase"]): string[] {
  const how = phrase("surveySimulatedHow", { mode: spec.mode });
  if (!fidelity) return [how];
  const { checked, verdict, why, heldIn, heldOut, needed } = fidelity;
  const told = checked ? (verdict ?? "poor") : selector(why ?? "no-stars");
  return [how, phrase("surveyVerdict", { verdict: told, n: heldIn + heldOut, needed })];
}
