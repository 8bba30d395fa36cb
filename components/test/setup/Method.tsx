import { useTexts } from "../../texts";
import type { SurveyDraft } from "../draft";
import { fieldId } from "../draft-problems";
import { NumberField } from "./fields";

const METHODS = ["combined", "plain"] as const;

/** Every parameter of how words become points, for those who know what they are. */
export function Method({
  draft: { seed, rating, mode, fresh },
  onChange,
}: {
  draft: SurveyDraft;
  onChange: (part: Partial<SurveyDraft>) => void;
}) {
  const { phrase } = useTexts();
  const change = (part: Partial<SurveyDraft["rating"]>) => onChange({ rating: { ...rating, ...part } });
  return (
    <>
      <p class="sub">{phrase("testMethodWhat")}</p>
      <fieldset class="test-choice">
        <legend>{phrase("testMethod")}</legend>
        {METHODS.map((method) => (
          <label key={method}>
            <input
              type="radio"
              name="test-method"
              checked={rating.method === method}
              onChange={() => change({ method })}
            />
            <span>
              {phrase("testMethodOf", { method })}
              <span class="sub">{phrase("testMethodOfWhat", { method })}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Tick
        label={phrase("testCalibrated")}
        hint={phrase("testCalibratedWhat")}
        checked={rating.calibrated}
        onChange={(calibrated) => change({ calibrated })}
      />
      <Tick
        label={phrase("testCentred")}
        hint={phrase("testCentredWhat")}
        checked={rating.centred}
        onChange={(centred) => change({ centred })}
      />
      <div class="test-numbers">
        <NumberField
          id={fieldId("seed")}
          label={phrase("testSeed")}
          value={seed}
          min={0}
          onChange={(next) => onChange({ seed: next })}
        />
        <NumberField
          id={fieldId("epsilon")}
          label={phrase("testEpsilon")}
          value={rating.epsilon}
          min={0}
          step="any"
          onChange={(epsilon) => change({ epsilon })}
        />
        <NumberField
          id={fieldId("temperature")}
          label={phrase("testTemperature")}
          value={rating.temperature}
          min={0}
          step="any"
          onChange={(temperature) => change({ temperature })}
        />
      </div>
      {mode === "engine" && (
        <Tick
          label={phrase("testFresh")}
          hint={phrase("testFreshWhat")}
          checked={fresh}
          onChange={(next) => onChange({ fresh: next })}
        />
      )}
    </>
  );
}

function Tick({
  label,
  hint,
  checked,
  onChange,
}: {
  label: string;
  hint: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}) {
  return (
    <label class="test-tick">
      <input type="checkbox" checked={checked} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
      <span>
        {label}
        <span class="sub">{hint}</span>
      </span>
    </label>
  );
}
