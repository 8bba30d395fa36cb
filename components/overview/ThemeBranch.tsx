import { useState } from "preact/hooks";
import type { Theme } from "../../lib/domain";
import { onlyValues } from "../../lib/report/facets";
import type { ThemeNode } from "../../lib/report/theme-tree";
import { useTexts } from "../texts";
import type { EvidenceLinks } from "../view";
import { ThemeRow } from "./ThemeRow";
import { ThemeTools } from "./ThemeTools";

/** A theme with its parts, which unfold; while themes are edited, with what can be changed about each. */
export function ThemeBranch({
  node,
  themes,
  scale,
  editing,
  links,
}: {
  node: ThemeNode;
  themes: readonly Theme[];
  scale: number;
  editing: boolean;
  links: EvidenceLinks;
}) {
  const { phrase } = useTexts();
  const [unfolded, setUnfolded] = useState(false);
  const { theme, parts } = node;
  const row = (one: Theme, hasParts: boolean) => (
    <>
      <ThemeRow theme={one} scale={scale} onOpen={() => links.openReviews(onlyValues("theme", one.id))} />
      {editing && !one.rest && <ThemeTools theme={one} themes={themes} hasParts={hasParts} onEdit={links.editThemes} />}
    </>
  );
  return (
    <li>
      {row(theme, parts.length > 0)}
      {parts.length > 0 && (
        <button
          type="button"
          class="link parts-toggle"
          aria-expanded={unfolded}
          aria-label={`${phrase("partsOf", { count: parts.length })}: ${theme.label}`}
          onClick={() => setUnfolded(!unfolded)}
        >
          <span aria-hidden="true">{unfolded ? "▾" : "▸"}</span> {phrase("partsOf", { count: parts.length })}
        </button>
      )}
      {unfolded && (
        <ul class="themes parts" aria-label={theme.label}>
          {parts.map((part) => (
            <li key={part.id}>{row(part, false)}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
