import { useMemo, useState } from "preact/hooks";
import { quoteOf } from "../../lib/report/evidence";
import { applyFilter, facetReviews, type ReviewFilter, toggleValue } from "../../lib/report/facets";
import { QuoteCard } from "../evidence/QuoteCard";
import { ChosenBar } from "../segments/ChosenBar";
import { MakeGroup } from "../segments/MakeGroup";
import { choicesOf } from "../segments/segments-view";
import { useWayBack } from "../segments/use-way-back";
import { useTexts } from "../texts";
import type { EvidenceLinks, MeaningHit, PanelView } from "../view";
import { FacetBar } from "./FacetBar";
import { useFacetNames } from "./names";
import { ReviewList } from "./ReviewList";
import { SearchField } from "./SearchField";
import { searchReviews, useDeferredSearch } from "./search";

/** All reviews, narrowed by words, by meaning and by facets. */
export function Reviews({
  view,
  links,
  filter,
  query,
  onFilter,
  onQuery,
  search,
}: {
  view: PanelView;
  links: EvidenceLinks;
  filter: ReviewFilter;
  query: string;
  onFilter: (filter: ReviewFilter) => void;
  onQuery: (query: string) => void;
  search: (query: string) => Promise<MeaningHit[]>;
}) {
  const { evidence } = view;
  const { phrase } = useTexts();
  const meaning = useDeferredSearch(query, search);
  const faceted = useMemo(() => facetReviews(evidence), [evidence]);
  const found = useMemo(() => searchReviews(faceted, query, meaning.hits), [faceted, query, meaning.hits]);
  const { passing, counts } = useMemo(() => applyFilter(found.reviews, filter), [found, filter]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>();
  const choose = useWayBack(chosen !== undefined);
  const { valueName } = useFacetNames(evidence);
  const choices = choicesOf(filter, query);
  const similar = passing.filter(({ review }) => found.byMeaning.has(review.id)).length;
  const themes = filter.get("theme") ?? [];
  const theme = themes.length === 1 ? evidence.themes.find(({ id }) => id === themes[0]) : undefined;
  return (
    <>
      <section class="finder">
        <SearchField query={query} state={meaning.state} onQuery={onQuery} />
        <FacetBar
          evidence={evidence}
          counts={counts}
          filter={filter}
          onToggle={(facet, value) => onFilter(toggleValue(filter, facet, value))}
          onClear={() => onFilter(new Map())}
        />
        {!chosen && (
          <div class="group-ways">
            {choices.length > 0 && passing.length > similar && (
              <MakeGroup
                key={JSON.stringify(choices)}
                choices={choices}
                name={chosenWords(filter, query, valueName)}
                count={passing.length - similar}
                byMeaning={similar}
                editing={links.segments}
              />
            )}
            <button type="button" class="link" ref={choose} onClick={() => setChosen(new Set())}>
              {phrase("segmentsChoose")}
            </button>
          </div>
        )}
      </section>
      {theme && <Representative theme={theme} links={links} />}
      <ReviewList
        passing={passing}
        byMeaning={found.byMeaning}
        hits={found.hits}
        evidence={evidence}
        links={links}
        filter={filter}
        {...(chosen ? { picked: chosen, onPick: (id: string) => setChosen((now) => toggled(now ?? chosen, id)) } : {})}
        onTheme={(id) => onFilter(new Map([["theme", [id]]]))}
        onClear={() => {
          onFilter(new Map());
          onQuery("");
        }}
        searching={meaning.state === "searching"}
        total={phrase("reviewsFound", {
          count: passing.length,
          all: evidence.reviews.length,
          shown: passing.length < evidence.reviews.length ? "some" : "all",
        })}
      />
      {chosen && (
        <ChosenBar
          chosen={evidence.reviews.filter(({ id }) => chosen.has(id))}
          editing={links.segments}
          onEnd={() => setChosen(undefined)}
        />
      )}
    </>
  );
}

/** @returns a name for what is chosen, in the words people chose it by */
function chosenWords(
  filter: ReviewFilter,
  query: string,
  valueName: ReturnType<typeof useFacetNames>["valueName"],
): string {
  const values = [...filter].flatMap(([facet, chosen]) => chosen.map((value) => valueName(facet, value)));
  return [...values, query.trim()].filter((words) => words !== "").join(", ");
}

function toggled(chosen: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** The sentence that stands best for a theme. */
function Representative({ theme, links }: { theme: PanelView["evidence"]["themes"][number]; links: EvidenceLinks }) {
  const { phrase } = useTexts();
  const [quote] = theme.quotes;
  const review = quote && links.reviewOf(quote.reviewId);
  if (!quote || !review) return null;
  const quoted = quoteOf(review, quote);
  return (
    <section>
      <h2>{phrase("typicalFor", { theme: theme.label })}</h2>
      <QuoteCard text={quoted.text} review={review} onShow={() => links.showQuote(quoted)} />
    </section>
  );
}
