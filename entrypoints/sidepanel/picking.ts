/** Pointing at a review, from the panel's side: begins it on the page, shows what came of it, keeps the recipe. */
import { useEffect, useRef, useState } from "preact/hooks";
import type { PickActions, PickView } from "../../components/pick/pick-view";
import { type Proposals, recipeOf } from "../../lib/collect/recipe/recipe";
import type { Phrase } from "../../lib/locale";
import { sendMessage } from "../../lib/protocol";
import type { FollowedTab } from "./tab";

interface Surroundings {
  tab: FollowedTab;
  phrase: Phrase | undefined;
  /** Reads the page by what was just taught. */
  read(): void;
}

export function usePicking({ tab, phrase, read }: Surroundings): {
  picking: PickView | undefined;
  pickActions: PickActions;
} {
  const [view, setView] = useState<PickView>();
  /** Grows with each pointing and each end: what is answered later belongs to neither. */
  const turn = useRef(0);
  const { tabId, loads } = tab;

  function close() {
    turn.current += 1;
    setView(undefined);
    if (tabId !== undefined) void sendMessage("pagePointEnd", undefined, tabId).catch(() => {});
  }
  // Another page, or no panel any more: nothing of ours stays on the page.
  useEffect(() => {
    addEventListener("pagehide", close);
    return () => {
      removeEventListener("pagehide", close);
      close();
    };
  }, [tabId, loads]);

  function show(proposals: Proposals, level: number) {
    setView({ at: "proposed", proposals, level });
    const paths = proposals.levels[level]?.paths ?? [];
    const words = phrase?.("pickFound", { count: paths.length }) ?? "";
    if (tabId !== undefined) void sendMessage("pageOutline", { paths, words }, tabId).catch(() => {});
  }

  async function begin() {
    if (tabId === undefined) return;
    turn.current += 1;
    const own = turn.current;
    const isCurrent = () => own === turn.current;
    setView({ at: "pointing", words: "" });
    try {
      const injected = await sendMessage("pageInject", { tabId, script: "pointing" });
      if (!injected.ok) throw new Error(injected.message);
      const pointed = await sendMessage("pagePoint", { hint: phrase?.("pickHint") ?? "" }, tabId);
      if (!isCurrent()) return;
      if (pointed.at === "proposed") show(pointed.proposals, pointed.proposals.best);
      else setView(pointed.at === "nothing" ? { at: "nothing" } : undefined);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      if (isCurrent()) setView({ at: "failed", message });
    }
  }

  async function press(key: string) {
    if (tabId === undefined) return;
    const own = turn.current;
    const words = await sendMessage("pagePointKey", { key }, tabId).catch(() => "");
    if (own !== turn.current) return;
    setView((now) =>
      now?.at === "pointing" ? (key === "Enter" && words ? { at: "finding" } : { ...now, words }) : now,
    );
  }

  const pickActions: PickActions = {
    begin: () => void begin(),
    press: (key) => void press(key),
    level: (index) => view?.at === "proposed" && show(view.proposals, index),
    take: async (rules) => {
      const own = turn.current;
      try {
        await sendMessage("engineRecipeSave", { recipes: [recipeOf(rules, new Date().toISOString())] });
        if (own !== turn.current) return;
        close();
        read();
      } catch (error) {
        if (own === turn.current) setView({ at: "failed", message: error instanceof Error ? error.message : "" });
      }
    },
    close,
  };
  return { picking: view, pickActions };
}
