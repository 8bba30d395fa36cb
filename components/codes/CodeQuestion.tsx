import { useEffect, useRef, useState } from "preact/hooks";
import type { Quote } from "../../lib/domain";
import { QuoteCard } from "../evidence/QuoteCard";
import { useTexts } from "../texts";
import type { EvidenceLinks } from "../view";
import type { SentenceIndex } from "./sentences";
import type { Judging } from "./use-judging";

/** The sentence whose judgement teaches most, with Yes and No; the keys Y, N and S work while it has the focus. */
export function CodeQuestion({
  ask,
  sentences,
  links,
  judging,
}: {
  /** Undefined while the first advice is on its way. */
  ask: readonly Quote[] | undefined;
  sentences: SentenceIndex;
  links: EvidenceLinks;
  judging: Judging;
}) {
  const { phrase } = useTexts();
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const card = useRef<HTMLFieldSetElement>(null);
  const answered = useRef(false);
  const open = (ask ?? []).flatMap((quote) => sentences(quote) ?? []);
  const sentence = open.find(({ sentenceId }) => !judging.settled.has(sentenceId) && !skipped.has(sentenceId));
  const id = sentence?.sentenceId;

  // Whoever answers goes on with the next one, wherever the focus was in the card.
  useEffect(() => {
    if (answered.current) card.current?.focus();
    answered.current = false;
  }, [id]);

  if (!ask) return <p class="soft">{phrase("codeLooking")}</p>;
  if (!sentence) return open.length === 0 ? <p class="soft">{phrase("codeNothingToAsk")}</p> : null;

  function answer(yes: boolean) {
    if (!sentence) return;
    answered.current = true;
    judging.judge(sentence, yes);
  }
  function skip() {
    if (!sentence) return;
    answered.current = true;
    setSkipped(new Set([...skipped, sentence.sentenceId]));
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key !== "y" && key !== "n" && key !== "s") return;
    event.preventDefault();
    if (key === "s") skip();
    else answer(key === "y");
  }

  return (
    <fieldset class="code-question" ref={card} tabIndex={-1} onKeyDown={onKeyDown}>
      <legend>{phrase("codeAsk")}</legend>
      <p class="soft">{phrase("codeAskWhy")}</p>
      <QuoteCard
        text={sentence.text}
        review={links.reviewOf(sentence.reviewId)}
        onShow={() => links.showQuote(sentence)}
      />
      <p class="actions">
        <button type="button" class="main" aria-keyshortcuts="Y" onClick={() => answer(true)}>
          {phrase("codeYes")} <kbd>Y</kbd>
        </button>
        <button type="button" aria-keyshortcuts="N" onClick={() => answer(false)}>
          {phrase("codeNo")} <kbd>N</kbd>
        </button>
        <button type="button" class="link" aria-keyshortcuts="S" onClick={skip}>
          {phrase("codeSkip")} <kbd>S</kbd>
        </button>
      </p>
    </fieldset>
  );
}
