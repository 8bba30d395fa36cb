import type { SkipRule } from "../../../lib/domain";
import { useTexts } from "../../texts";
import { linesOf, type QuestionDraft } from "../draft";
import { fieldId, skipsOn } from "../draft-problems";
import { FieldProblem } from "./fields";

/** Whom a question is not put to, as a sentence that is put together from choices. */
export function SkipFields({
  question: { id, skip },
  earlier,
  onChange,
}: {
  question: QuestionDraft;
  earlier: readonly QuestionDraft[];
  onChange: (part: Partial<QuestionDraft>) => void;
}) {
  const { phrase } = useTexts();
  const field = fieldId("skip", id);
  return (
    <div class="test-field">
      <label class="test-tick">
        <input
          type="checkbox"
          id={field}
          checked={skip !== undefined}
          aria-describedby={`${field}-problem`}
          onChange={({ currentTarget }) =>
            onChange({ skip: currentTarget.checked ? firstRule(earlier.at(-1)) : undefined })
          }
        />
        <span>{phrase("testSkip")}</span>
      </label>
      {skip && <Rule rule={skip} earlier={earlier} onRule={(rule) => onChange({ skip: rule })} />}
      <FieldProblem id={field} />
    </div>
  );
}

/** A rule about a question that can be kept as it is or changed. */
function firstRule(about: QuestionDraft | undefined): SkipRule | undefined {
  if (!about) return undefined;
  const [when = "silent"] = skipsOn(about);
  return ruleWith(about.id, when);
}

/** Point 3 is the middle of every scale. */
const MIDDLE = 3;

function ruleWith(question: string, when: SkipRule["when"]): SkipRule {
  if (when === "below" || when === "atLeast") return { question, when, value: MIDDLE };
  return when === "silent" ? { question, when } : { question, when, option: 0 };
}

function Rule({
  rule,
  earlier,
  onRule,
}: {
  rule: SkipRule;
  earlier: readonly QuestionDraft[];
  onRule: (rule: SkipRule | undefined) => void;
}) {
  const { phrase } = useTexts();
  const about = earlier.find(({ id }) => id === rule.question);
  return (
    <div class="test-rule">
      <select
        aria-label={phrase("testSkipQuestion")}
        value={rule.question}
        onChange={({ currentTarget }) => onRule(firstRule(earlier.find(({ id }) => id === currentTarget.value)))}
      >
        {!about && <option value={rule.question}>{phrase("testSkipGone")}</option>}
        {earlier.map(({ id, text }, place) => (
          <option key={id} value={id}>
            {`${place + 1}. ${text}`}
          </option>
        ))}
      </select>
      {about && (
        <select
          aria-label={phrase("testSkipHow")}
          value={rule.when}
          onChange={({ currentTarget }) =>
            onRule(ruleWith(rule.question, skipsOn(about).find((one) => one === currentTarget.value) ?? "silent"))
          }
        >
          {skipsOn(about).map((when) => (
            <option key={when} value={when}>
              {phrase("testSkipWhen", { when })}
            </option>
          ))}
        </select>
      )}
      {(rule.when === "below" || rule.when === "atLeast") && (
        <input
          class="text number"
          type="number"
          min={1}
          max={5}
          step={0.5}
          aria-label={phrase("testSkipValue")}
          value={rule.value ?? ""}
          onInput={({ currentTarget: { valueAsNumber } }) => {
            const { value: _, ...rest } = rule;
            onRule(Number.isFinite(valueAsNumber) ? { ...rest, value: valueAsNumber } : rest);
          }}
        />
      )}
      {(rule.when === "chose" || rule.when === "notChose") && about && (
        <select
          aria-label={phrase("testSkipOption")}
          value={rule.option}
          onChange={({ currentTarget }) => onRule({ ...rule, option: Number(currentTarget.value) })}
        >
          {linesOf(about.options).map((option, place) => (
            <option key={place} value={place}>
              {option}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
