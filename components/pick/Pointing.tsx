import { useEffect, useRef } from "preact/hooks";
import { useTexts } from "../texts";
import type { PickActions } from "./pick-view";

const KEYS = [
  { keys: ["↑", "↓"], does: "outwards" },
  { keys: ["←", "→"], does: "beside" },
  { keys: ["Enter"], does: "take" },
  { keys: ["Esc"], does: "end" },
] as const;
const HEARD = new Set(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Enter", "Escape"]);

/** The first step: the pointing itself is done on the page; the keys of this panel reach there. */
export function Pointing({ words, actions }: { words: string; actions: PickActions }) {
  const { phrase } = useTexts();
  const keys = useRef<HTMLDivElement>(null);
  useEffect(() => keys.current?.focus(), []);

  function onKeyDown(event: KeyboardEvent) {
    if (!HEARD.has(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    actions.press(event.key);
  }
  return (
    <section>
      <p>{phrase("pickHow")}</p>
      <p class="soft">{phrase("pickAnyPart")}</p>
      <div
        class="pick-keys"
        role="application"
        aria-label={phrase("pickKeys")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: an application takes keys
        tabIndex={0}
        ref={keys}
        onKeyDown={onKeyDown}
      >
        <h2>{phrase("pickKeys")}</h2>
        <dl>
          {KEYS.map(({ keys: names, does }) => (
            <div key={does}>
              <dt>
                {names.map((name) => (
                  <kbd key={name}>{name}</kbd>
                ))}
              </dt>
              <dd>{phrase("pickKey", { does })}</dd>
            </div>
          ))}
        </dl>
      </div>
      <p class="pick-now" role="status" dir="auto">
        {words}
      </p>
    </section>
  );
}
