import { SURVEY_LIMITS } from "../../../lib/domain";
import { useTexts } from "../../texts";
import type { ConceptDraft, SurveyDraft } from "../draft";
import { addConcept, changed, moved } from "../draft-changes";
import { ConceptFields } from "./ConceptFields";
import { ItemTools } from "./ItemTools";
import { besideItem, useListFocus } from "./use-list-focus";

/** What the panel is shown, up to six things, and whether each person sees one of them or all. */
export function Concepts({
  draft,
  product,
  onChange,
}: {
  draft: SurveyDraft;
  product: string;
  onChange: (draft: SurveyDraft) => void;
}) {
  const { phrase } = useTexts();
  const { room, toItem } = useListFocus<HTMLFieldSetElement>();
  const { concepts } = draft;
  const full = concepts.length >= SURVEY_LIMITS.concepts;
  function add() {
    const next = addConcept(draft);
    toItem(next.concepts.at(-1)?.id);
    onChange(next);
  }
  function remove({ id }: ConceptDraft) {
    toItem(besideItem(concepts, id));
    onChange({ ...draft, concepts: concepts.filter((one) => one.id !== id) });
  }
  function move({ id }: ConceptDraft, by: -1 | 1) {
    toItem(id, by < 0 ? ".move-up" : ".move-down");
    onChange({ ...draft, concepts: moved(concepts, id, by) });
  }
  return (
    <fieldset class="test-part" ref={room}>
      <legend>{phrase("testShown")}</legend>
      {concepts.length === 0 && <p class="soft">{phrase("testShownNothing", { product })}</p>}
      {concepts.map((concept, place) => (
        <div key={concept.id} class="test-item" data-item={concept.id}>
          <div class="item-head">
            <h3>{phrase("testConceptPlace", { n: place + 1 })}</h3>
            <ItemTools
              name={concept.name.trim() || phrase("testConceptPlace", { n: place + 1 })}
              first={place === 0}
              last={place === concepts.length - 1}
              onMove={(by) => move(concept, by)}
              onRemove={() => remove(concept)}
            />
          </div>
          <ConceptFields
            concept={concept}
            language={draft.language}
            onChange={(part) => onChange({ ...draft, concepts: changed(concepts, concept.id, part) })}
          />
        </div>
      ))}
      <button type="button" class="add" aria-disabled={full} onClick={full ? undefined : add}>
        {phrase(concepts.length === 0 ? "testConceptFirst" : "testConceptMore")}
      </button>
      {full && <p class="sub">{phrase("testConceptFull", { n: SURVEY_LIMITS.concepts })}</p>}
      {concepts.length > 1 && <Design draft={draft} onChange={onChange} />}
    </fieldset>
  );
}

const DESIGNS = ["sequential", "monadic"] as const;

function Design({ draft, onChange }: { draft: SurveyDraft; onChange: (draft: SurveyDraft) => void }) {
  const { phrase } = useTexts();
  return (
    <fieldset class="test-choice">
      <legend>{phrase("testDesign")}</legend>
      {DESIGNS.map((design) => (
        <label key={design}>
          <input
            type="radio"
            name="test-design"
            checked={draft.design === design}
            onChange={() => onChange({ ...draft, design })}
          />
          <span>
            {phrase("testDesignOf", { design })}
            <span class="sub">{phrase("testDesignWhat", { design })}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
