/** The built extension on a machine without a graphics card, and with one that the processor imitates: a calm sentence in Settings, and no program from anywhere else. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { launchExtension } from "../../scripts/demo/extension-browser";
import { openPlace } from "../../scripts/demo/panel-driver";
import { CODE_SERVERS } from "../../scripts/models/local-only";
import { productPage, startSite } from "./local-site";

const EXTENSION = join(import.meta.dirname, "../../.output/chrome-mv3");
const SOFTWARE_GPU = ["--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"];

/** Opens Settings at the engine of the graphics card, does the work, and closes. @returns what was asked of networks */
async function inSettings(flags: string[], work: (panel: Page, workers: () => string[]) => Promise<void>) {
  const site = await startSite({ "/kettle": productPage("Sample kettle", []) });
  const browser = await launchExtension({ extension: EXTENSION, locale: "en-US", flags });
  try {
    const page = await browser.context.newPage();
    await page.goto(`${site.url}/kettle`);
    const panel = await browser.openPanel(page);
    const session = await browser.context.browser()?.newBrowserCDPSession();
    const asked: string[] = [];
    panel.on("request", (request) => asked.push(request.url()));
    await session?.send("Target.setDiscoverTargets", { discover: true });
    session?.on("Target.targetCreated", ({ targetInfo }) => asked.push(targetInfo.url));
    await openPlace(panel, "Settings");
    await panel.getByRole("button", { name: "Language model on the graphics card" }).click();
    await work(panel, () => asked.filter((url) => url.includes("webllm.worker")));
    return browser.network.attempts;
  } finally {
    await browser.close();
    site.close();
  }
}

describe("the engine of the graphics card", () => {
  it.each([
    ["without a card", []],
    ["with one that the processor imitates", SOFTWARE_GPU],
  ])("%s says in one sentence why it cannot be used, and loads nothing", async (_name, flags) => {
    const attempts = await inSettings(flags, async (panel, workers) => {
      const kind = panel.locator(".engine-kind").filter({ hasText: "Language model on the graphics card" });
      await kind.getByText("This browser gives no access to a graphics card").waitFor({ timeout: 60_000 });
      expect(await kind.getByRole("alert").count()).toBe(1);
      expect(await kind.getByRole("button", { name: /^Download/ }).count()).toBe(0);
      await kind.getByText("8 models for graphics cards").click();
      await kind.getByText("Llama 3.2 Community License").first().waitFor();
      expect(workers()).toEqual([]);
    });
    expect(attempts).toEqual([]);
  });
});

describe("the build", () => {
  it("names no server of programs, and what runs only with web-llm lies apart from what always runs", () => {
    const files = readdirSync(EXTENSION, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith("js"));
    expect(files.length).toBeGreaterThan(5);
    const naming = files.filter((file) => CODE_SERVERS.test(readFileSync(join(EXTENSION, file), "utf8")));
    expect(naming).toEqual([]);
    const holding = files.filter((file) => readFileSync(join(EXTENSION, file), "utf8").includes("model.invalid"));
    expect(holding.map((file) => file.replace(/-[\w-]+\.js$/, ""))).toEqual(["assets/webllm.worker"]);
    expect(existsSync(join(EXTENSION, "mlc/libraries.json"))).toBe(true);
  });
});
