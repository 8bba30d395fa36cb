import type { ResultCell, SurveyQuestion, SurveyResults, SurveyRun } from "../../../lib/domain";
import { useTexts } from "../../texts";
import type { EvidenceLinks } from "../../view";
import { CellTable } from "./CellTable";
import { Differences } from "./Differences";
import { KanoTable } from "./KanoTable";
import { Options } from "./Options";
import { Prices } from "./Prices";
import { Reasons } from "./Reasons";
import type { ResultWords } from "./result-words";
import { Shares } from "./Shares";

export interface QuestionParts {
  question: SurveyQuestion;
  /** Of this question alone. */
  cells: readonly ResultCell[];
  words: ResultWords;
}

/** One question: what came of it in the form that fits its kind, what differs, why, and all figures. */
export function QuestionResult({
  question,
  run,
  results,
  words,
  links,
}: {
  question: SurveyQuestion;
  run: SurveyRun;
  results: SurveyResults;
  words: ResultWords;
  links: EvidenceLinks;
}) {
  const { phrase } = useTexts();
  const cells = results.cells.filter(({ questionId }) => questionId === question.id);
  const parts = { question, cells, words };
  const whole = cells.filter(({ segmentId }) => segmentId === undefined);
  const heard = Math.max(0, ...whole.map((cell) => cell.heard));
  const asked = Math.max(0, ...whole.map((cell) => cell.asked));
  return (
    <section class="question-result">
      <h3 dir="auto">{question.text}</h3>
      <p class="sub">{phrase("surveyHeard", { heard, asked })}</p>
      <Figures {...parts} currency={cells.find(({ prices }) => prices?.currency)?.prices?.currency} />
      <Differences question={question} differences={results.differences} words={words} />
      <Reasons
        reasons={results.reasons.filter(({ questionId }) => questionId === question.id)}
        run={run}
        words={words}
        links={links}
      />
      <CellTable {...parts} />
    </section>
  );
}

function Figures({ currency, ...parts }: QuestionParts & { currency: string | undefined }) {
  switch (parts.question.kind) {
    case "scale":
    case "matrix":
      return <Shares {...parts} />;
    case "choice":
    case "choices":
    case "ranking":
    case "maxdiff":
      return <Options {...parts} />;
    case "price":
      return <Prices {...parts} currency={currency} />;
    case "kano":
      return <KanoTable {...parts} />;
    case "open":
      return null; // the reasons are the answer
  }
}
