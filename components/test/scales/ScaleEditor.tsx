import { useEffect, useRef, useState } from "preact/hooks";
import type { AnchorCheck, Scale } from "../../../lib/domain";
import { useEscape } from "../../ask/use-escape";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { useTexts } from "../../texts";
import type { PanelActions } from "../../view";
import { fieldId } from "../draft-problems";
import { PlaceHead } from "../PlaceHead";
import { Field, ProblemsContext } from "../setup/fields";
import { holdEnter } from "../setup/hold-enter";
import { toField } from "../setup/to-field";
import { AnchorCheckView } from "./AnchorCheckView";
import { AnchorSets } from "./AnchorSets";
import { saveScaleFile } from "./Scales";
import { type ScaleDraft, scaleOf, scaleProblems } from "./scale-draft";

/** A scale being written: five statements a set, several sets a language. It is checked before it is kept. */
export function ScaleEditor({
  scale,
  actions,
  onChange,
  onSaved,
  onLeave,
}: {
  scale: ScaleDraft;
  actions: Pick<PanelActions, "tests" | "save">;
  onChange: (scale: ScaleDraft) => void;
  onSaved: () => void;
  onLeave: () => void;
}) {
  const { phrase } = useTexts();
  const { busy, problem, act } = useActing();
  const [said, setSaid] = useState(false);
  const [checked, setChecked] = useState<{ scale: ScaleDraft; checks: AnchorCheck[] }>();
  const problems = scaleProblems(scale);
  const checks = checked?.scale === scale ? checked.checks : undefined;
  const doubtful = checks?.some(isDoubtful) ?? false;
  useEscape({ stop: undefined, leave: onLeave });
  const found = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (checks) found.current?.scrollIntoView({ block: "end" });
  }, [checks]);

  /** @returns what can be kept; undefined when something is lacking, which is said then */
  function whole(): Scale | undefined {
    const [first] = problems;
    setSaid(first !== undefined);
    if (first) toField(first.field);
    return first ? undefined : scaleOf(scale);
  }
  async function look(kept: Scale): Promise<AnchorCheck[]> {
    const all: AnchorCheck[] = [];
    for (const { language } of kept.anchors) all.push(await actions.tests.checkScale(kept, language));
    setChecked({ scale, checks: all });
    return all;
  }
  async function save(kept: Scale): Promise<void> {
    // what does not work is kept only by whoever has read that
    if (!checks && (await look(kept)).some(isDoubtful)) return;
    await actions.tests.saveScale(kept);
    onSaved();
  }
  const press = (work: (kept: Scale) => Promise<unknown>) => () => {
    const kept = whole();
    if (kept && !busy) void act(() => work(kept));
  };
  return (
    <ProblemsContext.Provider value={said ? problems : []}>
      <form
        class="test-setup test-scales"
        noValidate
        onKeyDown={holdEnter}
        onSubmit={(event) => {
          event.preventDefault();
          press(save)();
        }}
      >
        <PlaceHead title={scale.name.trim() || phrase("testScaleNew")} back="testScalesAll" onBack={onLeave} />
        <section>
          <Field id={fieldId("scale-name")} label={phrase("testScaleCalled")}>
            {(attributes) => (
              <input
                {...attributes}
                class="text"
                dir="auto"
                maxLength={80}
                value={scale.name}
                onInput={({ currentTarget }) => onChange({ ...scale, name: currentTarget.value })}
              />
            )}
          </Field>
        </section>
        <AnchorSets scale={scale} onChange={onChange} />
        <div role="status" ref={found}>
          {checks && (
            <section>
              {checks.map((check) => (
                <AnchorCheckView key={check.language} check={check} />
              ))}
            </section>
          )}
        </div>
        <section class="test-before">
          <div role="status">
            {said && problems.length > 0 && <p class="problem">{phrase("testLacking", { n: problems.length })}</p>}
            {busy && <p class="sub">{phrase("testChecking")}</p>}
          </div>
          {problem !== undefined && <ProblemNote problem={problem} />}
          <p class="actions">
            <button type="submit" class="main" aria-disabled={busy}>
              {phrase(doubtful ? "testScaleSaveAnyway" : "save")}
            </button>
            <button type="button" aria-disabled={busy} onClick={press(look)}>
              {phrase("testCheck")}
            </button>
            <button type="button" onClick={() => saveScaleFile(scaleOf(scale), scale.name.trim(), actions.save)}>
              {phrase("testSaveFile")}
            </button>
          </p>
        </section>
      </form>
    </ProblemsContext.Provider>
  );
}

function isDoubtful({ verdict }: AnchorCheck): boolean {
  return verdict === "bad" || verdict === "reversed";
}
