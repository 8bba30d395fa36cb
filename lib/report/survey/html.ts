/**
 * A result as one page of HTML that needs nothing else: to be sent, printed, kept. Every word in it is escaped, no script runs in it, and nothing is
 * loaded from anywhere.
 */
import type { Review, SurveyQuestion, SurveyReason, SurveyRun } from "../../domain";
import { cellsOf, differencesOf, type SurveyChart, saidOnce } from "./charts";
import { escaped } from "./escaped";
import { gaugeReading } from "./gauge";
import { type Masks, maskedReason } from "./json";
import { methodReading } from "./method";
import { joined, type ReportTexts, type SurveyNames } from "./names";
import { PAGE_LOOK } from "./page-look";
import { differenceSentence, fewSentences, priceSentences } from "./sentences";
import { figureTables, type Table } from "./tables";

export interface ReportParts extends Masks {
  names: SurveyNames;
  texts: ReportTexts;
  /** BCP 47, of the report's own words. */
  language: string;
  subject: { name: string; url: string };
  /** Charts of a question as SVG that we drew ourselves, words in it set as text. */
  charts: readonly { chart: SurveyChart; svg: string }[];
  reviewOf(id: string): Review | undefined;
}

/** @returns the whole file */
export function surveyHtml(run: SurveyRun, parts: ReportParts): string {
  const { texts, language, subject } = parts;
  const { phrase, date } = texts;
  const gauge = gaugeReading(run.fidelity, texts, run.spec);
  const body = [
    "<header>",
    `<p class="mark">${escaped(phrase("simulated"))}</p>`,
    `<h1 dir="auto">${escaped(run.spec.title)}</h1>`,
    `<p>${joined(bdi(subject.name), address(subject.url), escaped(date(run.created.slice(0, 10))))}</p>`,
    `<p><strong>${escaped(phrase("surveySimulatedHow", { mode: run.spec.mode }))}</strong></p>`,
    run.state === "done" ? "" : `<p>${escaped(phrase("surveyPartly", { done: run.done, of: run.of }))}</p>`,
    "</header>",
    `<section class="gauge ${gauge.verdict}"><h2>${escaped(phrase("surveyGauge"))}</h2>`,
    ...[gauge.sentence, ...gauge.notes].map((line) => `<p>${escaped(line)}</p>`),
    gauge.table ? tableOf(gauge.table, phrase("surveyGaugeTable")) : "",
    "</section>",
    shownOf(run, parts),
    ...run.spec.questions.map((question) => questionOf(run, question, parts)),
    methodOf(run, parts),
  ];
  return `<!doctype html>
<html lang="${escaped(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escaped(run.spec.title)} · ${escaped(phrase("simulated"))}</title>
<style>${PAGE_LOOK}</style>
</head>
<body>
<main>
${body.filter(Boolean).join("\n")}
</main>
<footer>
<p><span class="mark">${escaped(phrase("simulated"))}</span> ${escaped(phrase("surveySimulatedHow", { mode: run.spec.mode }))} ${escaped(gauge.sentence)}</p>
</footer>
</body>
</html>
`;
}

function shownOf({ spec }: SurveyRun, { texts: { phrase } }: ReportParts): string {
  if (spec.concepts.length === 0) return "";
  const shown = spec.concepts.map(({ name, text, price, picture }) =>
    [
      `<h3 dir="auto">${escaped(joined(name, price))}</h3>`,
      text ? `<p class="concept" dir="auto">${escaped(text)}</p>` : "",
      picture ? `<p class="concept" dir="auto">${escaped(phrase("testPictureAlt"))}: ${bdi(picture.alt)}</p>` : "",
    ].join("\n"),
  );
  return `<section><h2>${escaped(phrase("surveyShown"))}</h2>\n${shown.join("\n")}\n</section>`;
}

function questionOf(run: SurveyRun, question: SurveyQuestion, parts: ReportParts): string {
  const { names, texts, charts } = parts;
  const { phrase } = texts;
  const whole = cellsOf(run, question).filter(({ segmentId }) => segmentId === undefined);
  const most = (part: "heard" | "asked") => Math.max(0, ...whole.map((cell) => cell[part]));
  const own = charts.filter(({ chart }) => chart.questionId === question.id);
  const pictures = saidOnce(own.map(({ chart }) => chart)).map((chart, i) => ({ chart, svg: own[i]?.svg ?? "" }));
  const pairs = differencesOf(run, question);
  const reasons = (run.results?.reasons ?? []).filter(({ questionId }) => questionId === question.id);
  const lines = [
    ...(cellsOf(run, question).length === 0 ? [] : fewSentences(run, question, names, texts)),
    ...priceSentences(run, question, names, texts),
  ];
  return [
    "<section>",
    `<h2 dir="auto">${escaped(question.text)}</h2>`,
    `<p class="sub">${escaped(phrase("surveyHeard", { heard: most("heard"), asked: most("asked") }))}</p>`,
    ...pictures.filter(({ chart }) => chart.kind !== "ranges").map(pictureOf),
    ...lines.map((line) => `<p>${escaped(line)}</p>`),
    ...(pairs.length > 0 && !pictures.some(({ chart }) => chart.kind === "ranges")
      ? [`<h3>${escaped(phrase("surveyDifferences"))}</h3>`]
      : []),
    ...pictures.filter(({ chart }) => chart.kind === "ranges").map(pictureOf),
    ...pairs.map((pair) => `<p>${escaped(differenceSentence(pair, question, names, texts).join(" "))}</p>`),
    ...(pairs.length > 0 ? [`<p class="sub">${escaped(phrase("surveyDifferenceResampled"))}</p>`] : []),
    ...(reasons.length > 0 ? [`<h3>${escaped(phrase("surveyReasons"))}</h3>`] : []),
    ...reasons.map((reason) => reasonOf(maskedReason(reason, parts), parts)),
    ...figureTables(run, question, names, texts).map((table) => tableOf(table, phrase("surveyAllFigures"))),
    "</section>",
  ].join("\n");
}

