import { useEffect, useRef, useState } from "preact/hooks";
import { personaName } from "../../lib/ask/persona/phrase";
import { suggestQuestions } from "../../lib/ask/suggest";
import { interviewTranscript } from "../../lib/ask/transcript";
import type { Conversation, Persona, Turn } from "../../lib/domain";
import type { GeneratorsState } from "../../lib/models/generator";
import { LeavesMachine } from "../settings/engines/LeavesMachine";
import { ProblemNote } from "../states/ProblemNote";
import { useActing } from "../states/use-acting";
import { useTexts } from "../texts";
import type { EvidenceLinks } from "../view";
import { Composer } from "./Composer";
import { CopyButton } from "./CopyButton";
import { Face } from "./Face";
import { PersonaSize } from "./PersonaSize";
import { Simulated } from "./Simulated";
import { type SaveFile, TakeAlong } from "./TakeAlong";
import { TalkChoice } from "./TalkChoice";
import { TurnView } from "./TurnView";
import type { Drafts, TalkActions } from "./talk-view";
import { citedAnswer, transcriptOf, transcriptParts } from "./transcript";

/** A talk with one persona: what was asked, what was answered, and what to ask next. */
export function Interview({
  persona,
  talks,
  drafts,
  generators,
  subject,
  links,
  actions,
  onBack,
  onCopy,
  onSave,
}: {
  persona: Persona;
  /** With this persona, the latest first. */
  talks: readonly Conversation[];
  drafts: Drafts;
  generators: GeneratorsState;
  subject: { name: string; url: string };
  links: EvidenceLinks;
  actions: TalkActions;
  onBack: () => void;
  onCopy: (text: string) => Promise<boolean>;
  onSave: SaveFile;
}) {
  const texts = useTexts();
  const { phrase } = texts;
  const { busy, problem, act } = useActing();
  const [talkId, setTalkId] = useState<string>();
  const talk = talks.find(({ id }) => id === talkId) ?? talks[0];
  const turns = talk?.turns ?? [];
  const answering = busy || turns.some(({ state }) => state === "answering");
  const list = useNewestInView(turns.length, turns.at(-1)?.state);
  const asked = new Set(turns.map((turn) => turn.question));
  return (
    <div class="interview">
      <section class="persona">
        <Face kind={persona.segment.basis.kind} />
        <div>
          <h2 class="persona-name">
            {personaName(persona, phrase)} <Simulated />
          </h2>
          {persona.description === undefined ? (
            <PersonaSize persona={persona} links={links} />
          ) : (
            <p class="thin">{phrase("ask_persona_ungrounded")}</p>
          )}
        </div>
      </section>
      <p class="interview-actions">
        <button type="button" class="link" onClick={onBack}>
          {phrase("otherReviewers")}
        </button>
        {turns.length > 0 && (
          <CopyButton
            label="copyTranscript"
            copy={() => onCopy(transcriptOf(turns, persona, subject.name, links.reviewOf, texts))}
          />
        )}
      </p>
      {talk && turns.length > 0 && (
        <TakeAlong
          compose={() => interviewTranscript(talk, transcriptParts(subject, [persona], links.reviewOf, texts))}
          onSave={onSave}
        />
      )}
      <TalkChoice
        talks={talks}
        chosen={talk?.id}
        onChoose={setTalkId}
        onNew={() => void act(async () => setTalkId(await actions.begin(persona.id)))}
        onDelete={(id) => void act(() => actions.remove(id))}
      />
      <section class="turns" aria-live="polite" ref={list}>
        {turns.length === 0 && <p class="soft">{phrase("interviewStart")}</p>}
        {talk &&
          turns.map((turn) => (
            <TurnView
              key={turn.id}
              turn={turn}
              draft={drafts.get(turn.id)?.text}
              links={links}
              actions={{
                again: () => actions.again(talk.id, turn.id),
                stop: () => actions.stop(turn.id),
                pin: (pinned) => actions.pin(talk.id, turn.id, pinned),
                copy: (answer) => onCopy(citedAnswer(turn.question, answer, links.reviewOf, texts)),
              }}
            />
          ))}
        {problem !== undefined && <ProblemNote problem={problem} />}
      </section>
      <Composer
        suggestions={suggestQuestions(persona, phrase).filter((question) => !asked.has(question))}
        busy={answering}
        onAsk={(question) => void act(() => actions.ask(persona.id, question, talk?.id))}
      >
        {phrase("talkWho", { kind: generators.chosen.kind })} <LeavesMachine generators={generators} />
      </Composer>
    </div>
  );
}

/**
 * Scrolls a new turn into view, its question first: answers may be longer than the panel. Once more when its answer is there, which needs
 * the room, unless the person looks elsewhere by then.
 */
function useNewestInView(count: number, state: Turn["state"] | undefined) {
  const turns = useRef<HTMLElement>(null);
  const before = useRef({ count, state });
  useEffect(() => {
    const newest = turns.current?.querySelector(".turn:last-of-type");
    const answered = before.current.state === "answering" && state !== "answering";
    if (newest && (count > before.current.count || (answered && isInView(newest))))
      newest.scrollIntoView({ block: "start" });
    before.current = { count, state };
  }, [count, state]);
  return turns;
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
