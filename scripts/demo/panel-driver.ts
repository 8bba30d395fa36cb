/** What a person does in the panel, by the names they read. English interface. */
import type { Page } from "playwright-core";
import { type Ledger, readLedger } from "./ledger";

const TIMEOUT = 120_000;
/** A small language model on a busy machine needs its time. */
const WRITING = 240_000;

export type PlaceName = "Overview" | "Reviews" | "Ask" | "Test" | "Settings";

/** @returns the panel's first sentence about the page: "18 reviews on this page, 1,204 in all", or why there is none */
export async function firstSentence(panel: Page): Promise<string> {
  const sentence = panel
    .locator("header .sub, .place h2")
    .filter({ hasText: /on this page|No reviews|closed|may not|read$/ });
  await sentence.first().waitFor({ timeout: 60_000 });
  return ((await sentence.first().textContent()) ?? "").trim();
}

/** Presses the one primary button; takes all pages when there are more. @returns the button's words */
export async function startReading(panel: Page): Promise<string> {
  const all = panel.getByRole("button", { name: "Read all pages" });
  const one = panel.getByRole("button", { name: /^Read the (reviews|comments)$/ });
  await one.waitFor({ timeout: 60_000 });
  const button = (await all.count()) > 0 ? all : one;
  const words = (await button.textContent()) ?? "";
  await button.click();
  return words;
}

/** Waits until nothing is read or understood any more and the themes are those of everything that was read. */
export async function waitUntilUnderstood(panel: Page): Promise<void> {
  await panel.getByRole("button", { name: "Read again" }).waitFor({ timeout: TIMEOUT });
  await panel.locator("header .progress").waitFor({ state: "detached", timeout: TIMEOUT });
  for (let waited = 0; waited < TIMEOUT; waited += 250) {
    if (isSettled(await readLedger(panel))) break;
    await panel.waitForTimeout(250);
  }
  await panel.waitForTimeout(1_000); // the panel shows what it last heard of within a second
}

function isSettled({ subjects, reviews }: Ledger): boolean {
  const settled = subjects.reduce((sum, subject) => sum + subject.settled, 0);
  return settled === reviews.filter((review) => review.understood > 0).length && settled === reviews.length;
}

/** Opens a place by its tab. */
export async function openPlace(panel: Page, place: PlaceName): Promise<void> {
  await panel.getByRole("tab", { name: place }).click();
  await panel.locator(`#place-${place.toLowerCase()}`).waitFor();
}

/** @returns names of the persona cards */
export async function personaNames(panel: Page): Promise<string[]> {
  await openPlace(panel, "Ask");
  const cards = panel.locator("article.persona-card");
  return cards.evaluateAll((found) => found.map((card) => card.getAttribute("aria-label") ?? ""));
}

/** Begins to talk with the first of the groups listed, or stays in the talk that is open. */
export async function openInterview(panel: Page): Promise<void> {
  await openPlace(panel, "Ask");
  if ((await panel.getByRole("textbox", { name: "Ask these reviewers…" }).count()) > 0) return;
  await panel
    .getByRole("button", { name: /^Ask them/ })
    .first()
    .click();
}

/** Asks and waits. @returns the answer as it reads, without its quotes */
export async function askQuestion(panel: Page, question: string): Promise<string> {
  const turns = panel.locator(".turn");
  const before = await turns.count();
  await panel.getByRole("textbox", { name: "Ask these reviewers…" }).fill(question);
  await panel.getByRole("button", { name: "Ask", exact: true }).click();
  const answer = turns.nth(before).locator(".say");
  await answer.waitFor({ timeout: WRITING });
  const paragraphs = answer.locator(":scope > .statement > p, :scope > .fallback > p");
  return (await paragraphs.allTextContents()).join(" ").replace(/\s+/g, " ").trim();
}

/** Lets the language model that comes with this copy write from now on. @returns false where there is none, or none can run here */
export async function chooseLanguageModel(panel: Page): Promise<boolean> {
  await openPlace(panel, "Settings");
  const kind = panel.getByRole("button", { name: "Language model on the processor" });
  await kind.waitFor({ timeout: 30_000 });
  if ((await kind.getAttribute("aria-expanded")) !== "true") await kind.click();
  const use = panel.locator('[data-row^="smollm2"]').getByRole("button").first();
  if ((await use.count()) === 0 || (await use.getAttribute("aria-disabled")) === "true") return false;
  await use.click();
  await panel.locator(".engine-kind.in-use").filter({ has: kind }).waitFor({ timeout: 60_000 });
  return true;
}

/** Lets evidence answer alone again. */
export async function chooseEvidence(panel: Page): Promise<void> {
  await openPlace(panel, "Settings");
  const kind = panel.getByRole("button", { name: "Evidence, no language model" });
  if ((await kind.getAttribute("aria-expanded")) !== "true") await kind.click();
  const row = panel.locator(".engine-kind").filter({ has: kind });
  await row.getByRole("button", { name: "Use this" }).click();
  await panel.locator(".engine-kind.in-use").filter({ has: kind }).waitFor({ timeout: 60_000 });
}

/**
 * From the groups that can be asked to a focus group of the voices suggested, with the guide suggested.
 * @param most of the voices suggested the others are left out
 */
export async function beginFocusGroup(panel: Page, most = Number.POSITIVE_INFINITY): Promise<void> {
  await openPlace(panel, "Ask");
  const back = panel.getByRole("button", { name: "Other reviewers" });
  if ((await back.count()) > 0) await back.click();
  await panel.getByRole("button", { name: "Hold a focus group" }).click();
  const chosen = panel.locator(".focus-beginning").getByRole("checkbox", { checked: true });
  while ((await chosen.count()) > most) await chosen.last().uncheck();
  await panel.getByRole("button", { name: "Begin", exact: true }).click();
  await panel.getByText("Ask the first question of the guide").waitFor();
}

/** Puts a question to the group, waits for all voices, and has it summed up. */
export async function askFocusGroup(panel: Page, question: string): Promise<void> {
  await panel.getByRole("textbox", { name: "Ask these reviewers…" }).fill(question);
  await panel.getByRole("button", { name: "Ask", exact: true }).click();
  await panel.locator(".turn .standing").last().waitFor({ timeout: WRITING });
  // reactions in prose take their time, and the talk is summed up when the last is there
  await panel.getByRole("button", { name: "Sum it up" }).click({ timeout: WRITING });
  await panel.locator(".focus-summary").waitFor({ timeout: TIMEOUT });
}
