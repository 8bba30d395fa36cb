import { useEffect, useRef, useState } from "preact/hooks";
import { phraseAnswer } from "../../lib/ask/phrase";
import { supportedIn } from "../../lib/ask/supported";
import type { Answer } from "../../lib/domain";
import type { Phrase } from "../../lib/locale";

/** Something that is waited for, and what is to be said once it is there. */
export interface Awaited {
  id: string;
  done: boolean;
  said(): string;
}

/** @returns what has just been done, to be announced once; "" while nothing new was. What was done before is nothing new. */
export function useTold(awaited: readonly Awaited[]): string {
  const [told, setTold] = useState("");
  const waiting = useRef(new Set<string>());
  const mark = awaited.map(({ id, done }) => `${id} ${done}`).join("\n");
  // the mark stands for all that can be news
  useEffect(() => {
    const news = awaited.filter(({ id, done }) => done && waiting.current.has(id));
    const open = awaited.filter(({ done }) => !done);
    waiting.current = new Set(open.map(({ id }) => id));
    if (news.length > 0) setTold(news.map(({ said }) => said()).join(" "));
    else if (open.length > 0) setTold(""); // the same words once more are news again
  }, [mark]);
  return told;
}

/** @returns an answer as it is read out: what stands on the reviews, without its quotes */
export function spokenAnswer(answer: Answer, phrase: Phrase): string {
  const supported = supportedIn(answer);
  const parts = supported.length > 0 ? supported : phraseAnswer(answer, phrase);
  const why = answer.fallback ? [phrase("talkFallback", { why: answer.fallback.why })] : [];
  return [...why, ...parts.map(({ text }) => text)].join(" ");
}
