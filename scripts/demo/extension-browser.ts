/**
 * A Chromium with the built extension in it, driven the way a person does: by the toolbar button, in the real side panel.
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from "playwright-core";
import { findChromium, QUIET_FLAGS } from "../../cli/chromium";
import { type QuietNetwork, startQuietNetwork } from "./quiet-network";

export interface LaunchOptions {
  /** Folder of the built extension. */
  extension: string;
  headed?: boolean;
  /** Profile to go on with; a fresh one that is thrown away afterwards when absent. */
  profile?: string;
  /** Preferred colours of pages and panel. */
  colorScheme?: "light" | "dark";
  /** Language of the browser's interface. */
  locale?: string;
  /** More flags, such as those for software WebGPU. */
  flags?: string[];
}

export interface ExtensionBrowser {
  context: BrowserContext;
  extensionId: string;
  network: QuietNetwork;
  /** Presses the toolbar button on a page; returns the side panel that opens. */
  openPanel(page: Page): Promise<Page>;
  close(): Promise<void>;
}

/** Size of the panel in pictures and tests. */
export const PANEL_SIZE = { width: 380, height: 860 };

/** Starts Chromium with the extension and no way out to any network but this machine's own addresses. */
export async function launchExtension(options: LaunchOptions): Promise<ExtensionBrowser> {
  // Side panels are targets of type "other", which Playwright shows only when told to.
  process.env.PW_CHROMIUM_ATTACH_TO_OTHER = "1";
  const network = await startQuietNetwork();
  const profile = options.profile ?? mkdtempSync(join(tmpdir(), "earshot-"));
  forbidGuessing(profile);
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    headless: false,
    colorScheme: options.colorScheme ?? "light",
    locale: options.locale,
    viewport: { width: 1280, height: 860 },
    args: flagsFor(options, network),
  });
  const session = await browserSession(context);
  const extensionId = await findExtension(context, session, options.extension);
  return {
    context,
    extensionId,
    network,
    openPanel: (page) => openPanel(context, session, extensionId, page),
    async close() {
      await context.close();
      network.close();
      if (!options.profile) rmSync(profile, { recursive: true, force: true });
    },
  };
}

/** Without this the browser opens connections ahead of what it guesses a page will need. */
function forbidGuessing(profile: string): void {
  const file = join(profile, "Default", "Preferences");
  if (existsSync(file)) return; // a profile that goes on has its settings
  mkdirSync(join(profile, "Default"), { recursive: true });
  writeFileSync(file, JSON.stringify({ net: { network_prediction_options: 2 } }));
}

/** What Chromium would otherwise ask its maker for. Replaces Playwright's own list, so that list is in it too. */
const FEATURES_OFF = [
  "AimEnabled",
  "AutofillServerCommunication",
  "AvoidCorsURLLoaderRestartOnRedirect",
  "AvoidUnnecessaryBeforeUnloadCheckSync",
  "DestroyProfileOnBrowserClose",
  "HttpsFirstBalancedModeAutoEnable",
  "HttpsUpgrades",
  "LensOverlay",
  "MediaRouter",
  "NetworkTimeServiceQuerying",
  "OptimizationHints",
  "PaintHolding",
  "PreconnectToSearch",
  "ThirdPartyStoragePartitioning",
];

function flagsFor(options: LaunchOptions, network: QuietNetwork): string[] {
  return [
    ...QUIET_FLAGS,
    ...(options.headed ? [] : ["--headless=new"]),
    `--proxy-server=${network.address}`,
    "--enable-unsafe-extension-debugging",
    `--disable-features=${FEATURES_OFF.join(",")}`,
    `--disable-extensions-except=${options.extension}`,
    `--load-extension=${options.extension}`,
    ...(options.flags ?? []),
  ];
}

async function browserSession(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (!browser) throw new Error("This Chromium gives no session to the browser itself; a newer one is needed.");
  return browser.newBrowserCDPSession();
}

/** Branded Chrome ignores --load-extension; there the debugging protocol loads it. */
async function findExtension(context: BrowserContext, session: CDPSession, folder: string): Promise<string> {
  const worker = context.serviceWorkers()[0] ?? (await arrivingWorker(context, 5_000));
  if (worker) return new URL(worker.url()).host;
  await session.send("Extensions.loadUnpacked" as never, { path: folder } as never);
  const loaded = context.serviceWorkers()[0] ?? (await arrivingWorker(context, 10_000));
  if (!loaded) throw new Error(`The extension in ${folder} did not start in this browser.`);
  return new URL(loaded.url()).host;
}

async function arrivingWorker(context: BrowserContext, timeout: number): Promise<Worker | undefined> {
  return context.waitForEvent("serviceworker", { timeout }).catch(() => undefined);
}

async function openPanel(context: BrowserContext, session: CDPSession, id: string, page: Page): Promise<Page> {
  await page.bringToFront();
  const isPanel = (candidate: Page) => candidate.url().startsWith(`chrome-extension://${id}/sidepanel.html`);
  const before = new Set(context.pages().filter(isPanel));
  const filter = [{ type: "tab" }];
  const { targetInfos } = await session.send("Target.getTargets", { filter });
  const target = targetInfos.find((candidate) => candidate.url === page.url());
  if (!target) throw new Error(`No tab shows ${page.url()}.`);
  const press = () => session.send("Extensions.triggerAction" as never, { id, targetId: target.targetId } as never);
  await press();
  for (let waited = 0; waited < (before.size > 0 ? 2_000 : 20_000); waited += 100) {
    const panel = context.pages().find((candidate) => isPanel(candidate) && !before.has(candidate));
    if (panel) {
      await panel.setViewportSize(PANEL_SIZE);
      return panel;
    }
    // pressed before the extension was ready to answer: people press again
    if (before.size === 0 && waited === 8_000) await press();
    await page.waitForTimeout(100);
  }
  const open = [...before].at(-1);
  if (open) return open; // the panel was open already: pressing again only renews the permission
  throw new Error("The side panel did not open after the toolbar button was pressed.");
}
