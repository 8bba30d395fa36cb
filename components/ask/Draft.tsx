import { useTexts } from "../texts";
import { draftProse, wholeSentences } from "./draft-prose";

/** What is being written: shown word by word, read out sentence by sentence, nothing of it twice. */
export function Draft({ text, name }: { text: string | undefined; name?: string }) {
  const { phrase, language } = useTexts();
  const prose = draftProse(text ?? "");
  return (
    <>
      {prose && (
        <p class="draft" dir="auto" aria-hidden="true">
          {name && <b>{name}:</b>} {prose}
          {name && <small> {phrase("draftUnchecked")}</small>}
        </p>
      )}
      {/* a log is read from where it grows (WAI-ARIA 1.2, role log) */}
      <div class="unseen" role="log" aria-live="polite" aria-relevant="additions">
        {wholeSentences(prose, language).map((sentence, place) => (
          <p key={`${place} ${sentence}`}>{sentence}</p>
        ))}
      </div>
    </>
  );
}
