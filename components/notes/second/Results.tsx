import { useMemo, useState } from "preact/hooks";
import { agreementOf, type CodingAgreement } from "../../../lib/annotate/agreement/agreement-of";
import { agreementCsv } from "../../../lib/annotate/agreement/csv";
import { bothCoders, machineRun } from "../../../lib/annotate/agreement/double-coding";
import { CODING_BASES, type CodingBasis, type SecondCoding } from "../../../lib/domain";
import type { SaveFile } from "../../ask/TakeAlong";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { useTexts } from "../../texts";
import type { EvidenceLinks } from "../../view";
import type { NotebookActions } from "../notebook-view";
import { AgreementTables } from "./AgreementTables";
import { AgreementWords } from "./AgreementWords";
import { Disagreements } from "./Disagreements";
import { SecondMethod } from "./SecondMethod";

/** How far person and machine agree, in words first, then in figures, then passage by passage. */
export function Results({
  coding,
  second,
  links,
  onSave,
  onBack,
  onRemoved,
}: {
  coding: SecondCoding;
  second: NotebookActions["second"];
  links: EvidenceLinks;
  onSave: SaveFile;
  onBack: () => void;
  onRemoved: () => void;
}) {
  const { phrase } = useTexts();
  const { busy, problem, act } = useActing();
  const [wanted, setWanted] = useState<CodingBasis>();
  const runs = CODING_BASES.filter((basis) => machineRun(coding, basis));
  const basis = wanted && runs.includes(wanted) ? wanted : (runs[0] ?? "definition");
  const agreements = useAgreements(coding);
  const agreement = agreements.get(basis);
  return (
    <section class="second-results">
      <button type="button" class="link" onClick={onBack}>
        {phrase("secondBack")}
      </button>
      <h2 tabIndex={-1}>{phrase("secondResults")}</h2>
      {runs.length > 1 && (
        <fieldset class="chips">
          <legend class="unseen">{phrase("secondBasis")}</legend>
          {runs.map((one) => (
            <label key={one} class="chip radio">
              <input type="radio" name="second-basis" checked={one === basis} onChange={() => setWanted(one)} />
              {phrase("secondBasisKind", { kind: one })}
            </label>
          ))}
        </fieldset>
      )}
      {agreement && <AgreementWords agreement={agreement} />}
      {agreement && <AgreementTables coding={coding} basis={basis} agreements={agreements} />}
      <p class="actions">
        <button type="button" disabled={busy} onClick={() => void act(() => second.run(coding.id, "examples"))}>
          {phrase(runs.includes("examples") ? "secondRunAgain" : "secondRunExamples")}
        </button>
        <button
          type="button"
          onClick={() => onSave("earshot-agreement.csv", agreementCsv(coding), "text/csv;charset=utf-8")}
        >
          {phrase("secondExport")}
        </button>
      </p>
      {problem !== undefined && <ProblemNote problem={problem} />}
      <Disagreements coding={coding} basis={basis} second={second} links={links} />
      <SecondMethod coding={coding} basis={basis} />
      <button
        type="button"
        class="link"
        disabled={busy}
        onClick={() => void act(() => second.remove(coding.id)).then((gone) => gone && onRemoved())}
      >
        {phrase("secondRemove")}
      </button>
    </section>
  );
}

/** A thousand resamples a code: worked out when the codings change and not with every redraw. */
function useAgreements(coding: SecondCoding): ReadonlyMap<CodingBasis, CodingAgreement> {
  const { human, machine, codes } = coding;
  const made = machine.map(({ made }) => made).join();
  return useMemo(
    () =>
      new Map(
        machine.map(({ basis }) => [
          basis,
          agreementOf(
            bothCoders(coding, basis),
            codes.map(({ id }) => id),
          ),
        ]),
      ),
    [coding.id, human.length, made],
  );
}
