/** Draws the panel as people see it, with its texts and its look. */
import { cleanup, render, screen } from "@testing-library/preact";
import axe from "axe-core";
import { App } from "../../../components/App";
import { makeTexts, TextsContext } from "../../../components/texts";
import type { PanelActions, PanelView } from "../../../components/view";
import { type Catalogue, type InterfaceLanguage, makePhrase } from "../../../lib/locale";
import "../../../components/look/panel.css";
import { quietActions } from "./scenes";

const catalogues = new Map<InterfaceLanguage, Catalogue>();

async function textsOf(language: InterfaceLanguage) {
  const known = catalogues.get(language);
  const catalogue = known ?? ((await (await fetch(`/_locales/${language}/messages.json`)).json()) as Catalogue);
  catalogues.set(language, catalogue);
  return makeTexts(makePhrase(catalogue, language), language);
}

/** Draws a view; `redraw` shows another one in its place, as new data would. */
export async function draw(
  view: PanelView,
  actions: Partial<PanelActions> = {},
  language: InterfaceLanguage = "en",
): Promise<{ redraw: (view: PanelView) => void }> {
  cleanup();
  const texts = await textsOf(language);
  document.documentElement.lang = texts.language;
  document.title = "Earshot";
  const all = quietActions(actions);
  const panel = (shown: PanelView) => (
    <TextsContext.Provider value={texts}>
      <App view={shown} actions={all} />
    </TextsContext.Provider>
  );
  const { rerender } = render(panel(view));
  return { redraw: (next) => rerender(panel(next)) };
}

/** Opens a place by its tab. */
export function open(name: string): void {
  screen.getByRole("tab", { name }).click();
}

/** @returns what axe-core finds wrong, each in a line: empty when all is well */
export async function accessibilityProblems(): Promise<string[]> {
  const { violations } = await axe.run(document.body, { resultTypes: ["violations"] });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} — ${node.html.slice(0, 160)}`),
  );
}
