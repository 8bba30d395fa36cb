/**
 * Interface texts: a catalogue in the browser's own format (`_locales/xx/messages.json`) whose messages are ICU MessageFormat,
 * so that plurals are right in Russian too. Used by the panel and by the command line.
 */
import { IntlMessageFormat } from "intl-messageformat";

export type Catalogue = Readonly<Record<string, { message: string; description?: string }>>;

/** Looks a text up and fills it in. */
export type Phrase = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** Interface languages that ship, in the spelling of the `_locales` folders. */
export const INTERFACE_LANGUAGES = ["en", "zh_CN", "ru"] as const;
export type InterfaceLanguage = (typeof INTERFACE_LANGUAGES)[number];

/**
 * @param tags preferred languages, best first, as `navigator.languages` gives them
 * @returns the first interface language among them, else English
 */
export function chooseInterfaceLanguage(tags: readonly string[]): InterfaceLanguage {
  for (const tag of tags) {
    const primary = tag.toLowerCase().split(/[-_]/)[0];
    const match = INTERFACE_LANGUAGES.find((language) => language.split("_")[0] === primary);
    if (match) return match;
  }
  return "en";
}

/**
 * @param catalogue parsed messages.json
 * @param language folder name such as `zh_CN`
 * @returns a function that never throws: a missing key shows itself, a broken message shows its source
 */
export function makePhrase(catalogue: Catalogue, language: string): Phrase {
  const entries = new Map(Object.entries(catalogue));
  const compiled = new Map<string, IntlMessageFormat>();
  const locale = language.replace("_", "-");
  return (key, values) => {
    const entry = entries.get(key);
    if (!entry) return key;
    try {
      const format = compiled.get(key) ?? new IntlMessageFormat(entry.message, locale, undefined, { ignoreTag: true });
      compiled.set(key, format);
      return String(format.format(values ? { ...values } : undefined));
    } catch {
      return entry.message;
    }
  };
}
