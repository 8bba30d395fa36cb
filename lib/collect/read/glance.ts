/** What is here, in a sentence's worth: the same reading, counted instead of handed over. */

import { countOf } from "../data/json-fields";
import { goesOn } from "../more/next-step";
import type { Capture } from "../site";
import { collect, type ReadOptions } from "./collect";

export interface Summary {
  url: string;
  name: string;
  site: string;
  reviews: number;
  comments: number;
  /** What the site says exists in all. */
  total?: number;
  /** There is more than this page shows: further pages, controls that load more, a list that grows. */
  hasMore: boolean;
  /** What is written on the control that shows records, on a page that shows none yet. */
  hiddenBehind?: string;
  /** The evidence most records rest on: `site:amazon`, `json-ld`, … or "" when there are none. */
  how: string;
  /** English sentences: what could not be read. */
  warnings: string[];
}

/** Reads the document and says what it holds; keeps nothing. */
export async function glance(document: Document, options: ReadOptions): Promise<Summary> {
  return summarise(await collect(document, options));
}

export function summarise(capture: Capture): Summary {
  const comments = capture.reviews.filter(({ kind }) => kind === "comment").length;
  const total = capture.reviews.length > 0 ? countOf(capture.subject.ratingCount ?? null) : undefined;
  return {
    url: capture.subject.url ?? capture.url,
    name: capture.subject.name ?? capture.title,
    site: siteName(capture.url),
    reviews: capture.reviews.filter(({ kind }) => kind === "review").length,
    comments,
    total,
    hasMore: goesOn(capture.more, capture.reviews.length, total),
    ...(capture.reviews.length === 0 && capture.more.buttons[0] ? { hiddenBehind: capture.more.buttons[0].label } : {}),
    how: mainHow(capture),
    warnings: capture.warnings.map(({ message }) => message),
  };
}

/** The kind of evidence that gave most records. */
export function mainHow(capture: Pick<Capture, "reviews">): string {
  const counts = new Map<string, number>();
  for (const { how } of capture.reviews) counts.set(how, (counts.get(how) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "";
}

function siteName(url: string): string {
  try {
    return new URL(url).hostname.replace(/^www\./, "");
  } catch {
    return "";
  }
}
