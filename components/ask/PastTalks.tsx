import { speakerName } from "../../lib/ask/speaker";
import { interviewTranscript, toPlainText } from "../../lib/ask/transcript";
import type { Conversation } from "../../lib/domain";
import { ConfirmButton } from "../settings/ConfirmButton";
import { ProblemNote } from "../states/ProblemNote";
import { useActing } from "../states/use-acting";
import { useTexts } from "../texts";
import type { EvidenceLinks, PanelActions } from "../view";
import { AnswerView } from "./AnswerView";
import { CopyButton } from "./CopyButton";
import { Simulated } from "./Simulated";
import { TakeAlong } from "./TakeAlong";
import { transcriptParts } from "./transcript";

interface Around {
  subject: { name: string; url: string };
  links: EvidenceLinks;
  actions: Pick<PanelActions, "talks" | "save" | "copy">;
}

/** Talks with voices that are no longer in the list: to be read, taken along or deleted; nobody answers any more. */
export function PastTalks({ talks, ...around }: Around & { talks: readonly Conversation[] }) {
  const { phrase } = useTexts();
  if (talks.length === 0) return null;
  return (
    <details class="persona-tools group-tools">
      <summary>{phrase("talksPast", { count: talks.length })}</summary>
      <p class="sub">{phrase("talksPastWhat")}</p>
      {talks.map((talk) => (
        <PastTalk key={talk.id} talk={talk} {...around} />
      ))}
    </details>
  );
}

function PastTalk({ talk, subject, links, actions }: Around & { talk: Conversation }) {
  const texts = useTexts();
  const { phrase } = texts;
  const { problem, act } = useActing();
  const name = speakerName(talk.speaker, phrase);
  const question = talk.turns[0]?.question ?? "";
  const compose = () => interviewTranscript(talk, transcriptParts(subject, [], links.reviewOf, texts));
  return (
    <details class="aside past-talk">
      <summary dir="auto">
        <b>{name}</b> {phrase("talkNamed", { date: texts.date(talk.updated.slice(0, 10)), question })}
      </summary>
      <p>
        <Simulated />
      </p>
      {talk.turns.map((turn) => (
        <div key={turn.id} class="turn">
          <p class="you">{turn.question}</p>
          {turn.answer ? (
            <AnswerView answer={turn.answer} links={links} />
          ) : (
            <p class="soft">{phrase("talksPastUnanswered")}</p>
          )}
        </div>
      ))}
      <CopyButton label="copyTranscript" copy={() => actions.copy(toPlainText(compose(), phrase, texts.date))} />
      <TakeAlong compose={compose} onSave={actions.save} />
      <ConfirmButton
        label={phrase("talkDelete")}
        about={name}
        question={phrase("talkDeleteSure")}
        onConfirm={() => void act(() => actions.talks.remove(talk.id))}
      />
      {problem !== undefined && <ProblemNote problem={problem} />}
    </details>
  );
}
