import { speakerName } from "../../../lib/ask/speaker";
import type { GroupRound, Speaker, Standing } from "../../../lib/domain";
import { ProblemNote } from "../../states/ProblemNote";
import { useTexts } from "../../texts";
import type { EvidenceLinks } from "../../view";
import { AnswerView } from "../AnswerView";
import { Draft } from "../Draft";
import { Elapsed } from "../Elapsed";
import { Simulated } from "../Simulated";
import type { Draft as Written } from "../talk-view";
import { ReactionView } from "./ReactionView";
import { roundWaits } from "./round-told";

/** One question: what each voice answered before it heard the others, whom it agrees with, and where the real reviewers stand. */
export function FocusRound({
  round,
  speakers,
  draft,
  links,
  onStop,
}: {
  round: GroupRound;
  speakers: readonly Speaker[];
  draft: Written | undefined;
  links: EvidenceLinks;
  onStop: () => void;
}) {
  const { phrase } = useTexts();
  const nameOf = (personaId: string) => {
    const speaker = speakers.find((one) => one.personaId === personaId);
    return speaker ? speakerName(speaker, phrase) : personaId;
  };
  const names = (ids: readonly string[]) => ids.map(nameOf).join(", ");
  const { state, turns, split, problem } = round;
  const described = new Set(speakers.filter((one) => one.description !== undefined).map((one) => one.personaId));
  const spoken = new Set(turns.map(({ personaId }) => personaId));
  // a draft outlives its answer by a moment: only who has not spoken, or reacts now, is still writing
  const writing = draft && (split !== undefined || !spoken.has(draft.personaId)) ? draft : undefined;
  return (
    <article class="turn" aria-label={round.question} data-row={round.id}>
      <p class="you">{round.question}</p>
      {turns.map(({ personaId, answer, reaction }) => (
        <section key={personaId} class="voice">
          <h3 dir="auto">
            {nameOf(personaId)} <Simulated />
          </h3>
          {described.has(personaId) && <p class="thin">{phrase("ask_persona_ungrounded")}</p>}
          {answer ? <AnswerView answer={answer} links={links} brief /> : <p class="soft">{phrase("focusGone")}</p>}
          {reaction && (
            <ReactionView reaction={reaction} described={described.has(personaId)} names={names} links={links} />
          )}
        </section>
      ))}
      {state === "answering" && (
        <div class="answering">
          <p class="waiting">
            {roundWaits(round, speakers, phrase)} <Elapsed key={turns.length} />
          </p>
          <Draft key={writing?.personaId} text={writing?.text} name={writing && nameOf(writing.personaId)} />
          <button type="button" class="small" onClick={onStop}>
            {phrase("talkStop")}
          </button>
        </div>
      )}
      {state === "stopped" && <p class="soft">{phrase("focusStopped")}</p>}
      {state === "failed" && problem && <ProblemNote problem={problem} />}
      {split && (
        <div class="standing">
          <h3>{phrase("focusSplit")}</h3>
          <Split name={phrase("focusSplitVoices")} standing={split.voices} />
          <Split name={phrase("focusSplitReviewers")} standing={split.reviewers} />
        </div>
      )}
    </article>
  );
}

/** Numbers in words beside a bar that shows the same. */
function Split({ name, standing }: { name: string; standing: Standing }) {
  const { phrase } = useTexts();
  const { positive, neutral, negative } = standing;
  const judged = positive + neutral + negative || 1;
  const width = (part: number) => ({ width: `${(100 * part) / judged}%` });
  return (
    <div class="split-row">
      <p>
        <b>{name}</b> {phrase("focusStanding", { ...standing })}
      </p>
      <div class="split-bar" aria-hidden="true">
        <i class="positive" style={width(positive)} />
        <i class="neutral" style={width(neutral)} />
        <i class="negative" style={width(negative)} />
      </div>
    </div>
  );
}
