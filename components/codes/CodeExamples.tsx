import type { Code, CodeExample } from "../../lib/domain";
import { useTexts } from "../texts";
import { judgedCounts } from "./codes-view";
import type { SentenceIndex } from "./sentences";
import type { Judging } from "./use-judging";

/** What was judged so far, to be looked over and changed. */
export function CodeExamples({ code, sentences, judging }: { code: Code; sentences: SentenceIndex; judging: Judging }) {
  const { phrase } = useTexts();
  if (code.examples.length === 0) return null;
  const newestFirst = [...code.examples].reverse();
  return (
    <details class="code-examples">
      <summary>{phrase("codeJudged", judgedCounts(code))}</summary>
      <ul>
        {newestFirst.map((example) => (
          <Example
            key={`${example.reviewId}:${example.start}`}
            example={example}
            sentences={sentences}
            judging={judging}
          />
        ))}
      </ul>
    </details>
  );
}

function Example({
  example,
  sentences,
  judging,
}: {
  example: CodeExample;
  sentences: SentenceIndex;
  judging: Judging;
}) {
  const { phrase } = useTexts();
  // an example from another product, or from a review that is gone, still teaches; it can be changed where it is read
  const sentence = sentences(example);
  return (
    <li>
      <b>{phrase(example.yes ? "codeYes" : "codeNo")}</b>{" "}
      <span dir="auto" lang={example.language}>
        {example.text.trim()}
      </span>{" "}
      {sentence ? (
        <button
          type="button"
          class="link"
          aria-label={`${phrase("codeTakeBack")}: ${example.text.trim().slice(0, 60)}`}
          onClick={() => judging.judge(sentence, undefined)}
        >
          {phrase("codeTakeBack")}
        </button>
      ) : (
        <span class="sub">{phrase("codeElsewhere")}</span>
      )}
    </li>
  );
}
