import type { Polarity } from "../../lib/domain";
import { useTexts } from "../texts";

const SHAPES: Record<Polarity, string> = { positive: "▲", negative: "▼", mixed: "◆", neutral: "■" };

/** A feeling as a shape; its word is there for everyone who cannot or does not look at it. */
export function Feeling({ polarity, word = false }: { polarity: Polarity; word?: boolean }) {
  const { phrase } = useTexts();
  const name = phrase("feeling", { polarity });
  return (
    <span class={`feeling ${polarity}`}>
      <span aria-hidden="true" title={name}>
        {SHAPES[polarity]}
      </span>
      <span class={word ? "feeling-word" : "unseen"}>{name}</span>
    </span>
  );
}
