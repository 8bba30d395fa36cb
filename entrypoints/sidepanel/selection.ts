/** What a person has selected on the page in the tab. */
import { browser } from "wxt/browser";

/** @returns the longest selection of the page and its frames; "" when nothing is selected or the page may not be read */
export async function readSelection(tabId: number): Promise<string> {
  try {
    const frames = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      // Runs in the page: nothing of this file exists there.
      func: () => String(getSelection() ?? ""),
    });
    const texts = frames.map(({ result }) => (typeof result === "string" ? result : ""));
    return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), "");
  } catch {
    return "";
  }
}
