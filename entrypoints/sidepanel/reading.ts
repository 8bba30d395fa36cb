/** A reading of the page in the tab, from the click to its end, also when it was begun by a panel since closed. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Reading, ReadingEnd } from "../../components/view";
import { onMessage, sendMessage } from "../../lib/protocol";
import type { FollowedTab } from "./tab";

/** A reading that another panel began is over when nothing was heard of it for this long (ms). */
const SILENCE = 6_000;
/** What the browser says when the page that should answer has gone. */
const GONE = /message channel|message port|back\/forward|receiving end|no response|context invalidated|no tab with id/i;

interface ReadingState {
  reading?: Reading;
  ended?: ReadingEnd;
  /** The subject being read, as the engine knows it. */
  subjectId?: string;
}

export function useReading({ tabId, loads }: FollowedTab): ReadingState & {
  read: (allPages: boolean) => void;
  stop: () => void;
} {
  const [state, setState] = useState<ReadingState>({});
  const begunHere = useRef(false);
  /** Grows with each reading and each change of tab: a reading that ends later belongs to neither. */
  const current = useRef(0);
  const silence = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    setState({});
    begunHere.current = false;
    current.current += 1;
    const off = onMessage("pageProgress", ({ data, sender }) => {
      if (sender.tab?.id !== tabId) return;
      const { subjectId, ...progress } = data;
      setState(({ reading }) => ({ subjectId, reading: { allPages: reading?.allPages ?? true, ...progress } }));
      clearTimeout(silence.current);
      if (!begunHere.current) silence.current = setTimeout(() => setState(({ subjectId }) => ({ subjectId })), SILENCE);
    });
    return () => {
      off();
      clearTimeout(silence.current);
    };
  }, [tabId]);

  // Another document in the tab is another subject until it is read or recognised.
  // each load counts
  useEffect(() => setState(({ reading, ended }) => ({ reading, ended })), [loads]);

  function read(allPages: boolean) {
    if (tabId === undefined) return;
    begunHere.current = true;
    current.current += 1;
    const own = current.current;
    clearTimeout(silence.current);
    setState(({ subjectId }) => ({ subjectId, reading: { found: 0, added: 0, pages: 0, allPages } }));
    void run(tabId, allPages).then((result) => {
      if (own !== current.current) return;
      begunHere.current = false;
      setState(({ reading, subjectId }) => ({
        subjectId: result.subjectId || subjectId,
        ended: {
          allPages,
          found: reading?.found ?? 0,
          added: reading?.added ?? 0,
          pages: reading?.pages ?? 0,
          ...result.ended,
        },
      }));
    });
  }
  return {
    ...state,
    read,
    stop: () => tabId !== undefined && void sendMessage("pageStop", undefined, tabId).catch(() => {}),
  };
}

/** Reads and says how it ended; the figures of a broken reading are those of its last progress. */
async function run(
  tabId: number,
  allPages: boolean,
): Promise<{ subjectId?: string; ended: Partial<ReadingEnd> & Pick<ReadingEnd, "how" | "warnings"> }> {
  try {
    const report = await sendMessage("pageRead", { allPages }, tabId);
    const { subjectId, stopped, ...figures } = report;
    return { subjectId, ended: { how: stopped ? "stopped" : "done", ...figures } };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (GONE.test(message)) return { ended: { how: "navigated", warnings: [] } };
    return { ended: { how: "failed", warnings: [message] } };
  }
}
