import { useRef } from "preact/hooks";
import { useTexts } from "../texts";

/** A short word about what just happened, and what can be done about it. */
export interface ToastContent {
  text: string;
  action?: { label: string; run: () => void };
}

/** A toast at the foot of the panel; nothing while there is none. */
export function Toast({ toast, onClose }: { toast: ToastContent | undefined; onClose: () => void }) {
  const { phrase } = useTexts();
  const close = useRef<HTMLButtonElement>(null);
  return (
    <div class="toast-room" role="status" aria-live="polite">
      {toast && (
        <p class="toast">
          <span>{toast.text}</span>
          <span class="toast-actions">
            {toast.action && (
              <button
                type="button"
                class="link"
                onClick={() => {
                  toast.action?.run();
                  // its own button goes: the keyboard must not be left nowhere
                  close.current?.focus();
                }}
              >
                {toast.action.label}
              </button>
            )}
            <button type="button" class="link" ref={close} onClick={onClose}>
              {phrase("close")}
            </button>
          </span>
        </p>
      )}
    </div>
  );
}
