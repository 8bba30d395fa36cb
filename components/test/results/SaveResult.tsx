import type { SurveyRun } from "../../../lib/domain";
import { chartsOf, differenceChart, type SurveyChart } from "../../../lib/report/survey/charts";
import { answersCsv, surveyCsv } from "../../../lib/report/survey/csv";
import { gaugeReading } from "../../../lib/report/survey/gauge";
import { surveyHtml } from "../../../lib/report/survey/html";
import { surveyJson } from "../../../lib/report/survey/json";
import { joined, type SurveyNames } from "../../../lib/report/survey/names";
import { namePart } from "../../ask/file-name";
import { transcriptParts } from "../../ask/transcript";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { useTexts } from "../../texts";
import type { PanelActions, PanelView } from "../../view";
import { chartSvg, picturePng, pictureSvg } from "./chart-files";

const FILES = ["html", "csv", "answers", "json", "manifest"] as const;
type FileFormat = (typeof FILES)[number];

interface SavedFile {
  content: string | Uint8Array<ArrayBuffer>;
  type: string;
  end: string;
}

/** A result as files to show, to reckon with, and to repeat it; each picture by itself. */
export function SaveResult({
  run,
  view,
  names,
  actions,
}: {
  run: SurveyRun;
  view: PanelView;
  names: SurveyNames;
  actions: PanelActions;
}) {
  const texts = useTexts();
  const { phrase } = texts;
  const { busy, problem, act } = useActing();
  const charts = run.spec.questions.flatMap((question) => [
    ...chartsOf(run, question, names, texts),
    ...[differenceChart(run, question, names, texts)].filter((chart) => chart !== undefined),
  ]);
  const subject = { name: view.subject?.name ?? "", url: view.subject?.url ?? "" };
  const keep = (about: string, { content, type, end }: SavedFile) =>
    actions.save(`earshot-test-${namePart(about) || "survey"}${end}`, content, type);

  async function fileOf(format: FileFormat): Promise<SavedFile> {
    const reviews = new Map(view.evidence.reviews.map((review) => [review.id, review]));
    const reviewOf = (id: string) => reviews.get(id);
    const hiding = transcriptParts(subject, [], reviewOf, texts);
    const masks = {
      mask: hiding.mask,
      maskQuote: (quote: Parameters<typeof hiding.maskQuote>[0]) => hiding.maskQuote(quote, reviewOf(quote.reviewId)),
    };
    if (format === "csv") return { content: surveyCsv(run, names, texts), type: CSV, end: ".csv" };
    if (format === "json") return { content: surveyJson(run, texts, masks), type: JSON_TYPE, end: ".json" };
    if (format === "manifest") {
      const manifest = await actions.tests.manifest(run.id);
      return { content: JSON.stringify(manifest), type: JSON_TYPE, end: "-manifest.json" };
    }
    if (format === "answers") {
      const responses = await actions.tests.responses(run.id);
      return { content: answersCsv(run, responses, names, texts, masks), type: CSV, end: "-answers.csv" };
    }
    const drawn = await Promise.all(charts.map(async (chart) => ({ chart, svg: await chartSvg(chart, texts) })));
    const content = surveyHtml(run, {
      ...{ names, texts, subject, reviewOf, language: texts.language, charts: drawn },
      ...masks,
    });
    return { content, type: "text/html;charset=utf-8", end: ".html" };
  }

  async function savePicture(chart: SurveyChart, format: "svg" | "png") {
    const notes = [
      phrase("surveySimulatedHow", { mode: run.spec.mode }),
      `${phrase("surveyGauge")}: ${gaugeReading(run.fidelity, texts, run.spec).sentence}`,
    ];
    const words = { mark: phrase("simulated"), notes };
    const about = joined(run.spec.title, chart.title, chart.sub);
    if (format === "svg")
      keep(about, { content: await pictureSvg(chart, words, texts), type: "image/svg+xml", end: ".svg" });
    else keep(about, { content: await picturePng(chart, words, texts), type: "image/png", end: ".png" });
  }

  const press = (work: () => Promise<unknown>) => (busy ? undefined : () => void act(work));
  return (
    <section class="save-result">
      <h3>{phrase("surveySave")}</h3>
      <p class="actions">
        {FILES.filter((format) => run.state === "done" || format !== "manifest").map((format) => (
          <button
            key={format}
            type="button"
            class="small"
            aria-disabled={busy}
            onClick={press(async () => keep(run.spec.title, await fileOf(format)))}
          >
            {phrase("surveySaveAs", { format })}
          </button>
        ))}
      </p>
      {run.state === "done" && <p class="sub">{phrase("surveyManifestHolds")}</p>}
      {charts.length > 0 && (
        <details>
          <summary>{phrase("surveyPictures")}</summary>
          <ul>
            {charts.map((chart) => (
              <li key={chart.id}>
                <span dir="auto">{joined(chart.title, chart.sub)}</span>
                {(["svg", "png"] as const).map((format) => (
                  <button
                    key={format}
                    type="button"
                    class="link"
                    aria-disabled={busy}
                    aria-label={phrase("surveySaveAbout", {
                      format: format.toUpperCase(),
                      question: joined(chart.title, chart.sub),
                    })}
                    onClick={press(() => savePicture(chart, format))}
                  >
                    {format.toUpperCase()}
                  </button>
                ))}
              </li>
            ))}
          </ul>
        </details>
      )}
      {problem !== undefined && <ProblemNote problem={problem} />}
    </section>
  );
}

const CSV = "text/csv;charset=utf-8";
const JSON_TYPE = "application/json";
