import { useTexts } from "../texts";
import type { SearchState } from "./search";

/** One field for words and for meaning. */
export function SearchField({
  query,
  state,
  onQuery,
}: {
  query: string;
  state: SearchState;
  onQuery: (query: string) => void;
}) {
  const { phrase } = useTexts();
  return (
    <search class="search-field">
      <input
        type="search"
        class="search"
        value={query}
        placeholder={phrase("searchPlaceholder")}
        aria-label={phrase("searchLabel")}
        onInput={(event) => onQuery(event.currentTarget.value)}
      />
      <p class="sub" role="status">
        {state === "none" ? "" : phrase("searchState", { state })}
      </p>
    </search>
  );
}
