import type { EvidenceLinks, PanelActions, PanelView } from "../../view";

/** The machine as a blind second coder, and how far coders agree. */
export function SecondCoder(_: { view: PanelView; links: EvidenceLinks; actions: PanelActions }) {
  return <section class="second" />;
}
