import { useState } from "preact/hooks";
import type { Annotation, Code } from "../../../lib/domain";
import { useTexts } from "../../texts";
import type { EvidenceLinks } from "../../view";
import { useNotebook } from "../notebook-context";

const FEW = 10;

/** What has the code: pressed, its words are shown where they stand. */
export function CodePassages({ code, links }: { code: Code; links: EvidenceLinks }) {
  const { phrase } = useTexts();
  const { view, actions, acts } = useNotebook();
  const [shown, setShown] = useState(FEW);
  const passages = view.annotations.filter(({ codeIds }) => codeIds.includes(code.id));
  async function go({ id, review, text }: Annotation): Promise<void> {
    const how = await actions?.goTo(id).catch(() => "nothing" as const);
    if (how !== "quote" && review) links.showQuote({ ...review, text });
  }
  const takeOff = ({ id, codeIds }: Annotation) =>
    void acts.act(
      async () => actions?.edit(id, { codeIds: codeIds.filter((own) => own !== code.id) }),
      phrase("notesDone", { what: "edit" }),
    );
  return (
    <div class="code-passages">
      <h3>{phrase("codePassagesTitle")}</h3>
      {passages.length === 0 && <p class="soft">{phrase("codePassagesNone")}</p>}
      <ul>
        {passages.slice(0, shown).map((passage) => (
          <li key={passage.id}>
            <button type="button" class="quiet" dir="auto" onClick={() => void go(passage)}>
              {phrase("quoted", { text: passage.text.trim() })}
            </button>
            {passage.note && (
              <p class="sub" dir="auto">
                {passage.note}
              </p>
            )}
            <button
              type="button"
              class="link small-text"
              aria-label={`${phrase("codeTakeOff")}: ${passage.text.trim().slice(0, 60)}`}
              onClick={() => takeOff(passage)}
            >
              {phrase("codeTakeOff")}
            </button>
          </li>
        ))}
      </ul>
      {passages.length > shown && (
        <button type="button" class="link" onClick={() => setShown(shown + FEW)}>
          {phrase("codeMore", { count: Math.min(FEW, passages.length - shown) })}
        </button>
      )}
    </div>
  );
}
