import { useRef, useState } from "preact/hooks";
import { agendaOf } from "../../../lib/ask/group";
import { speakerName } from "../../../lib/ask/speaker";
import type { TranscriptDocument } from "../../../lib/ask/transcript";
import type { GroupTalk } from "../../../lib/domain";
import type { GeneratorsState } from "../../../lib/models/generator";
import { Announcer } from "../../frame/Announcer";
import { useKeptFocus } from "../../frame/use-kept-focus";
import type { EngineActions } from "../../settings/engines/engines-view";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { useTexts } from "../../texts";
import type { EvidenceLinks } from "../../view";
import { Composer } from "../Composer";
import { Simulated } from "../Simulated";
import { type SaveFile, TakeAlong } from "../TakeAlong";
import type { Drafts } from "../talk-view";
import { useEscape } from "../use-escape";
import { useFocusedHeading } from "../use-focused-heading";
import { useNewestInView } from "../use-newest-in-view";
import { useTold } from "../use-told";
import { WhoAnswers } from "../WhoAnswers";
import { FocusAgenda } from "./FocusAgenda";
import { FocusRound } from "./FocusRound";
import { FocusSummary } from "./FocusSummary";
import type { FocusActions } from "./focus-view";
import { awaitedOf, roundWaits } from "./round-told";
import { useModeratorClock } from "./use-moderator-clock";

/** A focus group: its voices, its rounds so far, the next question of the guide or one's own, and what it came to. */
export function FocusTalk({
  group,
  drafts,
  generators,
  links,
  actions,
  engines,
  compose,
  onSave,
  onBack,
}: {
  group: GroupTalk;
  drafts: Drafts;
  generators: GeneratorsState;
  links: EvidenceLinks;
  actions: FocusActions;
  engines: Pick<EngineActions, "choose">;
  compose: () => TranscriptDocument;
  onSave: SaveFile;
  onBack: () => void;
}) {
  const { phrase } = useTexts();
  const { busy, problem, act } = useActing();
  const [summing, setSumming] = useState(false);
  const { speakers, rounds, guide, summary } = group;
  const open = rounds.find(({ state }) => state === "answering");
  const answering = busy || open !== undefined;
  const agenda = agendaOf(group);
  const spent = useModeratorClock(guide, agenda.current, (topic, seconds) => actions.addTime(group.id, topic, seconds));
  const heading = useFocusedHeading();
  const field = useRef<HTMLTextAreaElement>(null);
  const { room, onFocusIn } = useKeptFocus<HTMLElement>();
  useNewestInView(room, rounds.length, rounds.at(-1)?.state);
  useEscape({ stop: open && (() => void act(() => actions.stop(open.id))), leave: onBack });
  const told = useTold(rounds.flatMap((round) => awaitedOf(round, speakers, phrase)));
  const ask = (question: string) => void act(() => actions.ask(group.id, question));
  return (
    <div class="interview">
      <section>
        <h2 ref={heading} tabIndex={-1}>
          {phrase("focusTitle")} <Simulated />
        </h2>
        <p class="sub" dir="auto">
          {speakers.map((speaker) => speakerName(speaker, phrase)).join(" · ")}
        </p>
      </section>
      <p class="interview-actions">
        <button type="button" class="link" onClick={onBack}>
          {phrase("otherReviewers")}
        </button>
        {rounds.length > 0 && (
          <button
            type="button"
            class="link"
            disabled={answering || summing}
            onClick={() => {
              setSumming(true);
              void act(() => actions.summarise(group.id)).then(() => setSumming(false));
            }}
          >
            {phrase("focusSum")}
          </button>
        )}
      </p>
      {rounds.length > 0 && <TakeAlong compose={compose} onSave={onSave} />}
      <Announcer text={open && told === "" ? roundWaits(open, speakers, phrase) : told} />
      <section class="turns" aria-label={phrase("talkTurns")} ref={room} tabIndex={-1} onFocusIn={onFocusIn}>
        {rounds.length === 0 && <p class="soft">{phrase("focusStart")}</p>}
        {rounds.map((round) => (
          <FocusRound
            key={round.id}
            round={round}
            speakers={speakers}
            draft={drafts.get(round.id)}
            links={links}
            onStop={() => void act(() => actions.stop(round.id))}
          />
        ))}
        {summary && <FocusSummary summary={summary} speakers={speakers} links={links} />}
        {problem !== undefined && <ProblemNote problem={problem} />}
      </section>
      <Composer
        suggestions={
          agenda.next === undefined ? [] : guide.slice(agenda.next, agenda.next + 1).map(({ question }) => question)
        }
        busy={answering}
        field={field}
        onAsk={ask}
        above={
          <FocusAgenda
            agenda={agenda}
            spent={spent}
            busy={answering}
            onAsk={(question) => {
              field.current?.focus(); // the list closes over the button
              ask(question);
            }}
          />
        }
      >
        <WhoAnswers generators={generators} actions={engines} onChange={links.openEngines} />
      </Composer>
    </div>
  );
}
