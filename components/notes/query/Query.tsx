import type { EvidenceLinks, PanelActions, PanelView } from "../../view";

/** Counts, crosses and finds what was coded. */
export function Query(_: { view: PanelView; links: EvidenceLinks; actions: PanelActions }) {
  return <section class="query" />;
}
