import type { RefObject } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

/**
 * Keeps the keyboard where the work is when a list changes: with what was added, with what was moved, and beside what was taken away.
 * Rows carry their id as `data-item`; the button that adds has the class `add`.
 */
export function useListFocus<Room extends HTMLElement>(): {
  room: RefObject<Room | null>;
  toItem: (id: string | undefined, inside?: string) => void;
} {
  const room = useRef<Room>(null);
  const wanted = useRef<{ id: string | undefined; inside: string }>(undefined);
  useLayoutEffect(() => {
    const { current } = wanted;
    if (!current || !room.current) return;
    wanted.current = undefined;
    const row = current.id === undefined ? null : room.current.querySelector(`[data-item="${CSS.escape(current.id)}"]`);
    const target = row?.querySelector<HTMLElement>(current.inside) ?? room.current.querySelector<HTMLElement>(".add");
    target?.focus();
  });
  return {
    room,
    toItem: (id, inside = "summary, input, textarea, select") => {
      wanted.current = { id, inside };
    },
  };
}

/** @returns the id of what stands where `id` stood once it is gone: the one after it, else the one before */
export function besideItem(items: readonly { id: string }[], id: string): string | undefined {
  const at = items.findIndex((item) => item.id === id);
  return (items[at + 1] ?? items[at - 1])?.id;
}
