/**
 * What a person taught Earshot about one site by pointing: rules like those of a site file, as data, so that they can be
 * kept, sent to somebody else and read back.
 */
import type { FieldRule, SiteRules } from "../site";

/** In a recipe a field left out is found as on any page, and one with an empty rule is not read at all (but for `body`). */
export interface OwnRules extends SiteRules {
  /** Whatever else is found on the page is left out. */
  alone?: boolean;
}

export interface Recipe {
  /** Host and record selector: pointing at the same records again replaces the recipe. */
  id: string;
  /** Host without `www.`; "" for local files. */
  host: string;
  /** What a person calls it; the host until they say otherwise. */
  label: string;
  /** ISO time. */
  made: string;
  rules: OwnRules;
  /** How many records it found when it was used last. */
  last?: { found: number; at: string };
}

/** Fields that can be chosen by hand, in the order in which they are shown. */
export const FIELDS = [
  "body",
  "title",
  "author",
  "date",
  "rating",
  "helpful",
  "verified",
  "variant",
  "location",
] as const;
export type FieldName = (typeof FIELDS)[number];

/** One way to read a field. */
export interface Choice {
  /** Left out: as on any page. Empty: not at all. */
  rule?: FieldRule;
  /** What it gives in each sample record; null where it gives nothing, as messages know no undefined in a list. */
  values: (string | null)[];
}

export interface FieldProposal {
  name: FieldName;
  choices: Choice[];
  /** Position in `choices` of the one proposed. */
  proposed: number;
}

/** What would be taken: the records at one level of the page, with their fields. */
export interface Proposal {
  /** Without the fields, which are chosen. */
  rules: OwnRules;
  /** Path of each record, as `locate` follows it. */
  paths: string[];
  /** Sample records that `Choice.values` speak of. */
  samples: number;
  fields: FieldProposal[];
  /** Records that are found on the page without this, elsewhere than in these. */
  others: number;
}

/** Proposals from the smallest part of the page around the place pointed at to the largest. */
export interface Proposals {
  levels: Proposal[];
  /** The level that looks like one record each. */
  best: number;
}

/** @returns the host a recipe for this address is kept under */
export function hostOfRecipe(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : "";
}

/** @param made ISO time */
export function recipeOf(rules: OwnRules, made: string): Recipe {
  const host = rules.hosts?.[0] ?? "";
  return { id: `${host} ${rules.record}`, host, label: host, made, rules };
}
