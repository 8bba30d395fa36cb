/** Says a text to screen readers when it changes, without interrupting them. */
export function Announcer({ text }: { text: string }) {
  return (
    <p class="unseen" role="status" aria-live="polite">
      {text}
    </p>
  );
}
