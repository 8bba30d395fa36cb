/** A person shows two messages to the reviewers and looks how they would take them. */
import type { AskingTour } from "./asking-tour";
import { openPlace } from "./panel-driver";

const DONE = 120_000;
/** Two things reviewers of the sample shop speak of. */
const MESSAGES = [
  { name: "Quiet", text: "Noise cancelling that hushes trains and offices, with sound you will love." },
  { name: "Lasting", text: "A battery that plays for days, so you can forget the charger." },
];

/** Message test from its template, from setting it up to its results, in light and dark. */
export async function testMessages({ panel, pictures, report }: Pick<AskingTour, "panel" | "pictures" | "report">) {
  await openPlace(panel, "Test");
  await pictures.takeWhole(panel, "test-begins");
  await panel.getByRole("button", { name: /^Does the message land/ }).click();
  for (const [i, { name, text }] of MESSAGES.entries()) {
    await panel.getByLabel("Short name").nth(i).fill(name);
    await panel.getByLabel("What they read").nth(i).fill(text);
  }
  await pictures.takeWhole(panel, "test-set-up");
  const started = performance.now();
  await panel.getByRole("button", { name: "Ask them" }).click();
  await panel.locator(".save-result").waitFor({ timeout: DONE });
  // figures come while the last of the reviewers are asked; how far to believe them comes at the end
  await panel
    .locator(".place.test")
    .getByRole("button", { name: "Pause" })
    .waitFor({ state: "detached", timeout: DONE });
  report.timings.set("a message test", (performance.now() - started) / 1000);
  await panel.locator(".question-result .chart svg").first().waitFor({ timeout: 30_000 });
  const sentences = await panel.locator(".gauge > p, .differences li > p:first-child").allTextContents();
  report.answers.push({ question: "Message test: “Quiet” against “Lasting”", answer: sentences.join(" ") });
  await pictures.takeWhole(panel, "test-result");
  await panel.emulateMedia({ colorScheme: "dark" });
  await pictures.takeWhole(panel, "test-result-dark");
  await panel.emulateMedia({ colorScheme: "light" });
}
