/** Groups of reviewers by where the site says they are. Never guessed: reviews without a place are in no group. */
import { groupBy } from "../material";
import { type Crowd, mostFrequent } from "./crowd";

export interface PlaceGroup {
  /** ISO 3166 code of a country, else the folded name. */
  key: string;
  /** As most of them write it. */
  place: string;
  reviewIds: string[];
}

/** Languages in which countries are recognised by name. */
const NAMED_IN = ["en", "de", "fr", "es", "ru", "zh", "ja", "it", "pt", "nl", "pl"];
const ALSO_CALLED = new Map([
  ["usa", "US"],
  ["u.s.a.", "US"],
  ["u.s.", "US"],
  ["us", "US"],
  ["united states of america", "US"],
  ["america", "US"],
  ["uk", "GB"],
  ["u.k.", "GB"],
  ["great britain", "GB"],
  ["england", "GB"],
  ["scotland", "GB"],
  ["wales", "GB"],
  ["holland", "NL"],
  ["россия", "RU"],
  ["czech republic", "CZ"],
  ["brd", "DE"],
]);
let countries: Map<string, string> | undefined;

/** @returns places by name, most reviews first; "Berlin, Germany" counts for both */
export function findPlaces({ reviews }: Crowd): PlaceGroup[] {
  const stays = reviews.flatMap(({ id, location }) =>
    partsOf(location ?? "").map((part) => ({ id, part, key: placeKey(part) })),
  );
  const groups = [...groupBy(stays, ({ key }) => key)].map(([key, all]) => ({
    key,
    place: mostFrequent(all.map(({ part }) => part)) ?? key,
    reviewIds: [...new Set(all.map(({ id }) => id))].sort(),
  }));
  return groups.sort((a, b) => b.reviewIds.length - a.reviewIds.length || (a.key < b.key ? -1 : 1));
}

/** @returns the same key for "Germany", "deutschland" and "Германия"; a folded name for what is no country */
export function placeKey(place: string): string {
  const folded = fold(place);
  countries ??= namesOfCountries();
  return ALSO_CALLED.get(folded) ?? countries.get(folded) ?? folded;
}

function partsOf(location: string): string[] {
  const parts = location.split(/[,，、·|/]/u).map((part) => part.replace(/\s+/gu, " ").trim());
  return [...new Map(parts.filter((part) => /\p{L}/u.test(part)).map((part) => [placeKey(part), part])).values()];
}

function fold(place: string): string {
  return place
    .normalize("NFKC")
    .toLowerCase()
    .replace(/^(?:the|la|los|las|le|les|die|der) /u, "")
    .trim();
}

/** Every two-letter region that the runtime's own tables (CLDR) know by a name. */
function namesOfCountries(): Map<string, string> {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  const names = new Map<string, string>();
  for (const language of NAMED_IN) {
    const display = new Intl.DisplayNames(language, { type: "region", fallback: "none" });
    for (const code of codes) {
      const name = display.of(code);
      if (name && !names.has(fold(name))) names.set(fold(name), presentCode(code));
    }
  }
  return names;
}

/** "DD" is "DE" by now. */
function presentCode(code: string): string {
  return Intl.getCanonicalLocales(`und-${code}`)[0]?.slice("und-".length) ?? code;
}
