/** Judgements made on one code, with a way back. */
import { useState } from "preact/hooks";
import type { Code } from "../../lib/domain";
import { problemText } from "../problem-text";
import { useTexts } from "../texts";
import { type CodeActions, judgementOf } from "./codes-view";
import type { ShownSentence } from "./sentences";

interface Judgement {
  sentence: ShownSentence;
  yes: boolean | undefined;
  /** What was said of it before. */
  before: boolean | undefined;
}

export interface Judging {
  judge(sentence: ShownSentence, yes: boolean | undefined): void;
  /** The last judgement; undefined when none is left to take back. */
  last: Judgement | undefined;
  undo(): void;
  /** Why the last one could not be kept. */
  problem: string;
  /** Sentences judged just now: gone from the lists before the next advice comes. */
  settled: ReadonlySet<string>;
}

export function useJudging(code: Code, actions: CodeActions): Judging {
  const { phrase } = useTexts();
  const [made, setMade] = useState<readonly Judgement[]>([]);
  const [problem, setProblem] = useState("");
  const say = (sentence: ShownSentence, yes: boolean | undefined) => {
    setProblem("");
    actions.judge(code.id, sentence.sentenceId, yes).catch((error: unknown) => setProblem(problemText(error, phrase)));
  };
  const last = made.at(-1);
  return {
    judge(sentence, yes) {
      const before = judgementOf(code, sentence)?.yes;
      setMade((all) => [...all, { sentence, yes, before }]);
      say(sentence, yes);
    },
    last,
    undo() {
      if (!last) return;
      setMade((all) => all.slice(0, -1));
      say(last.sentence, last.before);
    },
    problem,
    settled: settledBy(made),
  };
}

function settledBy(made: readonly Judgement[]): ReadonlySet<string> {
  const settled = new Set<string>();
  for (const { sentence, yes } of made) {
    if (yes === undefined) settled.delete(sentence.sentenceId);
    else settled.add(sentence.sentenceId);
  }
  return settled;
}
