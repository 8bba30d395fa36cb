/** A reading of the page in the tab, from the click to its end, also when it was begun by a panel since closed. */
import { useEffect, useRef, useState } from "preact/hooks";
import { problemCode } from "../../components/problem-text";
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
  read: (allPages: boolean, goOn?: boolean) => void;
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

  // Another document in the tab is another subject until it is read or recognised; each load counts. How the last reading
  // ended belongs to what was there before, unless it ended by this.
  useEffect(
    () => setState(({ reading, ended }) => ({ reading, ended: ended?.how === "navigated" ? ended : undefined })),
    [loads],
  );

  function read(allPages: boolean, goOn = false) {
    if (tabId === undefined) return;
    begunHere.current = true;
    current.current += 1;
    const own = current.current;
    clearTimeout(silence.current);
    setState(({ subjectId }) => ({ subjectId, reading: { found: 0, added: 0, pages: 0, allPages } }));
    void run(tabId, { allPages, goOn }).then((result) => {
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
    stop: () => {
      if (tabId === undefined) return;
      const stopped = sendMessage("pageStop", undefined, tabId).catch(() => {});
      // of a reading that another panel began no end is told
      if (!begunHere.current) void stopped.then(() => setState(({ subjectId }) => ({ subjectId })));
    },
  };
}

/** Reads and says how it ended; the figures of a broken reading are those of its last progress. */
async function run(
  tabId: number,
  how: { allPages: boolean; goOn: boolean },
): Promise<{ subjectId?: string; ended: Partial<ReadingEnd> & Pick<ReadingEnd, "how" | "warnings"> }> {
  try {
    const report = await sendMessage("pageRead", how, tabId);
    const { subjectId, stopped, coverage, ...figures } = report;
    const end = coverage?.why === "left" ? "navigated" : stopped ? "stopped" : coverage ? "done" : "failed";
    return { subjectId, ended: { how: end, ...figures } };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (GONE.test(message)) return { ended: { how: "navigated", warnings: [] } };
    const problem = problemCode(error);
    return { ended: { how: "failed", problem, detail: message, warnings: [] } };
  }
}
