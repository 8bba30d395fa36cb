/** A researcher marks words on the page, keeps a codebook, codes a sample beside the machine, asks what was coded, and shares it. */
import type { Page } from "playwright-core";
import type { Pictures } from "./pictures";
import type { TourReport } from "./tour";

const WAIT = 60_000;
const CODE = "Sound";
/** What the person of this tour counts as being about sound: a rule of words, so that every tour codes alike. */
const ABOUT_SOUND = /sound|noise|bass|quiet|music|hear/i;
/** Passages coded twice. */
const SAMPLE = 20;

interface Parts {
  page: Page;
  panel: Page;
  pictures: Pictures;
  report: Pick<TourReport, "timings" | "answers">;
}

export async function takeNotes({ page, panel, pictures, report }: Parts): Promise<void> {
  const started = performance.now();
  await openNotes(panel, "On this page");
  await pictures.take(panel, "notes-begin");
  await markOnPage(page);
  await panel.locator('.note-card[data-place="found"]').first().waitFor({ timeout: WAIT });
  await pictures.takeBeside(page, panel, "notes-on-page");
  await openNotes(panel, "Codebook");
  await describeCode(panel);
  await pictures.takeWhole(panel, "notes-codebook");
  await codeTwice({ page, panel, pictures, report });
  await openNotes(panel, "Find");
  await panel.waitForTimeout(500); // charts are drawn
  await pictures.takeWhole(panel, "notes-find");
  await openNotes(panel, "Memos");
  await pictures.takeWhole(panel, "notes-memos");
  await openNotes(panel, "Share");
  await pictures.takeWhole(panel, "notes-share");
  await openNotes(panel, "On this page");
  await panel.emulateMedia({ colorScheme: "dark" });
  await pictures.takeBeside(page, panel, "notes-dark");
  await panel.emulateMedia({ colorScheme: "light" });
  report.timings.set("notes", (performance.now() - started) / 1000);
}

async function openNotes(panel: Page, place: string): Promise<void> {
  await panel.getByRole("tab", { name: "Notes", exact: true }).click();
  await panel.getByRole("tab", { name: place, exact: true }).click();
  await panel.locator("#notes-place").waitFor();
}

/** Selects the words of a review as a person does, and gives them a code and a note by keys. */
async function markOnPage(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelector("earshot-notes"), undefined, { timeout: WAIT });
  await page.bringToFront();
  await page.evaluate(() => {
    // long enough to be what somebody wrote
    const paragraph = [...document.querySelectorAll("p")].find(
      ({ textContent }) => (textContent?.length ?? 0) > 120 && /\b(sound|noise)\b/i.test(textContent ?? ""),
    );
    if (!paragraph) throw new Error("Nobody speaks of sound on this page.");
    paragraph.scrollIntoView({ block: "center" });
    const range = document.createRange();
    range.selectNodeContents(paragraph);
    getSelection()?.removeAllRanges();
    getSelection()?.addRange(range);
  });
  const { keyboard } = page;
  await keyboard.press("Alt+Shift+A");
  await keyboard.press("ArrowRight");
  await keyboard.press("ArrowRight");
  await keyboard.press("Enter");
  await keyboard.type(CODE);
  await keyboard.press("Enter");
  await keyboard.press("Control+Enter");
}

async function describeCode(panel: Page): Promise<void> {
  await panel
    .getByRole("treeitem", { name: new RegExp(`^${CODE}`) })
    .first()
    .click();
  await panel.getByRole("button", { name: "Change name and meaning" }).click();
  await panel
    .getByLabel("What it means and what it does not (optional)")
    .fill("How it sounds, and what is heard of the noise around. Not the voice in calls.");
  await panel.getByRole("button", { name: "Save", exact: true }).click();
  await panel.locator(".code-tools").waitFor();
}

/** Draws a sample, codes it by the rule of words, and looks at the agreement. */
async function codeTwice({ panel, pictures, report }: Parts): Promise<void> {
  await openNotes(panel, "Second coder");
  await panel.getByRole("button", { name: "Draw a sample to code" }).click();
  await panel.getByLabel("How many passages?").fill(String(SAMPLE));
  await panel.getByRole("button", { name: "Draw and start coding" }).click();
  const heading = (at: number) => panel.getByRole("heading", { name: `Passage ${at} of ${SAMPLE}` });
  await heading(1).waitFor({ timeout: WAIT });
  await pictures.takeWhole(panel, "notes-second-coder");
  for (let at = 1; at <= SAMPLE; at++) {
    await heading(at).waitFor({ timeout: WAIT });
    const words = (await panel.locator("blockquote.second-unit").textContent()) ?? "";
    const belongs = ABOUT_SOUND.test(words);
    if (belongs) await panel.locator(".second-codes input").first().check();
    await panel.getByRole("button", { name: belongs ? /^Next/ : /^None of these/ }).click();
  }
  await panel.getByRole("button", { name: "Show what the machine coded" }).click();
  const result = panel.getByRole("heading", { name: "How far you agree" });
  await result.waitFor({ timeout: WAIT });
  const said = (await panel.locator("#notes-place p").allTextContents()).slice(0, 2);
  report.answers.push({ question: `Second coder on ${SAMPLE} sentences`, answer: said.join(" ") });
  await pictures.takeWhole(panel, "notes-agreement");
}
