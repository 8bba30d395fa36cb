import type { Answer } from "../../lib/domain";
import { useTexts } from "../texts";

/** How an answer was made, for whoever asks: who wrote it, how long it took, and the numbers it was made with. */
export function AnswerFigures({ answer }: { answer: Answer }) {
  const { phrase, number, decimal } = useTexts();
  const { engine, usage, manifest } = answer;
  const seconds = (milliseconds: number) => phrase("talkSeconds", { seconds: decimal(milliseconds / 1000) });
  const facts: [string, string][] = [
    [phrase("talkWrittenBy"), phrase("enginesKind", { kind: engine })],
    ...(usage ? [[phrase("model"), usage.model] as [string, string]] : []),
    ...(usage?.promptTokens ? [[phrase("talkTokensRead"), number(usage.promptTokens)] as [string, string]] : []),
    ...(usage?.completionTokens
      ? [[phrase("talkTokensWritten"), number(usage.completionTokens)] as [string, string]]
      : []),
    ...(usage?.first === undefined ? [] : [[phrase("talkFirstWord"), seconds(usage.first)] as [string, string]]),
    ...(usage ? [[phrase("talkInAll"), seconds(usage.total)] as [string, string]] : []),
    ...Object.entries(manifest)
      .filter(([name]) => name !== "model")
      .map(([name, value]): [string, string] => [name, String(value)]),
  ];
  return (
    <details class="aside">
      <summary>{phrase("talkFigures")}</summary>
      <dl class="facts-list">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
