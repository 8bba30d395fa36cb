import { useId, useState } from "preact/hooks";
import { expectedError, FEWEST_UNITS } from "../../../lib/annotate/agreement/sampling";
import { CODING_UNITS, type CodingSample, type CodingUnitKind, type Quote } from "../../../lib/domain";
import { isQuotable } from "../../../lib/report/evidence";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { useTexts } from "../../texts";
import type { PanelView } from "../../view";
import type { NotebookActions } from "../notebook-view";
import { CodeChoice } from "./CodeChoice";

const USUAL_SIZE = 100;
const METHODS = ["random", "stratified", "all"] as const satisfies readonly CodingSample["method"][];

/** Which codes, on what, and how many passages are drawn. */
export function SetUp({
  view,
  second,
  onBegun,
  onBack,
}: {
  view: PanelView;
  second: NotebookActions["second"];
  onBegun: (id: string) => void;
  onBack: () => void;
}) {
  const { phrase, number, precise } = useTexts();
  const id = useId();
  const { busy, problem, act } = useActing();
  const [codeIds, setCodeIds] = useState<readonly string[]>(() => view.codes.map((code) => code.id));
  const [unit, setUnit] = useState<CodingUnitKind>("sentence");
  const [size, setSize] = useState(USUAL_SIZE);
  const [method, setMethod] = useState<CodingSample["method"]>("random");
  const [seed, setSeed] = useState(view.notebook.secondCodings.length + 1);
  const of = drawable(view, unit).length;
  const drawn = method === "all" ? of : Math.min(of, Math.max(FEWEST_UNITS, size));

  async function begin(event: Event) {
    event.preventDefault();
    const subjectId = view.subject?.id;
    if (subjectId === undefined) return;
    await act(async () => {
      const begun = await second.begin({
        subjectId,
        codeIds: [...codeIds],
        unit,
        sample: { method, size: drawn, seed },
      });
      onBegun(begun.id);
    });
  }
  return (
    <section>
      <form class="second-setup" noValidate onSubmit={(event) => void begin(event)}>
        <button type="button" class="link" onClick={onBack}>
          {phrase("secondBack")}
        </button>
        <h2 tabIndex={-1}>{phrase("secondSetUp")}</h2>
        <CodeChoice codes={view.codes} chosen={codeIds} onChoose={setCodeIds} />
        <fieldset>
          <legend>{phrase("secondUnit")}</legend>
          {CODING_UNITS.map((kind) => (
            <label key={kind}>
              <input type="radio" name={`${id}-unit`} checked={unit === kind} onChange={() => setUnit(kind)} />{" "}
              {phrase("secondUnitKind", { kind })}
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{phrase("secondMethod")}</legend>
          {METHODS.map((one) => (
            <label key={one}>
              <input type="radio" name={`${id}-method`} checked={method === one} onChange={() => setMethod(one)} />{" "}
              {phrase("secondMethodKind", { kind: one })}
            </label>
          ))}
        </fieldset>
        {method !== "all" && (
          <p class="second-size">
            <label for={`${id}-size`}>{phrase("secondSize")}</label>
            <input
              id={`${id}-size`}
              type="number"
              min={FEWEST_UNITS}
              max={Math.max(FEWEST_UNITS, of)}
              value={size}
              aria-describedby={`${id}-error`}
              onInput={(event) => setSize(event.currentTarget.valueAsNumber || FEWEST_UNITS)}
            />
          </p>
        )}
        <p id={`${id}-error`} class="sub">
          {of < FEWEST_UNITS
            ? phrase("secondTooFew", { count: of, least: FEWEST_UNITS })
            : phrase("secondSizeSays", { size: drawn, of: number(of), error: precise(expectedError(drawn)) })}
        </p>
        <details>
          <summary>{phrase("secondDraw")}</summary>
          <p class="second-size">
            <label for={`${id}-seed`}>{phrase("secondSeed")}</label>
            <input
              id={`${id}-seed`}
              type="number"
              min={1}
              value={seed}
              onInput={(event) => setSeed(Math.max(1, Math.round(event.currentTarget.valueAsNumber || 1)))}
            />
          </p>
          <p class="sub">{phrase("secondSeedWhat")}</p>
        </details>
        <p class="sub">{phrase("secondBlindSays")}</p>
        <p class="actions">
          <button type="submit" class="main" disabled={busy || codeIds.length === 0}>
            {phrase(busy ? "secondDrawing" : "secondStart")}
          </button>
        </p>
        {problem !== undefined && <ProblemNote problem={problem} />}
      </form>
    </section>
  );
}

/** The same passages that the engine draws from. */
function drawable({ evidence }: PanelView, kind: CodingUnitKind): Pick<Quote, "reviewId">[] {
  const read = evidence.reviews.filter((review) => isQuotable(review) && evidence.statements.has(review.id));
  if (kind === "review") return read.map(({ id }) => ({ reviewId: id }));
  return read.flatMap(({ id }) => evidence.statements.get(id) ?? []);
}
