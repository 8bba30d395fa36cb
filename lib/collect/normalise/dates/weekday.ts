/** A day of the week alone, as chats and feeds show it for the last days: "Monday", "Montag um 14:02", "last Friday". */

import { dayOf } from "./calendars";
import type { DateContext } from "./context";
import { isUnspaced, languagesOf } from "./languages";
import { anyOf, prepare } from "./prepare";

const DAY = 86_400_000;
const known = new Map<string, { days: Map<string, number>; pattern: RegExp }>();

/** @returns the latest such day before today; only a text of few words without other numbers is one */
export function weekdayDate(text: string, { now, language }: DateContext): string | undefined {
  if (/\d/.test(text) || text.split(" ").length > 3) return undefined;
  const [first, ...others] = languagesOf(text, language);
  for (const candidate of [first, ...others.filter((other) => other === "en")]) {
    if (!candidate) continue;
    const { days, pattern } = daysOf(candidate);
    const day = days.get(text.match(pattern)?.[0] ?? "");
    if (day === undefined) continue;
    const back = (now.getUTCDay() - day + 7) % 7 || 7;
    return dayOf(new Date(now.getTime() - back * DAY));
  }
  return undefined;
}

function daysOf(language: string): { days: Map<string, number>; pattern: RegExp } {
  const ready = known.get(language);
  if (ready) return ready;
  const days = new Map<string, number>();
  const format = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: "UTC" });
  for (let day = 0; day < 7; day += 1) days.set(prepare(format.format(new Date(Date.UTC(2024, 8, 1 + day)))), day);
  const names = anyOf(days.keys());
  const pattern = isUnspaced(names) ? `(?:${names})` : `(?<![\\p{L}\\p{M}])(?:${names})(?![\\p{L}\\p{M}])`;
  const made = { days, pattern: new RegExp(pattern, "u") };
  known.set(language, made);
  return made;
}
