import { useEffect, useRef, useState } from "preact/hooks";
import type { CodedPassage } from "../../../lib/report/codes";
import { useTexts } from "../../texts";
import { PassageCard } from "./PassageCard";
import type { QueryRoom } from "./room";

const PAGE = 20;

/** Passages one below the other, twenty at a time. */
export function PassageList({ room, passages }: { room: QueryRoom; passages: readonly CodedPassage[] }) {
  const { phrase } = useTexts();
  const [shown, setShown] = useState(PAGE);
  const list = useRef<HTMLUListElement>(null);
  const next = useRef<number>(undefined);
  useEffect(() => setShown(PAGE), [passages]);
  useEffect(() => {
    if (next.current === undefined) return;
    const item = list.current?.children[next.current];
    next.current = undefined;
    if (item instanceof HTMLElement) item.focus();
  }, [shown]);
  const more = Math.min(PAGE, passages.length - shown);
  return (
    <>
      <ul class="query-passages" ref={list}>
        {passages.slice(0, shown).map((passage) => (
          <li key={passage.id} tabIndex={-1}>
            <PassageCard room={room} passage={passage} />
          </li>
        ))}
      </ul>
      {more > 0 && (
        <button
          type="button"
          onClick={() => {
            next.current = shown;
            setShown(shown + PAGE);
          }}
        >
          {phrase("queryMore", { count: more })}
        </button>
      )}
    </>
  );
}

/** What stands behind a figure that was pressed; the keyboard goes along. */
export function OpenedPassages({ room }: { room: QueryRoom }) {
  const { phrase } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  const { opened, coding, open } = room;
  useEffect(() => {
    heading.current?.focus();
    heading.current?.scrollIntoView({ block: "nearest" });
  }, [opened]);
  if (!opened) return null;
  const ids = new Set(opened.ids);
  const passages = coding.passages.filter(({ id }) => ids.has(id));
  return (
    <section class="query-opened" aria-labelledby="query-opened">
      <h3 id="query-opened" ref={heading} tabIndex={-1}>
        {phrase("queryOpened", { what: opened.title, count: passages.length })}
      </h3>
      <button type="button" class="small" onClick={() => open(undefined)}>
        {phrase("queryClose")}
      </button>
      <PassageList room={room} passages={passages} />
    </section>
  );
}
