import { useEffect, useRef, useState } from "preact/hooks";
import { type GuideTopic, LONGEST_QUESTION } from "../../../lib/domain";
import { useTexts } from "../../texts";

/** More than anyone talks about in one sitting. */
const MOST = 12;

/** The discussion guide: questions in their order, each with the minutes planned for it. */
export function GuideFields({
  guide,
  onChange,
}: {
  guide: readonly GuideTopic[];
  onChange: (guide: GuideTopic[]) => void;
}) {
  const { phrase } = useTexts();
  const fields = useRef<HTMLFieldSetElement>(null);
  const [wanted, setWanted] = useState<number>();
  useEffect(() => {
    if (wanted === undefined) return;
    setWanted(undefined);
    const questions = fields.current?.querySelectorAll<HTMLElement>(".guide-topic > input:first-child");
    (questions?.[Math.min(wanted, questions.length - 1)] ?? fields.current?.querySelector("button"))?.focus();
  }, [wanted]);
  const minutes = guide.reduce((sum, topic) => sum + (topic.minutes ?? 0), 0);
  const change = (place: number, part: Partial<GuideTopic>) =>
    onChange(guide.map((topic, i) => (i === place ? { ...topic, ...part } : topic)));
  return (
    <fieldset class="guide" ref={fields}>
      <legend>{phrase("focusGuide", { minutes })}</legend>
      {guide.map((topic, place) => (
        // topics have no names of their own: their place is what tells them apart
        <div key={place} class="guide-topic">
          <input
            value={topic.question}
            maxLength={LONGEST_QUESTION}
            aria-label={phrase("focusTopic", { n: place + 1 })}
            onInput={({ currentTarget }) => change(place, { question: currentTarget.value })}
          />
          <input
            type="number"
            min={1}
            max={120}
            value={topic.minutes ?? ""}
            aria-label={phrase("focusMinutesOf", { n: place + 1 })}
            onInput={({ currentTarget }) => change(place, { minutes: Number(currentTarget.value) || undefined })}
          />
          <button
            type="button"
            class="small"
            aria-label={phrase("focusTopicOut", { n: place + 1 })}
            onClick={() => {
              onChange(guide.filter((_, i) => i !== place));
              setWanted(place);
            }}
          >
            ×
          </button>
        </div>
      ))}
      <button
        type="button"
        class="link"
        disabled={guide.length >= MOST}
        onClick={() => {
          onChange([...guide, { question: "", minutes: 5 }]);
          setWanted(guide.length);
        }}
      >
        {phrase("focusTopicMore")}
      </button>
    </fieldset>
  );
}