function pictureOf({ chart: { kind, sub, notes, label }, svg }: ReportParts["charts"][number]): string {
  const points = [1, 2, 3, 4, 5].map((point) => `<li class="point-${point}">${point}</li>`).join("");
  return [
    '<div class="chart">',
    sub ? `<h3 dir="auto">${escaped(sub)}</h3>` : "",
    kind === "shares" ? `<ol class="points">${points}</ol>` : "",
    `<figure role="img" aria-label="${escaped(label)}">${svg}</figure>`,
    ...notes.map((note) => `<p class="sub" dir="auto">${escaped(note)}</p>`),
    "</div>",
  ].join("\n");
}

/** A quote with its source; what a language model wrote is none, and says so. */
function reasonOf(reason: SurveyReason, { texts: { phrase, date }, reviewOf, names }: ReportParts): string {
  const { side, reviewers: n, quotes, written = [], conceptId } = reason;
  const topic = reason.topic ?? phrase("surveyNoTopic");
  const title = joined(names.concept(conceptId), phrase("surveyReason", { side, topic, n }));
  return [
    `<h4 dir="auto">${escaped(title)}</h4>`,
    ...quotes.map(({ reviewId, text }) => {
      const review = reviewOf(reviewId);
      const source = joined(review?.date ? escaped(date(review.date.slice(0, 10))) : "", address(review?.place.url));
      const language = review?.language ? ` lang="${escaped(review.language)}"` : "";
      return `<blockquote dir="auto"${language}>${escaped(text.trim())}<footer>${source}</footer></blockquote>`;
    }),
    ...(written.length > 0 ? [`<p class="written-mark">${escaped(phrase("surveyWritten"))}</p>`] : []),
    ...written.map((text) => `<p class="written" dir="auto">${escaped(text)}</p>`),
  ].join("\n");
}

function tableOf({ about, columns, rows }: Table, caption: string): string {
  const head = columns.map((column) => `<th scope="col">${escaped(column)}</th>`).join("");
  const lines = rows.map(([name = "", ...figures]) => {
    const cells = figures.map((figure) => `<td>${escaped(figure)}</td>`).join("");
    return `<tr><th scope="row" dir="auto">${escaped(name)}</th>${cells}</tr>`;
  });
  return `<table><caption dir="auto">${escaped(joined(caption, about))}</caption><thead><tr>${head}</tr></thead><tbody>\n${lines.join("\n")}\n</tbody></table>`;
}

function methodOf(run: SurveyRun, { names, texts }: ReportParts): string {
  const { phrase } = texts;
  const { parameters, anchors, prompts } = methodReading(run, names, texts);
  const facts = parameters.map(([name, value]) => `<dt>${escaped(name)}</dt><dd dir="auto">${escaped(value)}</dd>`);
  const sets = anchors.flatMap(({ title, language, sets }) => [
    `<h4>${escaped(title)}</h4>`,
    ...sets.map(
      (set) =>
        `<ol lang="${escaped(language)}">${set.map((words) => `<li dir="auto">${escaped(words)}</li>`).join("")}</ol>`,
    ),
  ]);
  return [
    `<section><h2>${escaped(phrase("surveyHow"))}</h2>`,
    `<p>${escaped(phrase("surveyLimits"))}</p>`,
    `<dl>${facts.join("\n")}</dl>`,
    ...(sets.length > 0 ? [`<h3>${escaped(phrase("surveyParameter", { name: "anchors" }))}</h3>`, ...sets] : []),
    ...(prompts.length > 0 ? [`<h3>${escaped(phrase("surveyParameter", { name: "prompts" }))}</h3>`] : []),
    ...prompts.map((prompt) => `<pre dir="auto">${escaped(prompt)}</pre>`),
    "</section>",
  ].join("\n");
}

function bdi(text: string): string {
  return `<bdi>${escaped(text)}</bdi>`;
}

/** A link only where it leads to a page; any other address is shown and leads nowhere. */
function address(url: string | undefined): string {
  if (!url) return "";
  if (!/^https?:\/\//iu.test(url)) return bdi(url);
  return `<a href="${escaped(url)}" rel="noopener noreferrer nofollow"><bdi>${escaped(url)}</bdi></a>`;
}
