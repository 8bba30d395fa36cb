import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Code } from "../../lib/domain";
import { CodeDot } from "../notes/CodeChip";
import { CodeFacts } from "../notes/codebook/CodeFacts";
import { CodeHistory } from "../notes/codebook/CodeHistory";
import { CodePassages } from "../notes/codebook/CodePassages";
import { CodeTools } from "../notes/codebook/CodeTools";
import { MemosAbout } from "../notes/memos/MemosAbout";
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

/** One code: what it means, what has it, what can be done with it; then what the machine learnt from it and proposes. */
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
        <span>
          <CodeDot code={code} /> {code.name}
        </span>
      </h2>
      <CodeFacts code={code} />
      <CodeTools code={code} onEdit={() => setEditing(true)} onGone={onBack} />
      <CodePassages code={code} links={links} />
      <MemosAbout kind="code" about={code.id} subjectId={code.subjectId} />
      {view.evidence.reviews.length > 0 && (
        <>
          <h3>{phrase("codeProposals")}</h3>
          <CodeLearnt
            code={code}
            advice={advice.advice}
            problem={advice.problem || judging.problem}
            judging={judging}
          />
          <CodeQuestion ask={advice.advice?.ask} sentences={sentences} links={links} judging={judging} />
          <CodeSuggestions advice={advice.advice} sentences={sentences} links={links} judging={judging} />
          <CodeExamples code={code} sentences={sentences} judging={judging} />
          <CodeExport code={code} advice={advice.advice} view={view} onSave={actions.saveTable} />
        </>
      )}
      <CodeHistory code={code} />
    </section>
  );
}
