import { useMemo } from "preact/hooks";
import { quoteOf } from "../../lib/report/evidence";
import { applyFilter, facetReviews, type ReviewFilter, toggleValue } from "../../lib/report/facets";
import { QuoteCard } from "../evidence/QuoteCard";
import { useTexts } from "../texts";
import type { EvidenceLinks, MeaningHit, PanelView } from "../view";
import { FacetBar } from "./FacetBar";
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
      </section>
      {theme && <Representative theme={theme} links={links} />}
      <ReviewList
        passing={passing}
        byMeaning={found.byMeaning}
        hits={found.hits}
        evidence={evidence}
        links={links}
        filter={filter}
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
    </>
  );
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
