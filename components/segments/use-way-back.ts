import { useEffect, useRef } from "preact/hooks";

/** What was opened by a button gives it the keyboard back when it closes. */
export function useWayBack(open: boolean) {
  const button = useRef<HTMLButtonElement>(null);
  const before = useRef(open);
  useEffect(() => {
    if (before.current && !open) button.current?.focus();
    before.current = open;
  }, [open]);
  return button;
}
