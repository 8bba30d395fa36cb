import { useEffect, useRef, useState } from "preact/hooks";
import { useTexts } from "../../texts";
import type { EvidenceLinks, PanelActions, PanelView } from "../../view";
import { ByView } from "./ByView";
import { Find } from "./Find";
import { Choice, Pick, Tick } from "./fields";
import { type Opened, type QueryRoom, useCoding, useQueryNames } from "./room";
import { TogetherView } from "./TogetherView";
import { Uses } from "./Uses";

const VIEWS = ["uses", "by", "together", "find"] as const;
type QueryView = (typeof VIEWS)[number];

/** Counts, crosses and finds what was coded. It opens with an answer: which codes are used most. */
export function Query({ view, links, actions }: { view: PanelView; links: EvidenceLinks; actions: PanelActions }) {
  const { phrase } = useTexts();
  const [shown, setShown] = useState<QueryView>("uses");
  const [rollUp, setRollUp] = useState(false);
  const [coderId, setCoderId] = useState("");
  const [opened, setOpened] = useState<Opened>();
  const { annotations, coders } = view.notebook;
  const used = coders.filter(({ id }) => annotations.some((note) => note.coderId === id));
  const coding = useCoding(view, coderId, rollUp);
  const names = useQueryNames(view);
  const room: QueryRoom = { ...{ view, links, actions, coding, coders, names, opened }, open: useOpening(setOpened) };
  if (annotations.length === 0) {
    return (
      <section class="query">
        <h2>{phrase("queryTitle")}</h2>
        <p>{phrase("queryEmpty")}</p>
      </section>
    );
  }
  const coded = annotations.some(({ codeIds }) => codeIds.some((id) => coding.above.has(id)));
  const nested = view.codes.some(({ parentId }) => parentId !== undefined);
  const look = coded ? shown : "find";
  const change = (work: () => void) => {
    setOpened(undefined);
    work();
  };
  return (
    <section class="query">
      <h2>{phrase("queryTitle")}</h2>
      {coded ? (
        <Choice
          label={phrase("queryViews")}
          values={VIEWS}
          value={look}
          name={(one) => phrase("queryView", { view: one })}
          onChoose={(one) => change(() => setShown(one))}
        />
      ) : (
        <p>{phrase("queryNoCodes")}</p>
      )}
      {coded && (nested || used.length > 1) && (
        <div class="query-settings">
          {used.length > 1 && (
            <Pick
              label={phrase("queryCoder")}
              none={phrase("queryEveryone")}
              values={used.map((coder) => [coder.id, names.coder(coder)])}
              value={coderId}
              onPick={(id) => change(() => setCoderId(id))}
            />
          )}
          {nested && <Tick label={phrase("queryRollUp")} on={rollUp} onTick={(on) => change(() => setRollUp(on))} />}
        </div>
      )}
      {look === "uses" && <Uses room={room} />}
      {look === "by" && <ByView room={room} />}
      {look === "together" && <TogetherView room={room} />}
      {look === "find" && <Find room={room} />}
    </section>
  );
}

/** What was pressed keeps the keyboard's place until its passages are closed. */
function useOpening(setOpened: (opened: Opened | undefined) => void): QueryRoom["open"] {
  const pressed = useRef<Element | null>(null);
  const [closed, setClosed] = useState(0);
  useEffect(() => {
    if (closed > 0 && pressed.current instanceof HTMLElement) pressed.current.focus();
  }, [closed]);
  return (opened) => {
    if (opened) pressed.current = document.activeElement;
    else setClosed((times) => times + 1);
    setOpened(opened);
  };
}
