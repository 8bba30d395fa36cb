import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * Rows change what they offer while somebody is at them. When the control with the keyboard goes, the first button of its row
 * (`data-row`) takes over, else the list itself, which must be focusable.
 */
export function useKeptFocus<Room extends HTMLElement>(): {
  room: RefObject<Room | null>;
  onFocusIn: (event: FocusEvent) => void;
} {
  const room = useRef<Room>(null);
  const last = useRef<{ element: Element; row?: string }>(undefined);
  useLayoutEffect(() => {
    const left = last.current;
    if (!left || left.element.isConnected || document.activeElement !== document.body) return;
    last.current = undefined;
    const row = left.row && room.current?.querySelector(`[data-row="${CSS.escape(left.row)}"]`);
    const next = row ? row.querySelector<HTMLElement>("button:not(:disabled)") : null;
    (next ?? room.current)?.focus({ preventScroll: true });
  });
  return {
    room,
    onFocusIn: ({ target }) => {
      if (!(target instanceof Element)) return;
      last.current = { element: target, row: target.closest<HTMLElement>("[data-row]")?.dataset.row };
    },
  };
}
