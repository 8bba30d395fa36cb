import { useLayoutEffect, useRef } from "preact/hooks";
import type { NotebookActs } from "./acts";

/** What takes keys for itself: in a field Ctrl+Z takes back what was typed there. */
const FIELDS = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

/** Ctrl+Z and Ctrl+Shift+Z (⌘ on a Mac; Ctrl+Y, too) while the place is open and no field has the keyboard. */
export function useUndoKeys(acts: NotebookActs): void {
  const latest = useRef(acts);
  latest.current = acts;
  useLayoutEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest(FIELDS)) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      event.preventDefault();
      if (key === "y" || event.shiftKey) latest.current.redo();
      else latest.current.undo();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
