import { useState } from "preact/hooks";
import type { Theme } from "../../lib/domain";
import { onlyValues } from "../../lib/report/facets";
import { useTexts } from "../texts";
import type { EvidenceLinks } from "../view";
import { ThemeRow } from "./ThemeRow";

/** Rows shown before somebody asks for more. */
const FIRST = 8;

/** What people talk about, most frequent first. */
export function ThemeList({
  themes,
  understood,
  links,
}: {
  themes: readonly Theme[];
  understood: number;
  links: EvidenceLinks;
}) {
  const { phrase } = useTexts();
  const [all, setAll] = useState(false);
  const shown = all ? themes : themes.slice(0, FIRST);
  const scale = Math.max(1, ...themes.flatMap((theme) => [theme.positive, theme.negative]));
  return (
    <section>
      <h2>
        {phrase("themes")}
        {themes.length > 0 && <span class="hint">{phrase("themesHint")}</span>}
      </h2>
      {themes.length === 0 && <p class="soft">{phrase(understood > 0 ? "themesFew" : "themesWaiting")}</p>}
      <ul class="themes">
        {shown.map((theme) => (
          <ThemeRow
            key={theme.id}
            theme={theme}
            scale={scale}
            onOpen={() => links.openReviews(onlyValues("theme", theme.id))}
          />
        ))}
      </ul>
      {themes.length > FIRST && (
        <button type="button" class="link" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? phrase("fewer") : phrase("moreThemes", { count: themes.length - FIRST })}
        </button>
      )}
    </section>
  );
}
