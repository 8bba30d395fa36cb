import type { EvidenceLinks, PanelView } from "../view";
import { CodeSection } from "./CodeSection";

/** What researchers make of the reviews themselves. */
export function Notes({ view, links }: { view: PanelView; links: EvidenceLinks }) {
  // what was open belongs to the subject it was opened on
  return <CodeSection key={view.subject?.id} view={view} links={links} />;
}
