/** Which tab the panel is about: the active one of its window, or the one named in its address (`?tab=ID`). */
import { useEffect, useState } from "preact/hooks";
import { browser } from "wxt/browser";
import { sendMessage } from "../../lib/protocol";

const fixedTab = Number(new URLSearchParams(location.search).get("tab")) || undefined;

/** A tab, and a count that grows whenever it shows something else: another document, or another route in the same one. */
export interface FollowedTab {
  tabId?: number;
  loads: number;
}

/** What each tab showed when it was last looked at. */
const known = new Map<number, string>();

/**
 * Whether a tab shows something else than when this was last asked: the page itself tells a route from a place in the page
 * and a later page of the same list. A page without the page script is always news.
 */
export async function isNews(tabId: number): Promise<boolean> {
  const shown = await sendMessage("pageHere", undefined, tabId).catch(() => undefined);
  if (shown !== undefined && known.get(tabId) === shown) return false;
  if (shown === undefined) known.delete(tabId);
  else known.set(tabId, shown);
  return true;
}

/** @returns the tab to look at; changes when another tab becomes active or the page in it changes */
export function useTab(): FollowedTab {
  const [tabId, setTabId] = useState(fixedTab);
  const [loads, setLoads] = useState<ReadonlyMap<number, number>>(new Map());
  useEffect(() => {
    const follow = async () => setTabId(fixedTab ?? (await activeTab()));
    // an address that changes without a load is told as a load, or as an address alone
    const count = async (id: number, { status, url }: { status?: string; url?: string }) => {
      if (status !== "complete" && !(url && status === undefined)) return;
      if (await isNews(id)) setLoads((before) => new Map(before).set(id, (before.get(id) ?? 0) + 1));
    };
    void follow();
    browser.tabs.onActivated.addListener(follow);
    browser.tabs.onUpdated.addListener(count);
    return () => {
      browser.tabs.onActivated.removeListener(follow);
      browser.tabs.onUpdated.removeListener(count);
    };
  }, []);
  return { tabId, loads: tabId === undefined ? 0 : (loads.get(tabId) ?? 0) };
}

async function activeTab(): Promise<number | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id;
}

/** Opens an address in the tab and waits until it is there. @throws when it does not load in time */
export async function openInTab(tabId: number, url: string): Promise<void> {
  const loaded = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => finish(() => reject(new Error(`${url} did not load in time.`))), 20_000);
    const listener = (id: number, change: { status?: string }) => {
      if (id === tabId && change.status === "complete") finish(resolve);
    };
    function finish(settle: () => void) {
      clearTimeout(timer);
      browser.tabs.onUpdated.removeListener(listener);
      settle();
    }
    browser.tabs.onUpdated.addListener(listener);
  });
  await browser.tabs.update(tabId, { url });
  await loaded;
}
