import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { EvidenceLinks, PanelActions, PanelView } from "../../view";
import { CodeSample } from "./CodeSample";
import { Results } from "./Results";
import { SecondHome } from "./SecondHome";
import { SetUp } from "./SetUp";

type Opened = { at: "home" } | { at: "setup" } | { at: "sample"; id: string };

/** The machine as a blind second coder, and how far coders agree. */
export function SecondCoder({
  view,
  links,
  actions,
}: {
  view: PanelView;
  links: EvidenceLinks;
  actions: PanelActions;
}) {
  const [opened, setOpened] = useState<Opened>({ at: "home" });
  const room = useHeadingFocus(opened);
  const coding = opened.at === "sample" ? view.notebook.secondCodings.find(({ id }) => id === opened.id) : undefined;
  const home = () => setOpened({ at: "home" });
  const { second } = actions.notebook;
  return (
    <div class="second" ref={room}>
      {opened.at === "setup" ? (
        <SetUp view={view} second={second} onBegun={(id) => setOpened({ at: "sample", id })} onBack={home} />
      ) : coding?.revealed !== undefined ? (
        <Results
          key={coding.id}
          coding={coding}
          second={second}
          links={links}
          onSave={actions.save}
          onBack={home}
          onRemoved={home}
        />
      ) : coding ? (
        <CodeSample
          key={coding.id}
          coding={coding}
          codes={view.codes}
          reviewOf={links.reviewOf}
          second={second}
          onPause={home}
        />
      ) : opened.at === "sample" ? (
        <Waiting onBack={home} />
      ) : (
        <SecondHome
          view={view}
          onSetUp={() => setOpened({ at: "setup" })}
          onOpen={(id) => setOpened({ at: "sample", id })}
        />
      )}
    </div>
  );
}

/** What was just drawn arrives with the next look into the store. */
function Waiting({ onBack }: { onBack: () => void }) {
  return (
    <p aria-busy="true">
      <button type="button" class="link" onClick={onBack}>
        …
      </button>
    </p>
  );
}

/** Whoever opens something begins at its heading; who only comes to the place stays where they are. */
function useHeadingFocus(opened: Opened) {
  const room = useRef<HTMLDivElement>(null);
  const before = useRef(opened);
  useLayoutEffect(() => {
    if (before.current === opened) return;
    before.current = opened;
    room.current?.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
    room.current?.scrollIntoView({ block: "start" });
  }, [opened]);
  return room;
}
