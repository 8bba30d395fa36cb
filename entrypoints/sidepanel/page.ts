/** What the panel sees of the page in the tab, kept up to date. */
import { useEffect, useState } from "preact/hooks";
import type { PageView } from "../../components/view";
import { lookAt, requestAccess } from "./page-link";
import type { FollowedTab } from "./tab";

/** Access may be given from the toolbar, of which the panel hears nothing: it looks again this often (ms). */
const LOOK_PAUSE = 1500;

const LOOKING: PageView = { at: "looking" };

export function usePage({ tabId, loads }: FollowedTab): {
  page: PageView;
  lookAgain: () => void;
  allow: () => void;
} {
  // By document, so that coming back to a tab shows at once what is known about it.
  const [seen, setSeen] = useState<ReadonlyMap<string, PageView>>(new Map());
  const [looks, setLooks] = useState(0);
  const document = `${tabId} ${loads}`;
  const see = (page: PageView) => setSeen((before) => new Map(before).set(document, page));

  // Another document in the tab, or a wish to look again.
  useEffect(() => {
    if (tabId === undefined) return;
    let current = true;
    void lookAt(tabId).then((page) => current && see(page));
    return () => {
      current = false;
    };
  }, [document, looks]);

  const page = seen.get(document) ?? LOOKING;
  const lookAgain = () => setLooks((count) => count + 1);
  useRetry(page.at === "permission" && !page.refused, lookAgain);

  function allow() {
    if (page.at !== "permission") return;
    requestAccess(page.origin).then(
      (given) => (given ? lookAgain() : see({ ...page, refused: true })),
      () => see({ ...page, refused: true }),
    );
  }
  return { page, lookAgain, allow };
}

function useRetry(active: boolean, retry: () => void): void {
  // The function is new on each drawing and does the same.
  useEffect(() => {
    if (!active) return;
    const timer = setInterval(() => document.visibilityState === "visible" && retry(), LOOK_PAUSE);
    return () => clearInterval(timer);
  }, [active]);
}
