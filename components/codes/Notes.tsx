import { Pins } from "../ask/Pins";
import { citedAnswer } from "../ask/transcript";
import { useTexts } from "../texts";
import type { EvidenceLinks, PanelActions, PanelView } from "../view";
import { CodeSection } from "./CodeSection";

/** What researchers make of the reviews themselves. */
export function Notes({ view, links, actions }: { view: PanelView; links: EvidenceLinks; actions: PanelActions }) {
  const texts = useTexts();
  return (
    <>
      {/* what was open belongs to the subject it was opened on */}
      <CodeSection key={view.subject?.id} view={view} links={links} />
      <Pins
        pins={view.pins}
        links={links}
        onUnpin={({ conversationId, turnId }) => void actions.talks.pin(conversationId, turnId, false).catch(() => {})}
        onCopy={(question, answer) => actions.copy(citedAnswer(question, answer, links.reviewOf, texts))}
      />
    </>
  );
}
