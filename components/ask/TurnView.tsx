import { useState } from "preact/hooks";
import type { Answer, Turn } from "../../lib/domain";
import { ProblemNote } from "../states/ProblemNote";
import { useActing } from "../states/use-acting";
import { useTexts } from "../texts";
import type { EvidenceLinks } from "../view";
import { AnswerView } from "./AnswerView";
import { CopyButton } from "./CopyButton";
import { Draft } from "./Draft";
import { Elapsed } from "./Elapsed";

export interface TurnActions {
  again(): Promise<void>;
  stop(): Promise<void>;
  pin(pinned: boolean): Promise<void>;
  copy(answer: Answer): Promise<boolean>;
}

/** One question, and what became of it: written just now, answered, stopped or failed. */
export function TurnView({
  turn,
  draft,
  links,
  actions,
}: {
  turn: Turn;
  /** What a language model has written so far. */
  draft: string | undefined;
  links: EvidenceLinks;
  actions: TurnActions;
}) {
  const { phrase } = useTexts();
  const { busy, problem, act } = useActing();
  const { state, answer, earlier = [] } = turn;
  const answers = answer ? [...earlier, answer] : earlier;
  const [chosen, setChosen] = useState<number>();
  const place = Math.min(chosen ?? answers.length - 1, answers.length - 1);
  const shown = answers[place];
  return (
    <div class="turn" data-row={turn.id}>
      <p class="you">{turn.question}</p>
      {state === "answering" ? (
        <Answering draft={draft} onStop={() => void act(actions.stop)} />
      ) : (
        <>
          {state === "stopped" && <p class="soft">{phrase("talkStopped")}</p>}
          {state === "failed" && <Failed turn={turn} />}
          {shown && <AnswerView answer={shown} links={links} />}
          <p class="turn-tools">
            <button
              type="button"
              class="link"
              aria-label={`${phrase("talkAgain")}: ${turn.question}`}
              disabled={busy}
              onClick={() => {
                setChosen(undefined);
                void act(actions.again);
              }}
            >
              {phrase("talkAgain")}
            </button>
            {shown && <CopyButton label="talkCopy" copy={() => actions.copy(shown)} />}
            {answer && (
              <button
                type="button"
                class="link"
                aria-pressed={turn.pinned === true}
                disabled={busy}
                onClick={() => void act(() => actions.pin(!turn.pinned))}
              >
                {phrase("talkPin", { pinned: turn.pinned ? "yes" : "no" })}
              </button>
            )}
            {answers.length > 1 && <Earlier place={place} of={answers.length} onChoose={setChosen} />}
          </p>
        </>
      )}
      {problem !== undefined && <ProblemNote problem={problem} />}
    </div>
  );
}

/** That it goes on is announced by the talk it stands in. */
function Answering({ draft, onStop }: { draft: string | undefined; onStop: () => void }) {
  const { phrase } = useTexts();
  return (
    <div class="answering">
      <p class="waiting">
        {phrase(draft ? "talkWriting" : "findingEvidence")} <Elapsed />
      </p>
      <Draft text={draft} />
      <button type="button" class="small" onClick={onStop}>
        {phrase("talkStop")}
      </button>
    </div>
  );
}

function Failed({ turn }: { turn: Turn }) {
  const { phrase } = useTexts();
  return (
    <>
      <p>{phrase(turn.answer ? "talkNotAgain" : "askFailed")}</p>
      {turn.problem && <ProblemNote problem={turn.problem} />}
    </>
  );
}

function Earlier({ place, of, onChoose }: { place: number; of: number; onChoose: (place: number) => void }) {
  const { phrase } = useTexts();
  return (
    <span class="earlier">
      <button type="button" class="link" disabled={place === 0} onClick={() => onChoose(place - 1)}>
        {phrase("talkBefore")}
      </button>
      <span>{phrase("talkAnswerOf", { n: place + 1, of })}</span>
      <button type="button" class="link" disabled={place === of - 1} onClick={() => onChoose(place + 1)}>
        {phrase("talkAfter")}
      </button>
    </span>
  );
}
