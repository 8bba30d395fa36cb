import { useEffect, useRef, useState } from "preact/hooks";
import { segmentName } from "../../lib/ask/phrase";
import { suggestQuestions } from "../../lib/ask/suggest";
import type { Conversation, Persona } from "../../lib/domain";
import { problemText } from "../problem-text";
import { useTexts } from "../texts";
import type { EvidenceLinks, PanelView } from "../view";
import { AnswerView } from "./AnswerView";
import { Composer } from "./Composer";
import { Face } from "./Face";
import { PersonaSize } from "./PersonaSize";
import { Simulated } from "./Simulated";
import { transcriptOf } from "./transcript";

/** A talk with one persona: what was asked, what was answered, and what to ask next. */
export function Interview({
  persona,
  conversation,
  asking,
  subjectName,
  links,
  onBack,
  onAsk,
  onCopy,
}: {
  persona: Persona;
  conversation: Conversation | undefined;
  asking: PanelView["asking"];
  subjectName: string;
  links: EvidenceLinks;
  onBack: () => void;
  onAsk: (question: string) => Promise<void>;
  onCopy: (text: string) => Promise<boolean>;
}) {
  const texts = useTexts();
  const { phrase } = texts;
  const name = segmentName(persona.segment, phrase);
  const turns = conversation?.turns ?? [];
  const pending = asking?.personaId === persona.id ? asking.question : undefined;
  const [problem, setProblem] = useState("");
  const list = useNewestInView(turns.length + (pending ? 1 : 0));
  const asked = new Set(turns.map((turn) => turn.question));

  async function ask(question: string) {
    setProblem("");
    try {
      await onAsk(question);
    } catch (error) {
      setProblem(problemText(error, phrase));
    }
  }

  return (
    <div class="interview">
      <section class="persona">
        <Face kind={persona.segment.basis.kind} />
        <div>
          <h2 class="persona-name">
            {name} <Simulated />
          </h2>
          <PersonaSize persona={persona} links={links} />
        </div>
      </section>
      <p class="interview-actions">
        <button type="button" class="link" onClick={onBack}>
          {phrase("otherReviewers")}
        </button>
        {turns.length > 0 && (
          <CopyButton copy={() => onCopy(transcriptOf(turns, persona, subjectName, links.reviewOf, texts))} />
        )}
      </p>
      <section class="turns" aria-live="polite" ref={list}>
        {turns.length === 0 && !pending && <p class="soft">{phrase("interviewStart")}</p>}
        {turns.map((turn) => (
          <div key={turn.asked} class="turn">
            <p class="you">{turn.question}</p>
            {turn.answer && <AnswerView answer={turn.answer} links={links} />}
          </div>
        ))}
        {pending && (
          <div class="turn">
            <p class="you">{pending}</p>
            <p class="waiting">{phrase("findingEvidence")}</p>
          </div>
        )}
        {problem && (
          <p class="problem" role="alert">
            {phrase("askFailed")} <span class="soft">{problem}</span>
          </p>
        )}
      </section>
      <Composer
        suggestions={suggestQuestions(persona, phrase).filter((question) => !asked.has(question))}
        busy={pending !== undefined}
        onAsk={(question) => void ask(question)}
      />
    </div>
  );
}

/** Scrolls a new turn into view, its question first: answers may be longer than the panel. */
function useNewestInView(count: number) {
  const turns = useRef<HTMLElement>(null);
  const before = useRef(count);
  useEffect(() => {
    const newest = turns.current?.querySelector(".turn:last-of-type");
    if (count > before.current) newest?.scrollIntoView({ block: "start" });
    before.current = count;
  }, [count]);
  return turns;
}

function CopyButton({ copy }: { copy: () => Promise<boolean> }) {
  const { phrase } = useTexts();
  const [state, setState] = useState<"ready" | "copied" | "failed">("ready");
  return (
    <button
      type="button"
      class="link"
      aria-live="polite"
      onClick={() => void copy().then((done) => setState(done ? "copied" : "failed"))}
    >
      {phrase("copyTranscript", { state })}
    </button>
  );
}
