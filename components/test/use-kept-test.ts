import { useState } from "preact/hooks";
import type { SurveyDraft } from "./draft";
import { type KeptTest, keepTest, keptTest, type TestWhere } from "./kept";
import type { ScaleDraft } from "./scales/scale-draft";

/** Where in the place one is and what is in hand; both are there again after the panel was elsewhere or closed. */
export function useKeptTest(subjectId: string) {
  const [kept, setKept] = useState<KeptTest>(() => keptTest(subjectId));
  const [opened, setOpened] = useState(false);
  const [left, setLeft] = useState<string>();
  function keep(next: KeptTest) {
    setKept(next);
    keepTest(subjectId, next);
  }
  return {
    kept,
    /** Whether anything was opened since the panel came to this place. */
    opened,
    /** Id of what was last left. */
    left,
    changeDraft: (work: SurveyDraft) => keep({ ...kept, draft: { work, touched: true } }),
    changeScale: (work: ScaleDraft) => keep({ ...kept, scale: { work, touched: true } }),
    /** @param part what is in hand from now on, where that changes. Work that nobody touched ends where it is left */
    go: (where: TestWhere, part: Omit<KeptTest, "where"> = {}) => {
      const next = { ...kept, ...part, where };
      if (where.at !== "setup" && !next.draft?.touched) delete next.draft;
      if (where.at !== "scale" && !next.scale?.touched) delete next.scale;
      setOpened(true);
      setLeft(kept.where.at === "run" ? kept.where.id : kept.where.at);
      keep(next);
    },
  };
}
