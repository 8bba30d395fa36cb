import type { Statement } from "../../lib/domain";
import { useTexts } from "../texts";

/** What a language model wrote and the reviews do not bear out: never part of the answer, never hidden either. */
export function LeftOut({ statements }: { statements: readonly Statement[] }) {
  const { phrase } = useTexts();
  const left = statements.filter(({ support }) => support !== "supported");
  if (left.length === 0) return null;
  return (
    <details class="aside">
      <summary>{phrase("talkLeftOut", { n: left.length })}</summary>
      <ul class="left-out">
        {left.map(({ text, support }, place) => (
          <li key={`${place} ${text}`}>
            <del dir="auto">{text}</del> <span class="soft">{phrase("talkSupport", { support })}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
