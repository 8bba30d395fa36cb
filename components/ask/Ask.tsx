import { GroupTools } from "../segments/GroupTools";
import { segmentsOf } from "../segments/segments-view";
import { NO_GENERATORS } from "../settings/engines/engines-view";
import { useTexts } from "../texts";
import type { EvidenceLinks, PanelActions, PanelView } from "../view";
import { DescribePersona } from "./editing/DescribePersona";
import { PersonaTools } from "./editing/PersonaTools";
import { Interview } from "./Interview";
import { PersonaCard } from "./PersonaCard";

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
  const { phrase } = useTexts();
  const { personas } = view.evidence;
  const persona = personas.find(({ id }) => id === personaId);
  if (persona) {
    return (
      <Interview
        key={persona.id}
        persona={persona}
        talks={view.conversations.filter((conversation) => conversation.personaId === persona.id)}
        drafts={view.drafts}
        generators={view.engine.at === "here" ? view.engine.state.generators : NO_GENERATORS}
        subjectName={view.subject?.name ?? ""}
        links={links}
        onBack={() => onPersona(undefined)}
        actions={actions.talks}
        onCopy={actions.copy}
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
      <GroupTools segments={segmentsOf(personas)} links={links} />
      <DescribePersona actions={actions.personas} />
    </section>
  );
}
