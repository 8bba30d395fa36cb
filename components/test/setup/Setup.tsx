import { useMemo, useState } from "preact/hooks";
import type { Scale, SurveySpec } from "../../../lib/domain";
import { namePart } from "../../ask/file-name";
import { useEscape } from "../../ask/use-escape";
import { segmentsOf } from "../../segments/segments-view";
import { NO_GENERATORS } from "../../settings/engines/engines-view";
import { useActing } from "../../states/use-acting";
import { useTexts } from "../../texts";
import type { EvidenceLinks, PanelActions, PanelView } from "../../view";
import { type SurveyDraft, specOf } from "../draft";
import { draftProblems } from "../draft-problems";
import { PlaceHead } from "../PlaceHead";
import { Before } from "./Before";
import { Concepts } from "./Concepts";
import { Field, ProblemsContext } from "./fields";
import { HowWell } from "./HowWell";
import { holdEnter } from "./hold-enter";
import { Method } from "./Method";
import { Questions } from "./Questions";
import { toField } from "./to-field";
import { useCheck } from "./use-check";
import { WhoAnswers } from "./WhoAnswers";
import { WhoIsAsked } from "./WhoIsAsked";

/** A survey being set up, from what is shown to who is asked; it is kept as it is until it is run or thrown away. */
export function Setup({
  draft,
  view,
  scales,
  links,
  actions,
  onChange,
  onRun,
  onLeave,
}: {
  draft: SurveyDraft;
  view: PanelView;
  scales: readonly Scale[];
  links: EvidenceLinks;
  actions: PanelActions;
  onChange: (draft: SurveyDraft) => void;
  onRun: (surveyId: string, spec: SurveySpec) => void;
  onLeave: () => void;
}) {
  const { phrase } = useTexts();
  const { busy, problem, act } = useActing();
  const [said, setSaid] = useState(false);
  const problems = useMemo(() => draftProblems(draft, scales), [draft, scales]);
  const segments = useMemo(
    () => segmentsOf(view.evidence.personas, view.handSegments),
    [view.evidence.personas, view.handSegments],
  );
  const spec = useMemo(() => specOf(draft, phrase("testUntitled")), [draft, phrase]);
  const checked = useCheck(problems.length === 0 ? spec : undefined, actions.tests.check);
  useEscape({ stop: undefined, leave: onLeave });
  const change = (part: Partial<SurveyDraft>) => onChange({ ...draft, ...part });
  const generators = view.engine.at === "here" ? view.engine.state.generators : NO_GENERATORS;
  function run() {
    const [first] = problems;
    setSaid(first !== undefined);
    if (first) return toField(first.field);
    if (!busy) void act(async () => onRun(await actions.tests.run(spec), spec));
  }
  return (
    <ProblemsContext.Provider value={said ? problems : NONE}>
      <PlaceHead title={spec.title} onBack={onLeave} />
      <form
        class="test-setup"
        noValidate
        onKeyDown={holdEnter}
        onSubmit={(event) => {
          event.preventDefault();
          run();
        }}
      >
        <section>
          <Field id="test-title" label={phrase("testName")}>
            {(attributes) => (
              <input
                {...attributes}
                class="text"
                dir="auto"
                maxLength={120}
                value={draft.title}
                placeholder={phrase("testUntitled")}
                onInput={({ currentTarget }) => change({ title: currentTarget.value })}
              />
            )}
          </Field>
        </section>
        <section>
          <Concepts draft={draft} product={view.subject?.name ?? ""} onChange={onChange} />
        </section>
        <section>
          <Questions draft={draft} scales={scales} onChange={onChange} />
          <LanguageField draft={draft} scales={scales} onChange={change} />
        </section>
        <section>
          <WhoIsAsked draft={draft} evidence={view.evidence} segments={segments} onChange={change} />
        </section>
        <section>
          <WhoAnswers draft={draft} generators={generators} onEngines={links.openEngines} onChange={change} />
        </section>
        <section>
          <details class="test-method">
            <summary>{phrase("testMethodFold")}</summary>
            <Method draft={draft} onChange={change} />
          </details>
        </section>
        <HowWell rating={spec.rating} actions={actions.tests} />
        <Before
          checked={checked}
          lacking={said ? problems.length : 0}
          scales={scales}
          segments={segments}
          busy={busy}
          problem={problem}
          onSave={() => actions.save(...fileOf(spec))}
        />
      </form>
    </ProblemsContext.Provider>
  );
}

const NONE: readonly never[] = [];

function LanguageField({
  draft: { language },
  scales,
  onChange,
}: {
  draft: SurveyDraft;
  scales: readonly Scale[];
  onChange: (part: Partial<SurveyDraft>) => void;
}) {
  const { phrase, languageName } = useTexts();
  const known = new Set([...scales.flatMap(({ anchors }) => anchors.map((one) => one.language)), language]);
  return (
    <Field id="test-language" label={phrase("testLanguage")}>
      {(attributes) => (
        <select
          {...attributes}
          value={language}
          onChange={({ currentTarget }) => onChange({ language: currentTarget.value })}
        >
          {[...known].map((tag) => (
            <option key={tag} value={tag}>
              {languageName(tag)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function fileOf(spec: SurveySpec): [name: string, content: string, type: string] {
  return [
    `earshot-survey-${namePart(spec.title) || "1"}.json`,
    `${JSON.stringify(spec, null, 2)}\n`,
    "application/json",
  ];
}
