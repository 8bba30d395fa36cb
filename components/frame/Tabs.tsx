import { useRef } from "preact/hooks";
import { useTexts } from "../texts";
import { PLACES, type PlaceName } from "../view";

/** The places of the panel: one tab stop, arrow keys move between them (WAI-ARIA tabs pattern). */
export function Tabs({ place, onChoose }: { place: PlaceName; onChoose: (place: PlaceName) => void }) {
  const { phrase } = useTexts();
  const list = useRef<HTMLDivElement>(null);
  const names: Record<PlaceName, string> = {
    overview: phrase("overview"),
    reviews: phrase("reviews"),
    ask: phrase("ask"),
    test: phrase("test"),
    notebook: phrase("notes"),
    settings: phrase("settings"),
  };

  function onKeyDown(event: KeyboardEvent) {
    const next = neighbour(place, event.key);
    if (!next) return;
    event.preventDefault();
    onChoose(next);
    list.current?.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  }

  return (
    <div class="tabs" role="tablist" aria-label={phrase("places")} ref={list} onKeyDown={onKeyDown}>
      {PLACES.map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`tab-${name}`}
          aria-controls={`place-${name}`}
          aria-selected={name === place}
          tabIndex={name === place ? 0 : -1}
          onClick={() => onChoose(name)}
        >
          {name === "settings" && <Gear />}
          <span>{names[name]}</span>
        </button>
      ))}
    </div>
  );
}

/** Stands for the name where a panel is too narrow for six of them. */
function Gear() {
  return (
    <svg class="gear" viewBox="0 0 16 16" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="1.4">
      <circle cx="8" cy="8" r="2.3" />
      <circle cx="8" cy="8" r="4.9" />
      {[0, 45, 90, 135].map((turn) => (
        <path key={turn} d="M8 .8v2.3M8 12.9v2.3" stroke-width="2.2" transform={`rotate(${turn} 8 8)`} />
      ))}
    </svg>
  );
}

function neighbour(place: PlaceName, key: string): PlaceName | undefined {
  const index = PLACES.indexOf(place);
  if (key === "ArrowRight") return PLACES[(index + 1) % PLACES.length];
  if (key === "ArrowLeft") return PLACES[(index + PLACES.length - 1) % PLACES.length];
  if (key === "Home") return PLACES[0];
  if (key === "End") return PLACES[PLACES.length - 1];
  return undefined;
}
