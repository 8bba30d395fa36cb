/**
 * Finds a Chromium for the command line, the demo and the tests:
 * CHROME_PATH, Playwright's own, the system's, else Debian's package when we may install it.
 */
import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { chromium } from "playwright-core";

const SYSTEM_NAMES = ["chromium", "chromium-browser", "google-chrome-for-testing", "microsoft-edge", "google-chrome"];
const SYSTEM_PLACES = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Flags every headless run needs; a browser run by root has no sandbox to offer. */
export const QUIET_FLAGS = [
  "--no-first-run",
  "--no-default-browser-check",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--disable-default-apps",
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
];

/**
 * @returns path of a runnable Chromium
 * @throws Error with a sentence that says what was looked for and what to do
 */
export function findChromium(): string {
  const named = process.env.CHROME_PATH;
  if (named) {
    if (runnable(named)) return named;
    throw new Error(`CHROME_PATH is set to "${named}", but no program can be run there. Correct it or unset it.`);
  }
  const found = [playwrightChromium(), ...SYSTEM_NAMES.map(onPath), ...SYSTEM_PLACES].find(runnable);
  if (found) return found;
  if (debianRoot()) return installDebianChromium();
  throw new Error(
    "No Chromium was found (looked at CHROME_PATH, Playwright's browsers and the usual places). " +
      "Install Chromium, Chrome or Edge, or set CHROME_PATH to its program file.",
  );
}

function playwrightChromium(): string | undefined {
  try {
    return chromium.executablePath();
  } catch {
    return undefined; // Playwright knows no build for this system
  }
}

function onPath(name: string): string | undefined {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.map((folder) => join(folder, name)).find(existsSync);
}

function runnable(path: string | undefined): path is string {
  if (!path) return false;
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function debianRoot(): boolean {
  return process.getuid?.() === 0 && existsSync("/etc/debian_version");
}

function installDebianChromium(): string {
  console.error("No Chromium was found; installing Debian's package (apt-get install chromium) …");
  const options = { stdio: ["ignore", "ignore", "inherit"] as ["ignore", "ignore", "inherit"] };
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  execFileSync("apt-get", ["update", "-qq"], { ...options, env: environment });
  execFileSync("apt-get", ["install", "-y", "-qq", "chromium", "fonts-noto-cjk"], { ...options, env: environment });
  const installed = onPath("chromium");
  if (!installed) throw new Error("apt-get installed chromium, but it is not on the PATH. Set CHROME_PATH to it.");
  return installed;
}
