import { useEffect, useId, useRef, useState } from "preact/hooks";
import { ProblemNote } from "../states/ProblemNote";
import { useActing } from "../states/use-acting";
import { useTexts } from "../texts";
import { type Translation, useTranslatorHere } from "./translation";

/** A quote in the reader's language, under the quote itself and marked as what it is. Nothing where no engine can, or none is needed. */
export function QuoteTranslation({ text, language }: { text: string; language: string | undefined }) {
  const { phrase, language: own, languageName } = useTexts();
  const translator = useTranslatorHere();
  const { busy, problem, act } = useActing();
  const [translation, setTranslation] = useState<Translation | undefined>();
  const [open, setOpen] = useState(false);
  const running = useRef<AbortController>(undefined);
  const id = useId();
  useEffect(() => () => running.current?.abort(), []);
  const shown = translation ?? translator?.known(text);
  if (!language || language === "und" || isSame(language, own) || !(translator || shown)) return null;

  async function translate() {
    if (!translator || !language) return;
    const stop = new AbortController();
    running.current = stop;
    setOpen(true);
    const done = await act(async () => setTranslation(await translator.translate(text, language, stop.signal)));
    if (!done) setOpen(false);
  }
  function press() {
    if (busy) running.current?.abort(new DOMException("Stopped by hand.", "AbortError"));
    else if (shown) setOpen(!open);
    else void translate();
  }
  const state = busy ? "busy" : shown && open ? "shown" : "ready";
  return (
    <div class="translation">
      <p>
        <button
          type="button"
          class="link"
          aria-expanded={shown ? open : undefined}
          aria-controls={shown && open ? id : undefined}
          onClick={press}
        >
          {phrase("translate", { state, language: languageName(own) })}
        </button>{" "}
        <span class="soft" role="status">
          {busy && phrase("translating")}
        </span>
      </p>
      {shown && open && !busy && (
        <div id={id} class="translated">
          <p dir="auto" lang={own}>
            {shown.text}
          </p>
          <p class="thin">{phrase("translatedBy", { model: shown.model })}</p>
        </div>
      )}
      {problem !== undefined && <ProblemNote problem={problem} />}
    </div>
  );
}

function isSame(one: string, other: string): boolean {
  const primary = (tag: string) => tag.toLowerCase().split(/[-_]/)[0];
  return primary(one) === primary(other);
}
