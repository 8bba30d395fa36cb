import { useRef, useState } from "preact/hooks";
import { personaName } from "../../lib/ask/persona/phrase";
import { suggestQuestions } from "../../lib/ask/suggest";
import { interviewTranscript, toPlainText } from "../../lib/ask/transcript";
import type { Conversation, Persona } from "../../lib/domain";
import type { GeneratorsState } from "../../lib/models/generator";
import { Announcer } from "../frame/Announcer";
import { useKeptFocus } from "../frame/use-kept-focus";
import type { EngineActions } from "../settings/engines/engines-view";
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
import { citedAnswer, transcriptParts } from "./transcript";
import { useEscape } from "./use-escape";
import { useFocusedHeading } from "./use-focused-heading";
import { useNewestInView } from "./use-newest-in-view";
import { spokenAnswer, useTold } from "./use-told";
import { WhoAnswers } from "./WhoAnswers";

/** A talk with one persona: what was asked, what was answered, and what to ask next. */
export function Interview({
  persona,
  talks,
  drafts,
  generators,
  subject,
  links,
  actions,
  engines,
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
  engines: Pick<EngineActions, "choose">;
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
  const open = turns.find(({ state }) => state === "answering");
  const answering = busy || open !== undefined;
  const heading = useFocusedHeading();
  const field = useRef<HTMLTextAreaElement>(null);
  const { room, onFocusIn } = useKeptFocus<HTMLElement>();
  useNewestInView(room, turns.length, turns.at(-1)?.state);
  useEscape({ stop: open && (() => void act(() => actions.stop(open.id))), leave: onBack });
  const told = useTold(
    turns.map(({ id, state, answer }) => ({
      id,
      done: state !== "answering",
      said: () =>
        [state === "stopped" && phrase("talkStopped"), answer && spokenAnswer(answer, phrase)]
          .filter(Boolean)
          .join(" "),
    })),
  );
  const waiting = open && phrase(drafts.get(open.id)?.text ? "talkWriting" : "findingEvidence");
  const transcript = (about: Conversation) =>
    interviewTranscript(about, transcriptParts(subject, [persona], links.reviewOf, texts));
  const asked = new Set(turns.map((turn) => turn.question));
  return (
    <div class="interview">
      <section class="persona">
        <Face kind={persona.segment.basis.kind} />
        <div>
          <h2 class="persona-name" ref={heading} tabIndex={-1}>
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
        {talk && turns.length > 0 && (
          <CopyButton label="copyTranscript" copy={() => onCopy(toPlainText(transcript(talk), phrase, texts.date))} />
        )}
      </p>
      {talk && turns.length > 0 && <TakeAlong compose={() => transcript(talk)} onSave={onSave} />}
      <TalkChoice
        talks={talks}
        chosen={talk?.id}
        onChoose={setTalkId}
        onNew={() => {
          field.current?.focus();
          void act(async () => setTalkId(await actions.begin(persona.id)));
        }}
        onDelete={(id) => {
          heading.current?.focus();
          void act(() => actions.remove(id));
        }}
      />
      <Announcer text={waiting ?? told} />
      <section class="turns" aria-label={phrase("talkTurns")} ref={room} tabIndex={-1} onFocusIn={onFocusIn}>
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
        field={field}
        onAsk={(question) => void act(() => actions.ask(persona.id, question, talk?.id))}
      >
        <WhoAnswers generators={generators} actions={engines} onChange={links.openEngines} />
      </Composer>
    </div>
  );
}
