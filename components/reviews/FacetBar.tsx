import { useState } from "preact/hooks";
import type { Evidence } from "../../lib/report/evidence";
import { FACETS, type Facet, type FacetCounts, type ReviewFilter } from "../../lib/report/facets";
import { themeTree } from "../../lib/report/theme-tree";
import { useTexts } from "../texts";
import { Chip } from "./Chip";
import { useFacetNames } from "./names";

/** Values shown of one facet before the rest is asked for. */
const THEMES_FIRST = 3;

interface FacetProps {
  evidence: Evidence;
  counts: FacetCounts;
  filter: ReviewFilter;
  onToggle: (facet: Facet, value: string) => void;
  onClear: () => void;
}

/** Chips that narrow the list: the useful ones at once, all of them by facet on request. */
export function FacetBar({ evidence, counts, filter, onToggle, onClear }: FacetProps) {
  const { phrase } = useTexts();
  const [open, setOpen] = useState(false);
  const { facetName, valueName } = useFacetNames(evidence);
  const chip = (facet: Facet, value: string) => (
    <Chip
      key={`${facet}:${value}`}
      label={valueName(facet, value)}
      count={counts.get(facet)?.get(value) ?? 0}
      pressed={filter.get(facet)?.includes(value) ?? false}
      onToggle={() => onToggle(facet, value)}
    />
  );
  const groups = FACETS.map((facet) => ({ facet, values: valuesOf(facet, evidence, counts, filter) }));
  return (
    <div class="facets">
      {!open && (
        <div class="chips">{leading(groups, filter, evidence).map(([facet, value]) => chip(facet, value))}</div>
      )}
      {open &&
        groups
          .filter(({ facet, values }) => values.length > 1 || (values.length === 1 && !PLAIN.has(facet)))
          .map(({ facet, values }) => (
            <fieldset key={facet} class="facet">
              <legend>{facetName(facet)}</legend>
              <div class="chips">{values.map((value) => chip(facet, value))}</div>
            </fieldset>
          ))}
      <p class="facet-actions">
        <button type="button" class="link" aria-expanded={open} onClick={() => setOpen(!open)}>
          {phrase(open ? "fewerFilters" : "moreFilters")}
        </button>
        {filter.size > 0 && (
          <button type="button" class="link" onClick={onClear}>
            {phrase("clearFilters")}
          </button>
        )}
      </p>
    </div>
  );
}

/** Facets in which a single value says nothing. */
const PLAIN: ReadonlySet<Facet> = new Set(["language", "kind", "stars", "sentiment"]);
const CONFIDENCE_ORDER = ["sure", "unsure"];
const SENTIMENT_ORDER = ["positive", "negative", "mixed", "neutral"];

function valuesOf(facet: Facet, evidence: Evidence, counts: FacetCounts, filter: ReviewFilter): string[] {
  const tally = counts.get(facet);
  const present = new Set([...(tally?.keys() ?? []), ...(filter.get(facet) ?? [])]);
  if (facet === "theme") {
    const tree = themeTree(evidence.themes).flatMap(({ theme, parts }) => [theme, ...parts]);
    return tree.map(({ id }) => id).filter((id) => present.has(id));
  }
  if (facet === "stars") return ["5", "4", "3", "2", "1"].filter((value) => present.has(value));
  if (facet === "confidence") return CONFIDENCE_ORDER.filter((value) => present.has(value));
  if (facet === "sentiment") return SENTIMENT_ORDER.filter((value) => present.has(value));
  return [...present].sort((a, b) => (tally?.get(b) ?? 0) - (tally?.get(a) ?? 0));
}

/** The chips worth having at hand: what is chosen, the largest themes, good and bad, stars that contradict, questions. */
function leading(
  groups: { facet: Facet; values: string[] }[],
  filter: ReviewFilter,
  { themes }: Evidence,
): [Facet, string][] {
  const large = new Set(themes.filter(({ parentId, rest }) => !parentId && !rest).map(({ id }) => id));
  const chosen = [...filter].flatMap(([facet, values]) => values.map((value): [Facet, string] => [facet, value]));
  const usual = groups.flatMap(({ facet, values }): [Facet, string][] => {
    if (facet === "theme") {
      const first = values.filter((id) => large.has(id)).slice(0, THEMES_FIRST);
      return first.map((value) => [facet, value]);
    }
    if (facet === "sentiment") return values.slice(0, 2).map((value) => [facet, value]);
    if (facet === "contradicts" || facet === "question") return values.map((value) => [facet, value]);
    return [];
  });
  const isChosen = ([facet, value]: [Facet, string]) => filter.get(facet)?.includes(value);
  return [...chosen, ...usual.filter((pair) => !isChosen(pair))];
}
