/**
 * Opens the panel, puts the page script into a tab and makes sure that the engine exists. Holds no state: the browser may
 * end it after thirty idle seconds.
 */
import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
import { Problem } from "../lib/domain";
import { type InjectResult, onMessage, type PageScript, sendMessage } from "../lib/protocol";

const ENGINE_PAGE = "engine.html";
const SCRIPTS = { page: "/page.js", pointing: "/pointing.js", notes: "/notes.js" } as const;

export default defineBackground(() => {
  // Firefox has the toolbar button under its older name
  const button = import.meta.env.FIREFOX ? browser.browserAction : browser.action;
  button.onClicked.addListener((tab) => {
    // Opening must come first and at once: the browser allows it only inside the click.
    void openPanel(tab.id);
    if (tab.id !== undefined) void injectPageScript(tab.id);
    void ensureEngine();
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === "annotate" && tab?.id !== undefined) void openAdder(tab.id);
  });
  onMessage("engineEnsure", ensureEngine);
  onMessage("pageInject", ({ data }) => injectPageScript(data.tabId, data.script));
});

async function openPanel(tabId: number | undefined): Promise<void> {
  if (import.meta.env.FIREFOX) await firefoxSidebar().open();
  else if (tabId !== undefined) await browser.sidePanel.open({ tabId });
}

/** The key gives access to the page, like the button. Notes are shown there once a panel said how. */
async function openAdder(tabId: number): Promise<void> {
  const { ok } = await injectPageScript(tabId, "notes");
  if (ok) await sendMessage("notesAdder", undefined, tabId).catch(() => undefined);
}

function firefoxSidebar(): { open(): Promise<void> } {
  return (browser as unknown as { sidebarAction: { open(): Promise<void> } }).sidebarAction;
}

async function injectPageScript(tabId: number, script: PageScript = "page"): Promise<InjectResult> {
  try {
    await browser.scripting.executeScript({ target: { tabId }, files: [SCRIPTS[script]] });
    return { ok: true };
  } catch (error) {
    return explainRefusal(await addressOf(tabId), error instanceof Error ? error.message : String(error));
  }
}

async function addressOf(tabId: number): Promise<string | undefined> {
  const tab = await browser.tabs.get(tabId).catch(() => undefined);
  return tab?.url;
}

/** Without a permission the browser does not even tell the address; then asking for all sites is not our way: the toolbar button is. */
function explainRefusal(url: string | undefined, message: string): InjectResult {
  const web = url === undefined || /^https?:/.test(url);
  const forbidden = /cannot be scripted|gallery|chrome:\/\/|webstore|addons\.mozilla/i.test(message);
  if (!web || forbidden) return { ok: false, why: "unreadable", message };
  return { ok: false, why: "permission", origin: url ? new URL(url).origin : undefined, message };
}

let creating: Promise<void> | undefined;

async function ensureEngine(): Promise<void> {
  creating ??= (import.meta.env.FIREFOX ? embedEngine() : createOffscreenEngine()).finally(() => {
    creating = undefined;
  });
  await creating;
  await answers();
}

async function createOffscreenEngine(): Promise<void> {
  if (await browser.offscreen.hasDocument()) return;
  await browser.offscreen.createDocument({
    url: ENGINE_PAGE,
    reasons: [browser.offscreen.Reason.WORKERS],
    justification: "Runs the language model that reads reviews, in a worker, on this machine.",
  });
}

/** Firefox has no offscreen documents, but its background is a page: the engine is a frame in it. */
async function embedEngine(): Promise<void> {
  if (document.querySelector("iframe")) return;
  const frame = document.createElement("iframe");
  const loaded = new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
  frame.src = `/${ENGINE_PAGE}`;
  document.body.append(frame);
  await loaded;
}

/** A created document may still be loading its modules; the engine exists once it speaks. */
async function answers(): Promise<void> {
  const deadline = Date.now() + 15_000;
  for (;;) {
    try {
      await sendMessage("engineState", undefined);
      return;
    } catch (error) {
      if (Date.now() > deadline)
        throw new Problem("engine_silent", "The engine did not start within 15 seconds.", {}, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
