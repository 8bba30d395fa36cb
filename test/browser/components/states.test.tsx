import { screen, waitFor } from "@testing-library/preact";
import { describe, expect, it, vi } from "vitest";
import type { PanelActions, PanelView } from "../../../components/view";
import type { Doing } from "../../../lib/collect/page/drive";
import type { Coverage, CoverageEnd } from "../../../lib/domain";
import { INTERFACE_LANGUAGES } from "../../../lib/locale";
import { accessibilityProblems, draw } from "./draw";
import { ENGINE, GLANCE, READ, UNREAD } from "./scenes";

const nothing = { ...GLANCE, reviews: 0, comments: 0, total: undefined, hasMore: false };
const failed = (reason: "missing" | "broken" | "wrong-results" | "failed"): PanelView => ({
  ...READ,
  engine: { at: "here", state: { ...ENGINE, encoder: { state: "failed", reason, message: "model.onnx: 404" } } },
});
const covered = (why: CoverageEnd, more: Partial<Coverage> = {}): PanelView => ({
  ...READ,
  subject: READ.subject && {
    ...READ.subject,
    coverage: { read: 48, announced: 1204, why, when: "2026-05-10T08:00:00Z", ...more },
  },
});
const doing = (now: Doing): PanelView => ({
  ...READ,
  reading: { found: 124, added: 120, pages: 7, allPages: true, doing: now },
});
const ended = { allPages: false, found: 48, added: 48, pages: 3, warnings: [] };

/** State, the view, the words that say it, and the button that leads on with the action it calls. */
const STATES: [name: string, view: PanelView, words: RegExp, button?: string, action?: keyof PanelActions][] = [
  ["looking", { ...UNREAD, page: { at: "looking" } }, /Looking at this page/],
  [
    "nothing found",
    { ...UNREAD, page: { at: "seen", glance: nothing } },
    /No reviews found/,
    "Look again",
    "lookAgain",
  ],
  [
    "comments behind a button",
    { ...UNREAD, page: { at: "seen", glance: { ...nothing, hiddenBehind: "Show comments (12)" } } },
    /No reviews found/,
    "Press “Show comments (12)” and read",
    "read",
  ],
  [
    "permission for a known site",
    { ...UNREAD, page: { at: "permission", origin: "https://shop.example", refused: false } },
    /may not read shop.example yet/,
    "Allow shop.example",
    "allow",
  ],
  [
    "permission for an unknown page",
    { ...UNREAD, page: { at: "permission", refused: false } },
    /Press the Earshot button in the browser’s toolbar, or Alt\+Shift\+E/,
    "Allow every site",
    "allow",
  ],
  ["permission refused", { ...UNREAD, page: { at: "permission", refused: true } }, /The browser did not give access/],
  ["a browser page", { ...UNREAD, page: { at: "unreadable", kind: "browser" } }, /No extension may read them/],
  ["a PDF", { ...UNREAD, page: { at: "unreadable", kind: "pdf" } }, /PDF files in a viewer of its own/],
  [
    "a page that fails",
    { ...UNREAD, page: { at: "failed", message: "boom" } },
    /Reload the page/,
    "Look again",
    "lookAgain",
  ],
  ["a silent engine", { ...READ, engine: { at: "silent" } }, /does not answer/, "Try again", "reconnect"],
  ["a missing model", failed("missing"), /The language model is missing/, "Try again", "retryEncoder"],
  ["a broken model", failed("broken"), /The language model is damaged/, "Try again", "retryEncoder"],
  ["a model with wrong results", failed("wrong-results"), /gives wrong results here/, "Try again", "retryEncoder"],
  ["a model that stopped", failed("failed"), /stopped working/, "Try again", "retryEncoder"],
  [
    "failed batches",
    { ...READ, engine: { at: "here", state: { ...ENGINE, problems: ["Three reviews were too odd."] } } },
    /What failed is set aside and kept/,
  ],
  [
    "a reading that found no room",
    { ...READ, ended: { how: "failed", problem: "storage_full", ...ended } },
    /no room left to store this. Delete products/,
    "Read on",
    "read",
  ],
  ["full storage", { ...READ, storage: { usage: 95, quota: 100 } }, /Storage is nearly full/],
  ["a stopped reading", { ...READ, ended: { how: "stopped", ...ended } }, /You stopped the reading/, "Read on", "read"],
  ["a page that went away", { ...READ, ended: { how: "navigated", ...ended } }, /The 48 reviews read so far are kept/],
  [
    "warnings",
    {
      ...READ,
      ended: { how: "done", ...ended, warnings: [{ code: "data_broken", count: 2, message: "2 JSON-LD blocks…" }] },
    },
    /2 blocks of data on this page are broken/,
  ],
  ["a reading stopped earlier", covered("stopped"), /You stopped the reading/, "Go on", "read"],
  ["a captcha", covered("captcha"), /Solve it in the page/, "Go on", "read"],
  ["a site that refuses", covered("refused", { status: 403 }), /not allowed \(403\)/, "Go on", "read"],
  ["a site that wants a login", covered("login"), /Log in on the page/, "Go on", "read"],
  ["a site that is asked too fast", covered("slow", { wait: 300 }), /left alone for 300 seconds/, "Go on", "read"],
  ["a site that fails", covered("failed", { status: 500 }), /answered with an error \(500\)/, "Go on", "read"],
  ["a cap", covered("cap", { read: 10_000, announced: 12_000 }), /10,000 of 12,000 read/, "Go on", "read"],
  ["a control that does nothing", covered("stuck"), /brought nothing new/, "Go on", "read"],
  ["pages elsewhere", covered("leaves"), /Open the next page in the tab/],
  ["a page left too early", covered("left"), /Open the page again to read on/, "Go on", "read"],
  ["a site that shows less than it announces", covered("end"), /announces 1,204 but shows only 48/],
  ["texts cut off by the site", covered("all", { cut: 12 }), /12 texts are cut off on the page/],
  ["what will be done in the tab", UNREAD, /presses “Load more” and scrolls for you/],
  ["a press", doing({ what: "pressing", label: "Load more" }), /Pressing “Load more”/],
  ["a page being opened", doing({ what: "fetching", page: 8 }), /Opening page 8/],
  ["a wait", doing({ what: "waiting", seconds: 4 }), /Waiting 4 seconds: the site asked to slow down/, "Stop", "stop"],
  ["the person's own hands", doing({ what: "yielding" }), /Waiting while you use the page/, "Stop", "stop"],
  ["thousands of reviews", UNREAD, /1,204 reviews are a lot/],
];

