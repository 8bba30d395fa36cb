import type { Answer } from "../../lib/domain";
import { type Fact, FactList } from "../figures/FactList";
import { useTexts } from "../texts";

/** How an answer was made, for whoever asks: who wrote it, how long it took, and the numbers it was made with. */
export function AnswerFigures({ answer }: { answer: Answer }) {
  const { phrase, number, decimal } = useTexts();
  const { engine, usage, manifest } = answer;
  const seconds = (milliseconds: number) => phrase("talkSeconds", { seconds: decimal(milliseconds / 1000) });
  const { promptTokens, completionTokens, first } = usage ?? {};
  const facts: (Fact | undefined)[] = [
    [phrase("talkWrittenBy"), phrase("enginesKind", { kind: engine })],
    usage && [phrase("model"), usage.model],
    promptTokens ? [phrase("talkTokensRead"), number(promptTokens)] : undefined,
    completionTokens ? [phrase("talkTokensWritten"), number(completionTokens)] : undefined,
    first === undefined ? undefined : [phrase("talkFirstWord"), seconds(first)],
    usage && [phrase("talkInAll"), seconds(usage.total)],
    ...Object.entries(manifest)
      .filter(([name]) => name !== "model")
      .map(([name, value]): Fact => [name, String(value)]),
  ];
  return (
    <details class="aside">
      <summary>{phrase("talkFigures")}</summary>
      <FactList facts={facts} />
    </details>
  );
}
