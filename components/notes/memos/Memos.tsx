import type { EvidenceLinks, PanelActions, PanelView } from "../../view";

/** What researchers write beside the material. */
export function Memos(_: { view: PanelView; links: EvidenceLinks; actions: PanelActions }) {
  return <section />;
}
