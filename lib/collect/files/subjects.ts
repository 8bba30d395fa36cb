/** What imported reviews are about: one thing that a person names, or what the rows name. */

import type { ImportSource } from "./preview";
import type { FileRecord } from "./records/record";

export interface Subjects {
  /** What all are about, or those whose row names nothing. */
  name: string;
  /** What the rows name, most reviews first. */
  named: { name: string; reviews: number }[];
  /** Each is a subject of its own. */
  apart: boolean;
}

/** With more than these the rows name something else: orders, dates. They are kept together unless asked for. */
const MOST_APART = 50;
/** Reviews that a subject should have, for keeping subjects apart without being asked. */
const ENOUGH = 2;

/** @param choices name and separation as chosen; otherwise the file's name, or the only thing that its rows name */
export function subjectsOf(
  records: readonly FileRecord[],
  source: ImportSource,
  choices: { subject?: string; apart?: boolean },
): Subjects {
  const counts = new Map<string, number>();
  for (const { subject } of records) if (subject) counts.set(subject, (counts.get(subject) ?? 0) + 1);
  const named = [...counts].map(([name, reviews]) => ({ name, reviews })).sort((a, b) => b.reviews - a.reviews);
  const [only, ...others] = named;
  const single = only && others.length === 0 && only.reviews === records.length ? only.name : undefined;
  const several = named.length >= 2 && named.length <= MOST_APART && records.length >= named.length * ENOUGH;
  return {
    name: choices.subject?.trim() || single || defaultName(source),
    named,
    apart: named.length >= 2 && (choices.apart ?? several),
  };
}

function defaultName({ name, page }: ImportSource): string {
  return page?.name || name.replace(/\.[a-z0-9]{1,8}$/i, "") || name;
}
