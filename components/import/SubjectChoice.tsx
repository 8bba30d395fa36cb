import { useId } from "preact/hooks";
import type { ImportChoices } from "../../lib/collect/files/import";
import type { Preview } from "../../lib/collect/files/preview";
import { useTexts } from "../texts";

/** What the reviews are about: one name, or the products that the rows name. */
export function SubjectChoice({
  preview: { subjects },
  choices,
  onChange,
}: {
  preview: Preview;
  choices: ImportChoices;
  onChange: (choices: ImportChoices) => void;
}) {
  const { phrase } = useTexts();
  const several = subjects.named.length >= 2;
  return (
    <section>
      {several && (
        <fieldset class="apart">
          <legend>{phrase("importSeveral", { count: subjects.named.length })}</legend>
          {[true, false].map((apart) => (
            <label key={String(apart)}>
              <input
                type="radio"
                name="apart"
                checked={subjects.apart === apart}
                onChange={() => onChange({ apart })}
              />
              {phrase(apart ? "importApart" : "importTogether")}
            </label>
          ))}
          {subjects.apart && <NamedSubjects named={subjects.named} />}
        </fieldset>
      )}
      {!subjects.apart && (
        <SubjectName name={choices.subject ?? subjects.name} onChange={(subject) => onChange({ subject })} />
      )}
    </section>
  );
}

function NamedSubjects({ named }: { named: Preview["subjects"]["named"] }) {
  const { phrase, number } = useTexts();
  const shown = named.slice(0, 4);
  return (
    <p class="soft small-text">
      {shown.map(({ name, reviews }) => `${name} (${number(reviews)})`).join(", ")}
      {named.length > shown.length && `, ${phrase("importMoreSubjects", { count: named.length - shown.length })}`}
    </p>
  );
}

function SubjectName({ name, onChange }: { name: string; onChange: (name: string) => void }) {
  const { phrase } = useTexts();
  const id = useId();
  return (
    <div class="field">
      <label for={id}>{phrase("importSubject")}</label>
      <input
        id={id}
        class="search"
        type="text"
        dir="auto"
        value={name}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </div>
  );
}
