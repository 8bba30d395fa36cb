import type { ComponentChildren, RefObject } from "preact";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { LONGEST_QUESTION } from "../../lib/domain";
import { useTexts } from "../texts";

/** From here on it is said how much room is left. */
const NEARLY_FULL = LONGEST_QUESTION - 200;

/** Where a question is written, with some to start from. Enter asks, Shift and Enter begin a new line. */
export function Composer({
  suggestions,
  busy,
  onAsk,
  field,
  above,
  children,
}: {
  suggestions: readonly string[];
  busy: boolean;
  onAsk: (question: string) => void;
  /** Where the question is written. */
  field: RefObject<HTMLTextAreaElement | null>;
  /** Where the talk has come to. */
  above?: ComponentChildren;
  /** Who answers. */
  children: ComponentChildren;
}) {
  const { phrase, number } = useTexts();
  const [text, setText] = useState("");
  const [cut, setCut] = useState(false);
  const room = useRoomBelow();

  function submit() {
    const question = text.trim();
    if (question === "" || busy) return;
    setText("");
    setCut(false);
    onAsk(question);
  }

  return (
    <div class="composer" ref={room}>
      {above}
      {/* while one question is answered none of them can be asked */}
      {suggestions.length > 0 && !busy && (
        <fieldset class="chips" aria-label={phrase("suggestions")}>
          {suggestions.map((question) => (
            <button
              key={question}
              type="button"
              class="chip"
              onClick={() => {
                field.current?.focus(); // these buttons go while it is answered
                onAsk(question);
              }}
            >
              {question}
            </button>
          ))}
        </fieldset>
      )}
      <form
        class="ask"
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <textarea
          class="search"
          ref={field}
          rows={Math.min(5, 1 + text.split("\n").length - 1 + Math.floor(text.length / 60))}
          value={text}
          onInput={({ currentTarget: { value } }) => {
            setCut(value.length > LONGEST_QUESTION);
            setText(value.slice(0, LONGEST_QUESTION));
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
            event.preventDefault();
            submit();
          }}
          placeholder={phrase("askPlaceholder")}
          aria-label={phrase("askPlaceholder")}
        />
        <button type="submit" class="main" disabled={busy || text.trim() === ""}>
          {phrase("askButton")}
        </button>
      </form>
      {(cut || text.length > NEARLY_FULL) && (
        <p class="sub" role="status">
          {phrase(cut ? "talkCut" : "talkRoom", {
            n: number(LONGEST_QUESTION - text.length),
            most: number(LONGEST_QUESTION),
          })}
        </p>
      )}
      {children}
    </div>
  );
}

/** It stays in view: what is scrolled to, or gets the keyboard, must not lie under it (WCAG 2.2, focus not obscured). */
function useRoomBelow() {
  const room = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const { style } = document.documentElement;
    const watch = new ResizeObserver(() => {
      style.scrollPaddingBottom = `${(room.current?.offsetHeight ?? 0) + 8}px`;
    });
    if (room.current) watch.observe(room.current);
    return () => {
      watch.disconnect();
      style.removeProperty("scroll-padding-bottom");
    };
  }, []);
  return room;
}
