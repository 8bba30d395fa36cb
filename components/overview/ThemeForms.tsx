import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import type { Theme } from "../../lib/domain";
import { ThemeOptions } from "../figures/ThemeOptions";
import { useTexts } from "../texts";

/** What the name field takes: a panel shows one line. */
const LONGEST_NAME = 80;

/** Asks for another name; an empty one changes nothing. */
export function RenameTheme({ label, onName }: { label: string; onName: (label: string) => void }) {
  const { phrase } = useTexts();
  const field = useFirstFocus<HTMLInputElement>();
  return (
    <ThemeForm save={phrase("save")} onEnd={(name) => onName(name.trim())}>
      <input
        ref={field}
        class="text"
        name="answer"
        aria-label={phrase("themeName")}
        defaultValue={label}
        maxLength={LONGEST_NAME}
      />
    </ThemeForm>
  );
}

/** Asks which theme it goes into; an empty answer changes nothing. */
export function MergeTheme({
  label,
  targets,
  onTarget,
}: {
  label: string;
  targets: readonly Theme[];
  onTarget: (id: string) => void;
}) {
  const { phrase } = useTexts();
  const field = useFirstFocus<HTMLSelectElement>();
  return (
    <ThemeForm save={phrase("merge")} onEnd={onTarget}>
      <select ref={field} name="answer" aria-label={phrase("mergeIntoWhat", { theme: label })}>
        <ThemeOptions themes={targets} />
      </select>
    </ThemeForm>
  );
}

/** One field called `answer`, a button that takes it, and two ways out without one. */
function ThemeForm({
  save,
  onEnd,
  children,
}: {
  save: string;
  onEnd: (answer: string) => void;
  children: ComponentChildren;
}) {
  const { phrase } = useTexts();
  return (
    <form
      class="theme-tools"
      onKeyDown={(event) => event.key === "Escape" && onEnd("")}
      onSubmit={(event) => {
        event.preventDefault();
        const answer = new FormData(event.currentTarget).get("answer");
        onEnd(typeof answer === "string" ? answer : "");
      }}
    >
      {children}
      <button type="submit" class="small">
        {save}
      </button>
      <button type="button" class="small" onClick={() => onEnd("")}>
        {phrase("cancel")}
      </button>
    </form>
  );
}

function useFirstFocus<Field extends HTMLElement>() {
  const field = useRef<Field>(null);
  // before the next key can be pressed; a name is there to be written over
  useLayoutEffect(() => {
    field.current?.focus();
    if (field.current instanceof HTMLInputElement) field.current.select();
  }, []);
  return field;
}
