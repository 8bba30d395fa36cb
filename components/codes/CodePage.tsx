import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Code } from "../../lib/domain";
import { ConfirmButton } from "../settings/ConfirmButton";
import { useTexts } from "../texts";
import type { EvidenceLinks, PanelView } from "../view";
import { CodeExamples } from "./CodeExamples";
import { CodeExport } from "./CodeExport";
import { CodeForm } from "./CodeForm";
import { CodeLearnt } from "./CodeLearnt";
import { CodeQuestion } from "./CodeQuestion";
import { CodeSuggestions } from "./CodeSuggestions";
import { useCodes } from "./codes-view";
import { statementIndex } from "./sentences";
import { useAdvice } from "./use-advice";
import { useJudging } from "./use-judging";

/** One code: what it learnt, what it asks, what it found. */
export function CodePage({
  code,
  view,
  links,
  onBack,
}: {
  code: Code;
  view: PanelView;
  links: EvidenceLinks;
  onBack: () => void;
}) {
  const { phrase } = useTexts();
  const { actions } = useCodes();
  const [editing, setEditing] = useState(false);
  const sentences = useMemo(() => statementIndex(view.evidence), [view.evidence]);
  const advice = useAdvice(code, view.pulse?.sentences ?? 0, actions);
  const judging = useJudging(code, actions);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  if (editing) {
    return (
      <section class="codes">
        <h2>{phrase("codeEdit")}</h2>
        <CodeForm
          code={code}
          subjectId={view.subject?.id}
          onSave={async (draft) => {
            await actions.save(draft);
            setEditing(false);
          }}
          onClose={() => setEditing(false)}
        />
      </section>
    );
  }
  return (
    <section class="codes">
      <button type="button" class="link" onClick={onBack}>
        {phrase("codesAll")}
      </button>
      <h2 ref={heading} tabIndex={-1} dir="auto">
        {code.name}
      </h2>
      {code.description && <p dir="auto">{code.description}</p>}
      <CodeLearnt code={code} advice={advice.advice} problem={advice.problem || judging.problem} judging={judging} />
      <CodeQuestion ask={advice.advice?.ask} sentences={sentences} links={links} judging={judging} />
      <CodeSuggestions advice={advice.advice} sentences={sentences} links={links} judging={judging} />
      <CodeExamples code={code} sentences={sentences} judging={judging} />
      <CodeExport code={code} advice={advice.advice} view={view} onSave={actions.saveTable} />
      <p class="actions">
        <button type="button" class="small" onClick={() => setEditing(true)}>
          {phrase("codeEdit")}
        </button>
        <ConfirmButton
          label={phrase("delete")}
          about={code.name}
          question={phrase("codeDeleteQuestion", { count: code.examples.length })}
          onConfirm={() => {
            onBack();
            void actions.remove(code.id);
          }}
        />
      </p>
    </section>
  );
}
