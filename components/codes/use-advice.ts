/** What a code makes of the sentences, kept up to date with what was judged and read. */
import { useEffect, useState } from "preact/hooks";
import type { Code } from "../../lib/domain";
import type { CodeAdvice } from "../../lib/protocol";
import { problemText } from "../problem-text";
import { useTexts } from "../texts";
import type { CodeActions } from "./codes-view";

export interface AdviceState {
  /** The last that came; undefined while the first is on its way. */
  advice?: CodeAdvice;
  problem: string;
}

/** @param sentences how many there are: more of them are another question */
export function useAdvice(code: Code, sentences: number, actions: CodeActions): AdviceState {
  const { phrase } = useTexts();
  const [state, setState] = useState<AdviceState>({ problem: "" });
  // what the advice rests on; the actions are new with every drawing
  const mark = `${code.id} ${code.updated} ${code.examples.length} ${Math.ceil(sentences / 50)}`;
  useEffect(() => {
    let current = true;
    actions.suggest(code.id).then(
      (advice) => current && setState({ advice, problem: "" }),
      (error: unknown) => current && setState((before) => ({ ...before, problem: problemText(error, phrase) })),
    );
    return () => {
      current = false;
    };
  }, [mark]);
  return state;
}
