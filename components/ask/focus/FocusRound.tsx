import { speakerName } from "../../../lib/ask/speaker";
import type { GroupRound, Speaker, Standing } from "../../../lib/domain";
import { ProblemNote } from "../../states/ProblemNote";
import { useTexts } from "../../texts";
import type { EvidenceLinks } from "../../view";
import { AnswerView } from "../AnswerView";
import type { Draft } from "../talk-view";

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
  draft: Draft | undefined;
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
  const spoken = new Set(turns.map(({ personaId }) => personaId));
  return (
    <article class="turn" aria-label={round.question}>
      <p class="you">{round.question}</p>
      {turns.map(({ personaId, answer, reaction }) => (
        <section key={personaId} class="voice">
          <h3 dir="auto">{nameOf(personaId)}</h3>
          {speakers.some((one) => one.personaId === personaId && one.description !== undefined) && (
            <p class="thin">{phrase("ask_persona_ungrounded")}</p>
          )}
          {answer ? <AnswerView answer={answer} links={links} /> : <p class="soft">{phrase("focusGone")}</p>}
          {reaction && (reaction.agrees.length > 0 || reaction.dissents.length > 0) && (
            <div class="reaction">
              {reaction.agrees.length > 0 && <p>{phrase("focusAgrees", { names: names(reaction.agrees) })}</p>}
              {reaction.dissents.length > 0 && <p>{phrase("focusDissents", { names: names(reaction.dissents) })}</p>}
              {reaction.answer?.covered && (
                <details class="aside">
                  <summary>{phrase("focusWhy")}</summary>
                  <AnswerView answer={reaction.answer} links={links} />
                </details>
              )}
            </div>
          )}
        </section>
      ))}
      {state === "answering" && (
        <div class="answering">
          <p class="waiting" role="status">
            {turns.length < speakers.length
              ? phrase("focusSpeaking", { n: turns.length + 1, of: speakers.length })
              : phrase("focusHearing")}
          </p>
          {draft && !spoken.has(draft.personaId) && (
            <p class="draft" dir="auto" aria-hidden="true">
              <b>{nameOf(draft.personaId)}:</b> {draft.text}
            </p>
          )}
          <button type="button" class="small" onClick={onStop}>
            {phrase("talkStop")}
          </button>
        </div>
      )}
      {state === "stopped" && <p class="soft">{phrase("focusStopped")}</p>}
      {state === "failed" && problem && <ProblemNote problem={problem} />}
      {split && (
        <div class="split">
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
