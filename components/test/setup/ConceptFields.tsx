import { SURVEY_LIMITS } from "../../../lib/domain";
import { useTexts } from "../../texts";
import type { ConceptDraft } from "../draft";
import { conceptWords, fieldId } from "../draft-problems";
import { Field } from "./fields";
import { PictureField } from "./PictureField";

/** One thing to be shown: its words, and what belongs to it where there is such a thing. */
export function ConceptFields({
  concept,
  language,
  onChange,
}: {
  concept: ConceptDraft;
  language: string;
  onChange: (part: Partial<ConceptDraft>) => void;
}) {
  const { phrase } = useTexts();
  const { id, name, text, price } = concept;
  const words = conceptWords(concept, language);
  return (
    <>
      <Field id={fieldId("name", id)} label={phrase("testConceptName")}>
        {(attributes) => (
          <input
            {...attributes}
            class="text"
            dir="auto"
            value={name}
            maxLength={80}
            onInput={({ currentTarget }) => onChange({ name: currentTarget.value })}
          />
        )}
      </Field>
      <Field
        id={fieldId("concept", id)}
        label={phrase("testConceptText")}
        hint={phrase(words > 0 ? "testConceptWords" : "testConceptTextWhat", {
          n: words,
          most: SURVEY_LIMITS.conceptWords,
        })}
      >
        {(attributes) => (
          <textarea
            {...attributes}
            dir="auto"
            rows={4}
            value={text}
            onInput={({ currentTarget }) => onChange({ text: currentTarget.value })}
          />
        )}
      </Field>
      <Field id={fieldId("price", id)} label={phrase("testConceptPrice")}>
        {(attributes) => (
          <input
            {...attributes}
            class="text number"
            dir="auto"
            value={price}
            maxLength={40}
            placeholder={phrase("testConceptPriceAs")}
            onInput={({ currentTarget }) => onChange({ price: currentTarget.value })}
          />
        )}
      </Field>
      <PictureField concept={concept} onChange={onChange} />
    </>
  );
}
