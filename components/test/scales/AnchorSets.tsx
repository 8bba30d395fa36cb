import { useState } from "preact/hooks";
import { useTexts } from "../../texts";
import { fieldId } from "../draft-problems";
import { Field, FieldProblem } from "../setup/fields";
import { useListFocus } from "../setup/use-list-focus";
import { addSet, anchorField, languageTag, removeSet, type ScaleDraft, setStatement } from "./scale-draft";

/** The statements of a scale by language; another language can be added. */
export function AnchorSets({ scale, onChange }: { scale: ScaleDraft; onChange: (scale: ScaleDraft) => void }) {
  const { phrase, languageName } = useTexts();
  const { room, toItem } = useListFocus<HTMLDivElement>();
  const [open, setOpen] = useState<readonly string[]>(() => scale.anchors.slice(0, 1).map((one) => one.language));
  function add(language: string) {
    const sets = scale.anchors.find((one) => one.language === language)?.sets.length ?? 0;
    setOpen([...open, language]);
    toItem(`${language}-${sets}`);
    onChange(addSet(scale, language));
  }
  return (
    <div ref={room} id={fieldId("scale-sets")} tabIndex={-1}>
      {scale.anchors.map(({ language, sets }) => (
        <section key={language}>
          <details class="test-method" open={open.includes(language)}>
            <summary>
              {languageName(language)} · {phrase("testScaleSets", { n: sets.length })}
            </summary>
            {sets.map((set, place) => (
              <AnchorSetFields
                key={place}
                language={language}
                set={set}
                place={place}
                onWords={(point, words) => onChange(setStatement(scale, { language, set: place, point }, words))}
                onRemove={() => {
                  toItem(sets.length > 1 ? `${language}-${Math.min(place, sets.length - 2)}` : undefined);
                  onChange(removeSet(scale, language, place));
                }}
              />
            ))}
            <button type="button" class="add" onClick={() => add(language)}>
              {phrase("testSetMore")}
            </button>
          </details>
        </section>
      ))}
      <section>
        <FieldProblem id={fieldId("scale-sets")} />
        <OtherLanguage known={scale.anchors.map(({ language }) => language)} onAdd={add} />
      </section>
    </div>
  );
}

function AnchorSetFields({
  language,
  set,
  place,
  onWords,
  onRemove,
}: {
  language: string;
  set: readonly string[];
  place: number;
  onWords: (point: number, words: string) => void;
  onRemove: () => void;
}) {
  const { phrase, languageName } = useTexts();
  const name = phrase("testSet", { n: place + 1 });
  return (
    <div class="test-item" data-item={`${language}-${place}`}>
      <div class="item-head">
        <h3>{name}</h3>
        <button
          type="button"
          class="small"
          aria-label={phrase("personaEditAbout", {
            verb: phrase("testRemove"),
            line: `${languageName(language)}, ${name}`,
          })}
          onClick={onRemove}
        >
          {phrase("testRemove")}
        </button>
      </div>
      {set.map((words, point) => (
        // points are what they are by their place
        <Field key={point} id={anchorField(language, place, point)} label={phrase("testPoint", { n: point + 1 })}>
          {(attributes) => (
            <input
              {...attributes}
              class="text"
              lang={language}
              dir="auto"
              maxLength={300}
              value={words}
              onInput={({ currentTarget }) => onWords(point, currentTarget.value)}
            />
          )}
        </Field>
      ))}
    </div>
  );
}

/** Languages Earshot has statements in come first; any other can be named by its code. */
const OFFERED = ["en", "zh", "ru"];

function OtherLanguage({ known, onAdd }: { known: readonly string[]; onAdd: (language: string) => void }) {
  const { phrase, languageName } = useTexts();
  const [code, setCode] = useState("");
  const [wrong, setWrong] = useState(false);
  function add() {
    const tag = languageTag(code);
    setWrong(!tag || known.includes(tag));
    if (!tag || known.includes(tag)) return;
    setCode("");
    onAdd(tag);
  }
  return (
    <div class="test-field">
      <span class="actions">
        {OFFERED.filter((language) => !known.includes(language)).map((language) => (
          <button key={language} type="button" class="small" onClick={() => onAdd(language)}>
            {phrase("testLanguageAdd", { language: languageName(language) })}
          </button>
        ))}
      </span>
      <label for="test-other-language">{phrase("testLanguageOther")}</label>
      <span class="actions">
        <input
          id="test-other-language"
          class="text number"
          value={code}
          maxLength={12}
          placeholder="de"
          aria-invalid={wrong}
          aria-describedby="test-other-language-problem"
          onInput={({ currentTarget }) => setCode(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            add();
          }}
        />
        <button type="button" class="small" onClick={add}>
          {phrase("enginesAdd")}
        </button>
      </span>
      <p class="problem" id="test-other-language-problem" role="status">
        {wrong && phrase("testLanguageWrong")}
      </p>
    </div>
  );
}
