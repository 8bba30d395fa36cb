/** Names of countries, from the runtime's own language data. */

const LANGUAGES = ["en", "de", "fr", "es", "it", "pt", "ru", "ja", "zh"];
let names: Set<string> | undefined;

/** Whether the whole text is the name of a country in one of nine languages. */
export function isCountryName(text: string): boolean {
  if (text.length < 2 || text.length > 40) return false;
  names ??= allNames();
  return names.has(text.toLowerCase());
}

function allNames(): Set<string> {
  const found = new Set<string>();
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  for (const language of LANGUAGES) {
    const display = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
    for (const code of letters.flatMap((one) => letters.map((two) => one + two))) {
      const name = display.of(code);
      if (name && name.length > 2) found.add(name.toLowerCase());
    }
  }
  for (const name of ["usa", "uk", "great britain", "england", "scotland", "wales"]) found.add(name);
  return found;
}
