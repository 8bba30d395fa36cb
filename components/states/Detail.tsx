import { useTexts } from "../texts";

/** What the machine says about a failure, for whoever reports it: folded, and English in every language. */
export function Detail({ lines }: { lines: readonly string[] }) {
  const { phrase } = useTexts();
  const said = lines.filter((line) => line.trim() !== "");
  if (said.length === 0) return null;
  return (
    <details class="warnings">
      <summary>{phrase("technicalDetail")}</summary>
      <ul lang="en">
        {said.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
