import { useEffect, useState } from "preact/hooks";
import { useTexts } from "../../texts";
import type { ConceptDraft } from "../draft";
import { fieldId } from "../draft-problems";
import { Field } from "./fields";

/** A picture is a help for whoever describes it: it is only drawn here, and the panel is given the description. */
export function PictureField({
  concept: { id, name, alt },
  onChange,
}: {
  concept: ConceptDraft;
  onChange: (part: Partial<ConceptDraft>) => void;
}) {
  const { phrase } = useTexts();
  const [picture, setPicture] = useState<string>();
  useEffect(() => (picture === undefined ? undefined : () => URL.revokeObjectURL(picture)), [picture]);
  return (
    <details class="test-picture" open={alt !== "" || undefined}>
      <summary>{phrase("testPicture")}</summary>
      <p class="sub">{phrase("testPictureWhat")}</p>
      <p class="actions">
        <label class="button small">
          {phrase(picture === undefined ? "testPictureChoose" : "testPictureOther")}
          <input
            type="file"
            accept="image/*"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              currentTarget.value = "";
              if (file?.type.startsWith("image/")) setPicture(URL.createObjectURL(file));
            }}
          />
        </label>
        {picture !== undefined && (
          <button type="button" class="small" onClick={() => setPicture(undefined)}>
            {phrase("testPictureAway")}
          </button>
        )}
      </p>
      {picture !== undefined && <img src={picture} alt={alt || phrase("testPictureOf", { name })} />}
      <Field id={fieldId("alt", id)} label={phrase("testPictureAlt")}>
        {(attributes) => (
          <textarea
            {...attributes}
            dir="auto"
            rows={2}
            value={alt}
            onInput={({ currentTarget }) => onChange({ alt: currentTarget.value })}
          />
        )}
      </Field>
      {picture !== undefined && alt.trim() === "" && <p class="problem">{phrase("testPictureNoAlt")}</p>}
    </details>
  );
}
