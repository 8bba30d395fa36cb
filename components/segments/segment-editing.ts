import type { Segment } from "../../lib/domain";
import type { ToastContent } from "../frame/Toast";
import { problemText } from "../problem-text";
import type { Texts } from "../texts";
import { draftOf, type SegmentActions, type SegmentEditing } from "./segments-view";

/**
 * Makes and changes groups, says what came of it, and offers a way back.
 * @param say shows a toast
 */
export function segmentEditing(
  actions: SegmentActions,
  say: (toast: ToastContent) => void,
  { phrase }: Texts,
): SegmentEditing {
  function done(what: "made" | "named" | "deleted", back?: () => Promise<void>): void {
    const takeBack = async () => {
      try {
        await back?.();
        say({ text: phrase("themeUndone") });
      } catch (error) {
        console.error("Earshot: a group could not be changed back.", error);
        say({ text: problemText(error, phrase) });
      }
    };
    const action = back && { label: phrase("undo"), run: () => void takeBack() };
    say({ text: phrase("segmentsDone", { what }), ...(action ? { action } : {}) });
  }
  return {
    preview: actions.preview,
    make: async (group) => {
      await actions.save(group);
      done("made", () => actions.remove(group.id));
    },
    rename: async (segment: Segment, name: string) => {
      const before = segment.name ?? "";
      await actions.name(segment.id, name);
      done("named", () => actions.name(segment.id, before));
    },
    remove: async (segment: Segment) => {
      // one that nobody fits could not be made again
      const again = segment.reviewers > 0 ? draftOf(segment) : undefined;
      await actions.remove(segment.id);
      done("deleted", again && (() => actions.save(again)));
    },
  };
}
