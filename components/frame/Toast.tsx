import { useTexts } from "../texts";

/** A short word about what just happened, at the foot of the panel; empty while there is none. */
export function Toast({ text, onClose }: { text: string; onClose: () => void }) {
  const { phrase } = useTexts();
  return (
    <div class="toast-room" role="status" aria-live="polite">
      {text && (
        <p class="toast">
          <span>{text}</span>
          <button type="button" class="link" onClick={onClose}>
            {phrase("close")}
          </button>
        </p>
      )}
    </div>
  );
}
