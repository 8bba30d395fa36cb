import { useState } from "preact/hooks";
import { speakerName } from "../../../lib/ask/speaker";
import type { TranscriptDocument } from "../../../lib/ask/transcript";
import type { GroupTalk } from "../../../lib/domain";
import type { GeneratorsState } from "../../../lib/models/generator";
import { LeavesMachine } from "../../settings/engines/LeavesMachine";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { useTexts } from "../../texts";
import type { EvidenceLinks } from "../../view";
import { Composer } from "../Composer";
import { Simulated } from "../Simulated";
import { type SaveFile, TakeAlong } from "../TakeAlong";
import type { Drafts } from "../talk-view";
import { FocusRound } from "./FocusRound";
import { FocusSummary } from "./FocusSummary";
import type { FocusActions } from "./focus-view";

/** A focus group: its voices, its rounds so far, the next question of the guide or one's own, and what it came to. */
export function FocusTalk({
  group,
  drafts,
  generators,
  links,
  actions,
  compose,
  onSave,
  onBack,
}: {
  group: GroupTalk;
  drafts: Drafts;
  generators: GeneratorsState;
  links: EvidenceLinks;
  actions: FocusActions;
  compose: () => TranscriptDocument;
  onSave: SaveFile;
  onBack: () => void;
}) {
  const { phrase } = useTexts();
  const { busy, problem, act } = useActing();
  const [summing, setSumming] = useState(false);
  const { speakers, rounds, guide, summary } = group;
  const answering = busy || rounds.some(({ state }) => state === "answering");
  const asked = new Set(rounds.map(({ question }) => question));
  const left = guide.filter(({ question }) => !asked.has(question));
  return (
    <div class="interview">
      <section>
        <h2>
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
      <section class="turns" aria-live="polite">
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
        suggestions={left.slice(0, 1).map(({ question }) => question)}
        busy={answering}
        onAsk={(question) => void act(() => actions.ask(group.id, question))}
      >
        {left.length > 0 && `${phrase("focusLeft", { n: left.length, minutes: left[0]?.minutes ?? 0 })} `}
        {phrase("talkWho", { kind: generators.chosen.kind })} <LeavesMachine generators={generators} />
      </Composer>
    </div>
  );
}
