/**
 * Measures how dates are read: `npm run eval:dates [-- LOCALE…]`. The runtime writes days in every style of a language and
 * times gone by in every unit; the share read back exactly is printed per language, misses below it with `--misses`.
 * Exit 1 when one of the listed languages is below 98 %.
 */
import { orderOf, parseDate } from "../../lib/collect/normalise/date";
import { absoluteForms, type DateForm, LISTED, OTHERS, relativeForms } from "./date-forms";

const NOW = new Date("2026-03-15T12:00:00Z");
const FORMS = ["full", "long", "medium", "short", "relative", "relative auto"];
const ENOUGH = 0.98;

function main(args: string[]): number {
  const chosen = args.filter((arg) => !arg.startsWith("--"));
  const locales = chosen.length ? chosen : [...LISTED, ...OTHERS];
  console.log(["language", ...FORMS, "all"].map((head) => head.padStart(13)).join(""));
  const shares = new Map<string, number>();
  for (const locale of locales) {
    const forms = [...absoluteForms(locale, NOW), ...relativeForms(locale, NOW)];
    const misses = forms.filter((form) => read(form) !== form.iso);
    const cells = FORMS.map((name) => share(forms, misses, ({ form }) => form === name));
    const all = share(forms, misses, () => true);
    shares.set(locale, all);
    console.log(
      [locale, ...cells.map((cell) => cell.toFixed(3)), all.toFixed(3)].map((cell) => cell.padStart(13)).join(""),
    );
    if (args.includes("--misses"))
      for (const form of misses.slice(0, 12)) console.log(`    ${form.written} → ${read(form)}, not ${form.iso}`);
  }
  console.log(JSON.stringify(Object.fromEntries(shares)));
  return locales.some((locale) => LISTED.includes(locale) && (shares.get(locale) ?? 0) < ENOUGH) ? 1 : 0;
}

function read({ written, locale }: DateForm): string | undefined {
  return parseDate(written, { now: NOW, language: locale, order: orderOf([written], NOW) });
}

function share(forms: DateForm[], misses: DateForm[], belongs: (form: DateForm) => boolean): number {
  const of = forms.filter(belongs).length;
  return of ? 1 - misses.filter(belongs).length / of : 1;
}

process.exitCode = main(process.argv.slice(2));
