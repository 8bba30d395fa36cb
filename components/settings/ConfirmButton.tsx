import { useEffect, useRef, useState } from "preact/hooks";
import { useTexts } from "../texts";

/** A button that asks once more before it does what cannot be undone. */
export function ConfirmButton({
  label,
  about,
  question,
  onConfirm,
}: {
  label: string;
  /** What is meant, for those who hear the button without its row. */
  about?: string;
  question: string;
  onConfirm: () => void;
}) {
  const { phrase } = useTexts();
  const [asking, setAsking] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  const ask = useRef<HTMLButtonElement>(null);
  const opened = useRef(false);

  useEffect(() => {
    if (asking) keep.current?.focus();
    else if (opened.current) ask.current?.focus();
    opened.current = asking;
  }, [asking]);

  if (!asking) {
    return (
      <button
        type="button"
        ref={ask}
        class="small"
        aria-label={about ? `${label}: ${about}` : undefined}
        onClick={() => setAsking(true)}
      >
        {label}
      </button>
    );
  }
  return (
    <fieldset class="confirm" aria-label={question} onKeyDown={(event) => event.key === "Escape" && setAsking(false)}>
      <p>{question}</p>
      <button type="button" ref={keep} class="small" onClick={() => setAsking(false)}>
        {phrase("keep")}
      </button>
      <button
        type="button"
        class="small danger"
        onClick={() => {
          setAsking(false);
          onConfirm();
        }}
      >
        {label}
      </button>
    </fieldset>
  );
}
