/** What the panel sees of the page in the tab, kept up to date. */
import { useEffect, useState } from "preact/hooks";
import type { PageView } from "../../components/view";
import { lookAt, requestAccess } from "./page-link";
import type { FollowedTab } from "./tab";

/** Access may be given from the toolbar, of which the panel hears nothing: it looks again this often (ms). */
const LOOK_PAUSE = 1500;

export function usePage({ tabId, loads }: FollowedTab): {
  page: PageView;
  lookAgain: () => void;
  allow: () => void;
} {
  const [seen, setSeen] = useState<{ tabId?: number; page: PageView }>({ page: { at: "looking" } });
  const [looks, setLooks] = useState(0);

  // another document in the tab, or a wish to look again
  useEffect(() => {
    if (tabId === undefined) return;
    let current = true;
    void lookAt(tabId).then((page) => current && setSeen({ tabId, page }));
    return () => {
      current = false;
    };
  }, [tabId, loads, looks]);

  // What was seen in another tab must not be taken for this one.
  const page: PageView = seen.tabId === tabId ? seen.page : { at: "looking" };
  const lookAgain = () => setLooks((count) => count + 1);
  useRetry(page.at === "permission" && !page.refused, lookAgain);

  function allow() {
    if (page.at !== "permission") return;
    requestAccess(page.origin).then(
      (given) => (given ? lookAgain() : setSeen({ tabId, page: { ...page, refused: true } })),
      () => setSeen({ tabId, page: { ...page, refused: true } }),
    );
  }
  return { page, lookAgain, allow };
}

function useRetry(active: boolean, retry: () => void): void {
  // the function is new on each drawing and does the same
  useEffect(() => {
    if (!active) return;
    const timer = setInterval(() => document.visibilityState === "visible" && retry(), LOOK_PAUSE);
    return () => clearInterval(timer);
  }, [active]);
}
