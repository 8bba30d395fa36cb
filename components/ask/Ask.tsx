import { useState } from "preact/hooks";
import { groupTranscript } from "../../lib/ask/transcript";
import { GroupTools } from "../segments/GroupTools";
import { segmentsOf } from "../segments/segments-view";
import { NO_GENERATORS } from "../settings/engines/engines-view";
import { useTexts } from "../texts";
import type { EvidenceLinks, PanelActions, PanelView } from "../view";
import { DescribePersona } from "./editing/DescribePersona";
import { PersonaTools } from "./editing/PersonaTools";
import { FocusGroups } from "./focus/FocusGroups";
import { FocusTalk } from "./focus/FocusTalk";
import { Interview } from "./Interview";
import { PersonaCard } from "./PersonaCard";
import { transcriptParts } from "./transcript";

/** The groups that can be asked, or the talk with the one chosen. */
export function Ask({
  view,
  links,
  actions,
  personaId,
  onPersona,
}: {
  view: PanelView;
  links: EvidenceLinks;
  actions: PanelActions;
  personaId: string | undefined;
  onPersona: (id: string | undefined) => void;
}) {
  const texts = useTexts();
  const { phrase } = texts;
  const { personas } = view.evidence;
  const persona = personas.find(({ id }) => id === personaId);
  const [groupId, setGroupId] = useState<string>();
  const group = view.groups.find(({ id }) => id === groupId);
  const subject = { name: view.subject?.name ?? "", url: view.subject?.url ?? "" };
  const generators = view.engine.at === "here" ? view.engine.state.generators : NO_GENERATORS;
  if (persona) {
    return (
      <Interview
        key={persona.id}
        persona={persona}
        talks={view.conversations.filter((conversation) => conversation.personaId === persona.id)}
        drafts={view.drafts}
        generators={generators}
        subject={subject}
        links={links}
        onBack={() => onPersona(undefined)}
        actions={actions.talks}
        onCopy={actions.copy}
        onSave={actions.save}
      />
    );
  }
  if (group) {
    return (
      <FocusTalk
        key={group.id}
        group={group}
        drafts={view.drafts}
        generators={generators}
        links={links}
        actions={actions.focus}
        compose={() => groupTranscript(group, transcriptParts(subject, personas, links.reviewOf, texts))}
        onSave={actions.save}
        onBack={() => setGroupId(undefined)}
      />
    );
  }
  return (
    <section>
      <h2>{phrase("whoToAsk")}</h2>
      <p class="soft">{phrase(personas.length > 0 ? "personasWhat" : "personasWaiting")}</p>
      {personas.map((one) => (
        <PersonaCard key={one.id} persona={one} links={links} onChoose={() => onPersona(one.id)}>
          <PersonaTools persona={one} actions={actions.personas} />
        </PersonaCard>
      ))}
      <FocusGroups
        groups={view.groups}
        personas={personas}
        themes={view.evidence.themes}
        actions={actions.focus}
        onOpen={setGroupId}
      />
      <GroupTools segments={segmentsOf(personas)} links={links} />
      <DescribePersona actions={actions.personas} />
    </section>
  );
}
