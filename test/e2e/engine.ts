/** The engine as the browser ends it: without asking. */
import type { ExtensionBrowser } from "../../scripts/demo/extension-browser";

/** @throws Error when no engine runs */
export async function killEngine(browser: ExtensionBrowser): Promise<void> {
  const session = await browser.context.browser()?.newBrowserCDPSession();
  const targets = await session?.send("Target.getTargets", { filter: [{}] });
  const engine = targets?.targetInfos.find((target) => target.url.endsWith("/engine.html"));
  if (!session || !engine) throw new Error("There is no engine to kill.");
  await session.send("Target.closeTarget", { targetId: engine.targetId });
}
