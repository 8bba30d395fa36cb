import { CodeSection } from "../../codes/CodeSection";
import type { EvidenceLinks, PanelActions, PanelView } from "../../view";

/** The codes with their meanings. */
export function Codebook({ view, links }: { view: PanelView; links: EvidenceLinks; actions: PanelActions }) {
  return <CodeSection view={view} links={links} />;
}
