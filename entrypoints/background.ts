import { browser } from "wxt/browser";
import { defineBackground } from "wxt/utils/define-background";
export default defineBackground(() => {
  browser.action.onClicked.addListener((tab) => {
    if (tab.id !== undefined) void browser.sidePanel.open({ tabId: tab.id });
    if (tab.id !== undefined)
      void browser.scripting.executeScript({ target: { tabId: tab.id }, files: ["/content-scripts/page.js"] }).then(
        (r) => console.log("injected", r),
        (e) => console.log("inj err", String(e)),
      );
  });
});
