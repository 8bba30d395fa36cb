/** Texts of the interface in English, as the panel has them. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { makeTexts } from "../../../../components/texts";
import { type Catalogue, type InterfaceLanguage, makePhrase } from "../../../../lib/locale";

export function textsIn(language: InterfaceLanguage) {
  const path = join(import.meta.dirname, "../../../../public/_locales", language, "messages.json");
  return makeTexts(makePhrase(JSON.parse(readFileSync(path, "utf8")) as Catalogue, language), language);
}

export const TEXTS = textsIn("en");
