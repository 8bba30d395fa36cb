import { speakerName } from "../../lib/ask/speaker";
import type { Answer, Pin, Speaker } from "../../lib/domain";
import type { Phrase } from "../../lib/locale";
import { useTexts } from "../texts";
import type { EvidenceLinks } from "../view";
import { AnswerView } from "./AnswerView";
import { CopyButton } from "./CopyButton";

/** Answers kept in Notes, with who gave them; the talk they come from may be gone. */
export function Pins({
  pins,
  links,
  onUnpin,
  onCopy,
}: {
  pins: readonly Pin[];
  links: EvidenceLinks;
  onUnpin: (pin: Pin) => void;
  onCopy: (question: string, answer: Answer) => Promise<boolean>;
}) {
  const { phrase } = useTexts();
  if (pins.length === 0) return null;
  return (
    <section class="pins">
      <h2>{phrase("pinsTitle")}</h2>
      {pins.map((pin) => (
        <article key={pin.id} class="turn" aria-label={pin.question}>
          <p class="soft" dir="auto">
            {whoSaid(pin.speaker, phrase)}
            {pin.speaker.description !== undefined && <span class="thin">{phrase("ask_persona_ungrounded")}</span>}
          </p>
          <p class="you">{pin.question}</p>
          <AnswerView answer={pin.answer} links={links} />
          <p class="turn-tools">
            <CopyButton label="talkCopy" copy={() => onCopy(pin.question, pin.answer)} />
            <button type="button" class="link" onClick={() => onUnpin(pin)}>
              {phrase("pinsRemove")}
            </button>
          </p>
        </article>
      ))}
    </section>
  );
}

function whoSaid(speaker: Speaker, phrase: Phrase): string {
  const name = speakerName(speaker, phrase);
  return speaker.description === undefined ? phrase("pinsSpeaker", { name, n: speaker.reviewers }) : name;
}
