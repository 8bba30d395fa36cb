import { useContext, useEffect, useState } from "preact/hooks";
import { type Scale, SURVEY_LIMITS } from "../../../lib/domain";
import { useTexts } from "../../texts";
import { hasScale, type QuestionDraft, type SurveyDraft } from "../draft";
import { addQuestion, changed, moved, withoutQuestion } from "../draft-changes";
import { fieldId } from "../draft-problems";
import { useScaleName } from "../scale-name";
import { FieldProblem, ProblemsContext } from "./fields";
import { ItemTools } from "./ItemTools";
import { QuestionFields } from "./QuestionFields";
import { besideItem, useListFocus } from "./use-list-focus";

/** What is asked, in its order: each question in a line that opens to be changed. */
export function Questions({
  draft,
  scales,
  onChange,
}: {
  draft: SurveyDraft;
  scales: readonly Scale[];
  onChange: (draft: SurveyDraft) => void;
}) {
  const { phrase } = useTexts();
  const { room, toItem } = useListFocus<HTMLFieldSetElement>();
  const { questions } = draft;
  const [open, setOpen] = useOpenQuestions(questions);
  const full = questions.length >= SURVEY_LIMITS.questions;
  function add() {
    const next = addQuestion(draft, scales);
    const id = next.questions.at(-1)?.id;
    if (id) setOpen(id, true);
    toItem(id, "textarea");
    onChange(next);
  }
  function remove({ id }: QuestionDraft) {
    toItem(besideItem(questions, id));
    onChange(withoutQuestion(draft, id));
  }
  function move({ id }: QuestionDraft, by: -1 | 1) {
    toItem(id, by < 0 ? ".move-up" : ".move-down");
    onChange({ ...draft, questions: moved(questions, id, by) });
  }
  return (
    <fieldset class="test-part" ref={room}>
      <legend>{phrase("testAsked")}</legend>
      {questions.map((question, place) => (
        <details
          key={question.id}
          class="test-item test-question"
          data-item={question.id}
          open={open.has(question.id)}
          onToggle={({ currentTarget }) => setOpen(question.id, currentTarget.open)}
        >
          <summary>
            <QuestionLine question={question} place={place} scales={scales} />
          </summary>
          <ItemTools
            name={question.text.trim() || phrase("testQuestionPlace", { n: place + 1 })}
            first={place === 0}
            last={place === questions.length - 1}
            onMove={(by) => move(question, by)}
            onRemove={() => remove(question)}
          />
          <QuestionFields
            question={question}
            earlier={questions.slice(0, place)}
            scales={scales}
            concepts={draft.concepts.length}
            onChange={(part) => onChange({ ...draft, questions: changed(questions, question.id, part) })}
          />
        </details>
      ))}
      <FieldProblem id={fieldId("questions")} />
      <button type="button" class="add" id={fieldId("questions")} aria-disabled={full} onClick={full ? undefined : add}>
        {phrase("testQuestionMore")}
      </button>
    </fieldset>
  );
}

function QuestionLine({
  question,
  place,
  scales,
}: {
  question: QuestionDraft;
  place: number;
  scales: readonly Scale[];
}) {
  const { phrase } = useTexts();
  const nameOf = useScaleName();
  const { kind, text } = question;
  const scale = hasScale(kind) && scales.find(({ id }) => id === question.scale);
  return (
    <span class="question-line">
      <span dir="auto">{text.trim() || phrase("testQuestionPlace", { n: place + 1 })}</span>
      <span class="sub">
        {phrase("testKind", { kind })}
        {scale && <> · {nameOf(scale)}</>}
      </span>
    </span>
  );
}

/** Which questions are open: those a person opened, and those in which something is wrong once that is said. */
function useOpenQuestions(questions: readonly QuestionDraft[]) {
  const [open, setAll] = useState<ReadonlySet<string>>(new Set());
  const problems = useContext(ProblemsContext);
  useEffect(() => {
    const wrong = questions.filter(({ id }) =>
      ["question", "kind", "options", "rows", "scale", "skip"].some((part) =>
        problems.some(({ field }) => field === fieldId(part, id)),
      ),
    );
    if (wrong.length > 0) setAll((before) => new Set([...before, ...wrong.map(({ id }) => id)]));
    // the problems are what is new
  }, [problems]);
  const setOpen = (id: string, now: boolean) =>
    setAll((before) => (before.has(id) === now ? before : new Set(now ? [...before, id] : without(before, id))));
  return [open, setOpen] as const;
}

function without(set: ReadonlySet<string>, id: string): string[] {
  return [...set].filter((one) => one !== id);
}
