import { useMemo, useState } from "preact/hooks";
import { agreementOf } from "../../../lib/annotate/agreement/agreement-of";
import { codersOnSentences } from "../../../lib/annotate/agreement/coders";
import { useTexts } from "../../texts";
import type { PanelView } from "../../view";
import { CodeFigures } from "./AgreementTables";
import { AgreementWords } from "./AgreementWords";

/** Agreement of people who coded the same reviews, whose notebooks were brought. */
export function CoderAgreement({ view }: { view: PanelView }) {
  const { phrase, number } = useTexts();
  const { annotations, coders } = view.notebook;
  const people = coders.filter(
    ({ id, kind }) =>
      kind === "person" &&
      annotations.some(({ coderId, codeIds, review }) => coderId === id && codeIds.length > 0 && review),
  );
  const [left, setLeft] = useState<readonly string[]>([]);
  const chosen = people.filter(({ id }) => !left.includes(id)).map(({ id }) => id);
  const measured = useMemo(() => {
    if (chosen.length < 2) return undefined;
    const { coded, units } = codersOnSentences(annotations, [...view.evidence.statements.values()].flat(), chosen);
    const used = new Set(annotations.flatMap(({ coderId, codeIds }) => (chosen.includes(coderId) ? codeIds : [])));
    const codes = view.codes.filter(({ id }) => used.has(id));
    const agreement = agreementOf(
      coded,
      codes.map(({ id }) => id),
    );
    return { agreement, units, names: codes.map(({ name }) => name) };
  }, [annotations, view.evidence, view.codes, chosen.join()]);
  return (
    <section class="second-people">
      <h3>{phrase("secondPeople")}</h3>
      {people.length < 2 ? (
        <p class="soft">{phrase("secondPeopleNone")}</p>
      ) : (
        <fieldset class="chips">
          <legend class="unseen">{phrase("secondPeopleWhich")}</legend>
          {people.map(({ id, name, own }) => (
            <label key={id} class="chip">
              <input
                type="checkbox"
                checked={!left.includes(id)}
                onChange={() => setLeft(left.includes(id) ? left.filter((one) => one !== id) : [...left, id])}
              />
              <span dir="auto">{own ? phrase("secondYou") : name || phrase("secondNameless")}</span>
            </label>
          ))}
        </fieldset>
      )}
      {measured && (
        <>
          <AgreementWords agreement={measured.agreement} people />
          <CodeFigures names={measured.names} agreement={measured.agreement} />
          <p class="sub">
            {phrase("secondPeopleUnits", {
              units: number(measured.units.length),
              both: number(measured.agreement.overall.units),
            })}
          </p>
        </>
      )}
    </section>
  );
}
