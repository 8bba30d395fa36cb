/** What a reading on a page is about: a product, a shop, a thread, an article. */
export interface Subject {
  /** Hash of the canonical address, so one product is one subject over pages and visits. */
  id: string;
  name: string;
  /** Canonical address without tracking parameters. */
  url: string;
  /** Host without `www.`. */
  site: string;
  brand?: string;
  /** Category path, outermost first, joined with " › ". */
  category?: string;
  /** As the site shows it; amount and currency apart where both could be read. */
  price?: string;
  priceAmount?: number;
  /** ISO 4217. */
  currency?: string;
  /** Average rating as the site states it, on `ratingScale`. */
  rating?: number;
  ratingScale?: number;
  /** How many reviews the site says exist. */
  ratingCount?: number;
  /** Interface language of the page, BCP 47. */
  language?: string;
  /** ISO 8601 time of the last reading. */
  lastRead?: string;
  /** How much of what the site announces the last reading saw. */
  coverage?: Coverage;
}

/** How far a reading came, and why no further. */
export interface Coverage {
  /** Records this reading saw. */
  read: number;
  /** How many the site says exist. */
  announced?: number;
  why: CoverageEnd;
  /** Texts of which the site shows only the beginning. */
  cut?: number;
  /** What the site answered, when it answered with an error (HTTP status). */
  status?: number;
  /** Seconds the site wants to be left alone. */
  wait?: number;
  /** ISO 8601. */
  when: string;
}

/**
 * `all`: as many as announced; `end`: the site shows no more; `page`: no more was asked for; `cap`: more than Earshot reads
 * in one go; `stopped`: by hand; `captcha`, `refused`, `login`: the site asks for something first; `slow`: it asked to slow
 * down again and again; `failed`: it did not answer; `stuck`: its controls brought nothing; `leaves`: more is shown only by
 * leaving the page; `left`: the page was left, or is being read still.
 */
export type CoverageEnd =
  | "all"
  | "end"
  | "page"
  | "cap"
  | "stopped"
  | "captcha"
  | "refused"
  | "login"
  | "slow"
  | "failed"
  | "stuck"
  | "leaves"
  | "left";
