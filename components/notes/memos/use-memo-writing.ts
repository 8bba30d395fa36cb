/** Writing in a memo: a draft with every letter, stored when the field is left, whatever way. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { Memo } from "../../../lib/domain";
import { problemText } from "../../problem-text";
import { useTexts } from "../../texts";
import { useNotebook } from "../notebook-context";
import type { NotebookActions } from "../notebook-view";
import { draftAt, forgetDraft, keepDraft, type MemoDraftText } from "./memo-drafts";

type SavedMemo = Parameters<NotebookActions["saveMemo"]>[0];

/** What a new memo is about, and its id where somebody waits for it. */
export type FreshMemo = Pick<SavedMemo, "kind" | "about" | "subjectId"> & { id?: string };

export interface MemoWriting extends MemoDraftText {
  state: "none" | "draft" | "saving" | "saved";
  restored: boolean;
  problem: string;
  write(part: Partial<MemoDraftText>): void;
  /** @returns whether it is stored; nothing to store counts as stored */
  save(): Promise<boolean>;
}

/**
 * @param place under which its draft is kept
 * @param fresh what a new memo is about
 */
export function useMemoWriting(place: string, memo: Memo | undefined, fresh: FreshMemo): MemoWriting {
  const { phrase } = useTexts();
  const { actions } = useNotebook();
  const [begun] = useState(() => draftAt(place));
  const [id] = useState(() => memo?.id ?? fresh.id ?? crypto.randomUUID());
  const stored = useRef<MemoDraftText>({ title: memo?.title ?? "", text: memo?.text ?? "" });
  const [written, setWritten] = useState<MemoDraftText>(begun ?? stored.current);
  const [state, setState] = useState<MemoWriting["state"]>(begun ? "draft" : "none");
  const [problem, setProblem] = useState("");
  const latest = useRef(written);

  async function save(): Promise<boolean> {
    const { title, text } = latest.current;
    const isBlank = title.trim() === "" && text.trim() === "";
    if (!actions || isBlank || (title === stored.current.title && text === stored.current.text)) {
      // a stored memo is not emptied by leaving its field: it is deleted
      if (isBlank || actions) forgetDraft(place);
      return true;
    }
    setState("saving");
    try {
      const { kind, about, subjectId } = memo ?? fresh;
      await actions.saveMemo({ id, kind, about, subjectId, title, text });
      stored.current = { title, text };
      if (latest.current.text === text && latest.current.title === title) forgetDraft(place);
      setState("saved");
      setProblem("");
      return true;
    } catch (error) {
      setState("draft");
      setProblem(problemText(error, phrase));
      return false;
    }
  }
  const saving = useRef(save);
  saving.current = save;
  useEffect(() => {
    const leave = () => document.visibilityState === "hidden" && void saving.current();
    document.addEventListener("visibilitychange", leave);
    return () => {
      document.removeEventListener("visibilitychange", leave);
      void saving.current();
    };
  }, []);
  return {
    ...written,
    state,
    restored: begun !== undefined && state === "draft" && written === begun,
    problem,
    write: (part) => {
      const next = { ...latest.current, ...part };
      latest.current = next;
      keepDraft(place, next);
      setWritten(next);
      setState("draft");
    },
    save,
  };
}
