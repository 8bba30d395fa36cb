/** The interface language: chosen by hand, or the first the browser prefers; and its catalogue. */
import { browser } from "wxt/browser";
import { makeTexts, type Texts } from "../../components/texts";
import type { LanguageChoice } from "../../components/view";
import { type Catalogue, chooseInterfaceLanguage, INTERFACE_LANGUAGES, makePhrase } from "../../lib/locale";

const KEY = "interfaceLanguage";

/** @returns the stored choice; anything unknown counts as automatic */
export async function loadLanguageChoice(): Promise<LanguageChoice> {
  const stored = (await browser.storage.local.get(KEY))[KEY];
  return INTERFACE_LANGUAGES.find((language) => language === stored) ?? "auto";
}

/** Keeps the choice; every open panel hears of it through `onLanguageChoice`. */
export async function saveLanguageChoice(choice: LanguageChoice): Promise<void> {
  await browser.storage.local.set({ [KEY]: choice });
}

/** Calls back when the choice was changed, here or in another window. */
export function onLanguageChoice(changed: () => void): () => void {
  const listener = (changes: Record<string, unknown>) => {
    if (KEY in changes) changed();
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}

/** Loads the texts of a choice and sets the language of the document. */
export async function loadTexts(choice: LanguageChoice): Promise<Texts> {
  const wanted = choice === "auto" ? [browser.i18n.getUILanguage(), ...navigator.languages] : [choice];
  const language = chooseInterfaceLanguage(wanted);
  const response = await fetch(`/_locales/${language}/messages.json`);
  const catalogue = (await response.json()) as Catalogue;
  document.documentElement.lang = language.replace("_", "-");
  return makeTexts(makePhrase(catalogue, language), language);
}