describe("states", () => {
  it.each(STATES)("%s is said, with a way on", async (_, view, words, button, action) => {
    const act = vi.fn();
    await draw(view, action ? { [action]: act } : {});
    // said to the eye; the line for screen readers may say it as well
    expect(screen.getAllByText(words).length).toBeGreaterThan(0);
    if (!button) return;
    screen.getByRole("button", { name: button }).click();
    expect(act).toHaveBeenCalledOnce();
  });

  it("opens Settings when storage is nearly full", async () => {
    await draw({ ...READ, storage: { usage: 95, quota: 100 } });
    screen.getByRole("button", { name: "Make room" }).click();
    await waitFor(() => screen.getByRole("heading", { name: "Stored on this machine" }));
  });

  it("keeps what was read in view when the page cannot be read any more", async () => {
    await draw({ ...READ, page: { at: "looking" } });
    screen.getByRole("heading", { name: /^Themes/ });
  });

  it.each(INTERFACE_LANGUAGES)("are accessible and fit 320 pixels in %s", async (language) => {
    document.body.style.width = "320px";
    for (const [name, view] of STATES) {
      await draw(view, {}, language);
      expect(await accessibilityProblems(), name).toEqual([]);
      const wide = [...document.body.querySelectorAll<HTMLElement>("*")].filter(
        (element) => element.getBoundingClientRect().right > 321,
      );
      expect(
        wide.map((element) => element.outerHTML.slice(0, 120)),
        name,
      ).toEqual([]);
    }
    document.body.style.width = "";
  });
});
