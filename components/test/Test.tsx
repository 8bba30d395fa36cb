import { useTexts } from "../texts";
import type { EvidenceLinks, PanelActions, PanelView } from "../view";

/** Shows a concept, a price, a claim or a reply to the reviewers: what was run, and the way to another run. */
export function Test({ view: _view }: { view: PanelView; links: EvidenceLinks; actions: PanelActions }) {
  const { phrase } = useTexts();
  return (
    <section>
      <h2>{phrase("testTitle")}</h2>
    </section>
  );
}
