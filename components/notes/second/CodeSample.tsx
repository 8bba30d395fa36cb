import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Code, Review, SecondCoding } from "../../../lib/domain";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { useTexts } from "../../texts";
import type { NotebookActions } from "../notebook-view";
import { keysOf } from "./keys";
import { RevealSection } from "./RevealSection";
import { UnitText } from "./UnitText";

/** One passage after the other, coded without knowing what the machine said. */
export function CodeSample({
  coding,
  codes,
  reviewOf,
  second,
  onPause,
}: {
  coding: SecondCoding;
  codes: readonly Code[];
  reviewOf: (id: string) => Review | undefined;
  second: NotebookActions["second"];
  onPause: () => void;
}) {
  const { phrase } = useTexts();
  const { busy, problem, act } = useActing();
  const { units, human } = coding;
  const [at, setAt] = useState(() => firstOpen(coding));
  const known = human.find(({ unit }) => unit === at)?.codeIds;
  const [chosen, setChosen] = useState<readonly string[]>(known ?? []);
  const heading = useRef<HTMLHeadingElement>(null);
  const came = useRef(at);
  const unit = units[at];
  const done = human.length;

  // what the next passage was given is seen with it, and reading begins at its number
  useLayoutEffect(() => {
    if (came.current === at) return;
    came.current = at;
    setChosen(known ?? []);
    heading.current?.focus({ preventScroll: true });
    heading.current?.scrollIntoView({ block: "nearest" });
  }, [at]);

  const toggle = (id: string) =>
    setChosen((before) => (before.includes(id) ? before.filter((one) => one !== id) : [...before, id]));
  const move = (to: number) => setAt(Math.min(units.length, Math.max(0, to)));
  async function keep(codeIds: readonly string[], to: number) {
    if (!unit || busy) return;
    if (await act(() => second.code(coding.id, at, [...codeIds]))) move(to);
  }
  /** Nothing chosen is a decision only where somebody says so, or said so before. */
  const decided = chosen.length > 0 || known !== undefined;
  const next = () => (known !== undefined && same(known, chosen) ? move(at + 1) : void keep(chosen, at + 1));
  const back = () => (known !== undefined && !same(known, chosen) ? void keep(chosen, at - 1) : move(at - 1));
  const keys = keysOf(coding.codes, codes);

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey || !unit) return;
    const code = keys.find(({ key }) => key === event.key.toLocaleLowerCase());
    const pressing = event.target instanceof HTMLElement && event.target.closest("button, summary, a");
    if (code) toggle(code.id);
    else if (event.key === "0") void keep([], at + 1);
    else if (event.key === "Enter" && !pressing && decided) next();
    else return;
    event.preventDefault();
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: shortcuts of what lies within, active only while the keyboard is there
    <section class="second-coding" onKeyDown={onKeyDown}>
      <p class="second-bar">
        <progress value={done} max={units.length} aria-label={phrase("secondProgress", { done, of: units.length })} />
        <button type="button" class="link" onClick={onPause}>
          {phrase("secondPause")}
        </button>
      </p>
      <h2 ref={heading} tabIndex={-1}>
        {unit ? phrase("secondUnitAt", { at: at + 1, of: units.length }) : phrase("secondAllSeen")}
      </h2>
      {unit ? (
        <>
          <UnitText key={at} unit={unit} review={reviewOf(unit.reviewId)} kind={coding.unit} />
          <fieldset class="second-codes">
            <legend>{phrase("secondWhich")}</legend>
            {keys.map(({ id, name, key, description }) => (
              <label key={id}>
                <input
                  type="checkbox"
                  checked={chosen.includes(id)}
                  aria-keyshortcuts={key}
                  onChange={() => toggle(id)}
                />
                <span>
                  <span dir="auto">{name}</span>
                  {description && (
                    <span class="sub" dir="auto">
                      {description}
                    </span>
                  )}
                </span>
                {key && (
                  <span class="second-key" aria-hidden="true">
                    {key}
                  </span>
                )}
              </label>
            ))}
          </fieldset>
          <p class="actions">
            <button type="button" disabled={at === 0} onClick={back}>
              {phrase("secondPrevious")}
            </button>
            <button type="button" disabled={busy} onClick={() => void keep([], at + 1)}>
              {phrase("secondNone")}{" "}
              <span class="second-key" aria-hidden="true">
                0
              </span>
            </button>
            <button type="button" class="main" disabled={busy || !decided} onClick={next}>
              {phrase("secondNext")}{" "}
              <span class="second-key" aria-hidden="true">
                ↵
              </span>
            </button>
          </p>
        </>
      ) : (
        <p class="actions">
          {done < units.length && (
            <button type="button" class="main" onClick={() => setAt(firstOpen(coding))}>
              {phrase("secondToOpen")}
            </button>
          )}
          <button type="button" onClick={back}>
            {phrase("secondPrevious")}
          </button>
        </p>
      )}
      {problem !== undefined && <ProblemNote problem={problem} />}
      <RevealSection
        coding={coding}
        onReveal={() => second.reveal(coding.id)}
        onRemove={() => second.remove(coding.id).then(onPause)}
      />
    </section>
  );
}

/** @returns place of the first unit that waits; after the last one when none does */
function firstOpen({ units, human }: SecondCoding): number {
  const done = new Set(human.map(({ unit }) => unit));
  const open = units.findIndex((_, unit) => !done.has(unit));
  return open < 0 ? units.length : open;
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((id) => other.includes(id));
}
