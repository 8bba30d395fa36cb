import { GroupTools } from "../segments/GroupTools";
import { segmentsOf } from "../segments/segments-view";
import type { EvidenceLinks, PanelActions, PanelView } from "../view";
import { DescribePersona } from "./editing/DescribePersona";
import { PersonaFiles } from "./files/PersonaFiles";
import { PastTalks } from "./PastTalks";

/** What can be done about the list of personas: folded away, since a list is there to be read and asked first. */
export function BesideCards({
  view,
  links,
  actions,
}: {
  view: Pick<PanelView, "subject" | "evidence" | "handSegments" | "conversations">;
  links: EvidenceLinks;
  actions: Pick<PanelActions, "personas" | "talks" | "save" | "copy">;
}) {
  const { personas } = view.evidence;
  const subject = { name: view.subject?.name ?? "", url: view.subject?.url ?? "" };
  const here = new Set(personas.map(({ id }) => id));
  return (
    <div class="beside-cards">
      <PastTalks
        talks={view.conversations.filter(({ personaId, turns }) => turns.length > 0 && !here.has(personaId))}
        subject={subject}
        links={links}
        actions={actions}
      />
      <GroupTools segments={segmentsOf(personas, view.handSegments)} links={links} />
      <DescribePersona actions={actions.personas} />
      <PersonaFiles
        personas={personas}
        saving={{ subject, reviewOf: links.reviewOf, onSave: actions.save }}
        actions={actions.personas}
      />
    </div>
  );
}
