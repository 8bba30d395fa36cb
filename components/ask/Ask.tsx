import { useEffect, useRef, useState } from "preact/hooks";
import { groupTranscript } from "../../lib/ask/transcript";
import { NO_GENERATORS } from "../settings/engines/engines-view";
import { useTexts } from "../texts";
import type { EvidenceLinks, PanelActions, PanelView } from "../view";
import { BesideCards } from "./BesideCards";
import { PersonaTools } from "./editing/PersonaTools";
import { SavePersona } from "./files/SavePersona";
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
  const list = useOpener(persona?.id ?? group?.id);
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
        engines={actions.engines}
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
        engines={actions.engines}
        compose={() => groupTranscript(group, transcriptParts(subject, personas, links.reviewOf, texts))}
        onSave={actions.save}
        onBack={() => setGroupId(undefined)}
      />
    );
  }
  return (
    <section ref={list}>
      <h2>{phrase("whoToAsk")}</h2>
      <p class="soft">{phrase(personas.length > 0 ? "personasWhat" : "personasWaiting")}</p>
      {personas.map((one) => (
        <div key={one.id} class="opens" data-opens={one.id}>
          <PersonaCard
            persona={one}
            links={links}
            onChoose={() => onPersona(one.id)}
            foot={<SavePersona persona={one} saving={{ subject, reviewOf: links.reviewOf, onSave: actions.save }} />}
          >
            <PersonaTools persona={one} actions={actions.personas} />
          </PersonaCard>
        </div>
      ))}
      <FocusGroups
        groups={view.groups}
        personas={personas}
        themes={view.evidence.themes}
        actions={actions.focus}
        onOpen={setGroupId}
      />
      <BesideCards view={view} links={links} actions={actions} />
    </section>
  );
}

/** Whoever comes back to the list is where they left it: at the button that opened the talk. */
function useOpener(opened: string | undefined) {
  const list = useRef<HTMLElement>(null);
  const before = useRef(opened);
  useEffect(() => {
    const left = before.current;
    before.current = opened;
    if (opened !== undefined || left === undefined) return;
    const room = list.current?.querySelector(`[data-opens="${CSS.escape(left)}"]`);
    const opener = room?.querySelector<HTMLElement>("button.main, button.link.open-group");
    opener?.focus({ preventScroll: true });
    opener?.scrollIntoView({ block: "center" });
  }, [opened]);
  return list;
}
