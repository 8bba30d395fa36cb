/** The line to the page in the tab: put the page script in, look, show a quote. */
import { browser } from "wxt/browser";
import type { PageView, Shown } from "../../components/view";
import type { Review } from "../../lib/domain";
import { sendMessage } from "../../lib/protocol";
import { isNews, openInTab } from "./tab";

/** @returns what is to be seen in the tab; never throws */
export async function lookAt(tabId: number): Promise<PageView> {
  try {
    const injected = await sendMessage("pageInject", { tabId });
    if (injected.ok) {
      const glance = await sendMessage("pageGlance", undefined, tabId);
      await isNews(tabId);
      return { at: "seen", glance };
    }
    if (injected.why === "permission") return { at: "permission", origin: injected.origin, refused: false };
    return { at: "unreadable", kind: await kindOf(tabId) };
  } catch (error) {
    return { at: "failed", message: error instanceof Error ? error.message : String(error) };
  }
}

async function kindOf(tabId: number): Promise<"browser" | "pdf"> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return tab?.url && /\.pdf($|[?#])/i.test(tab.url) ? "pdf" : "browser";
}

/** Asks the browser for access; must run inside a click. @returns whether it was given */
export function requestAccess(origin: string | undefined): Promise<boolean> {
  return browser.permissions.request({ origins: origin ? [`${origin}/*`] : ["http://*/*", "https://*/*"] });
}

/**
 * Scrolls the page to a text of a review and lights it up. When the page in the tab does not have it and the review was
 * read on another page, that page is opened in the tab first, unless the tab is to `stay` where it is.
 */
export async function showInTab(
  tabId: number,
  review: Review,
  text: string,
  { stay = false }: { stay?: boolean } = {},
): Promise<Shown> {
  const message = { place: review.place, body: review.body, text };
  const here = await sendMessage("pageShow", message, tabId).catch(() => ({ shown: "nothing" as const }));
  if (here.shown !== "nothing") return here.shown;
  if (!/^https?:/.test(review.place.url) || (await isAt(tabId, review.place.url))) return "nothing";
  if (stay) return "away";
  try {
    await openInTab(tabId, review.place.url);
    const injected = await sendMessage("pageInject", { tabId });
    if (!injected.ok) return "elsewhere";
    return (await sendMessage("pageShow", message, tabId)).shown;
  } catch {
    return "elsewhere";
  }
}

async function isAt(tabId: number, url: string): Promise<boolean> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  const withoutHash = (address: string) => address.replace(/#.*$/, "");
  return tab?.url !== undefined && withoutHash(tab.url) === withoutHash(url);
}
