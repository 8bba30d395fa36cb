import type { SecondCoding } from "../../../lib/domain";
import { useTexts } from "../../texts";
import type { PanelView } from "../../view";
import { CoderAgreement } from "./CoderAgreement";
import { SaturationSection } from "./SaturationSection";

/** What a second coder is for, samples that were drawn, several people, and saturation. */
export function SecondHome({
  view,
  onSetUp,
  onOpen,
}: {
  view: PanelView;
  onSetUp: () => void;
  onOpen: (id: string) => void;
}) {
  const { phrase } = useTexts();
  const { secondCodings } = view.notebook;
  return (
    <>
      <section>
        <h2 tabIndex={-1}>{phrase("secondTitle")}</h2>
        <p class="soft">{phrase("secondWhat")}</p>
        {view.codes.length === 0 ? (
          <p>{phrase("secondNoCodes")}</p>
        ) : view.subject ? (
          <button type="button" class="main" onClick={onSetUp}>
            {phrase("secondBegin")}
          </button>
        ) : (
          <p>{phrase("secondNoSubject")}</p>
        )}
      </section>
      {secondCodings.length > 0 && (
        <section>
          <h3>{phrase("secondSamples")}</h3>
          <ul class="second-samples">
            {secondCodings.map((coding) => (
              <SampleEntry key={coding.id} coding={coding} onOpen={() => onOpen(coding.id)} />
            ))}
          </ul>
        </section>
      )}
      <CoderAgreement view={view} />
      <SaturationSection view={view} />
    </>
  );
}

function SampleEntry({ coding, onOpen }: { coding: SecondCoding; onOpen: () => void }) {
  const { phrase, date } = useTexts();
  const { codes, human, units, revealed, created } = coding;
  const names = codes.map(({ name }) => name).join(", ");
  return (
    <li>
      <button type="button" class="wordy" onClick={onOpen}>
        <b dir="auto">{names}</b>
        <span class="sub">
          {date(created)} ·{" "}
          {revealed === undefined
            ? phrase("secondProgress", { done: human.length, of: units.length })
            : phrase("secondShown", { count: human.length })}
        </span>
      </button>
    </li>
  );
}
