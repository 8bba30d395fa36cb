import { useEffect, useRef, useState } from "preact/hooks";
import { CodeForm } from "../../codes/CodeForm";
import { CodePage } from "../../codes/CodePage";
import { useCodes } from "../../codes/codes-view";
import { useTexts } from "../../texts";
import type { EvidenceLinks, PanelActions, PanelView } from "../../view";
import { History } from "../history/History";
import { CodeTree } from "./CodeTree";

/** The codes with their parts, a new one, or one of them; and what was done to the notebook. */
export function Codebook({ view, links }: { view: PanelView; links: EvidenceLinks; actions: PanelActions }) {
  const { phrase } = useTexts();
  const { codes, actions } = useCodes();
  const [openedId, setOpenedId] = useState<string>();
  const [making, setMaking] = useState(false);
  const back = useReturn(openedId, making);
  const opened = codes.find(({ id }) => id === openedId);
  const { notebook } = view;

  if (opened) {
    return <CodePage key={opened.id} code={opened} view={view} links={links} onBack={() => setOpenedId(undefined)} />;
  }
  return (
    <>
      <section class="codes" ref={back}>
        <h2>{phrase("codes")}</h2>
        <p class="soft">{phrase("codebookWhat")}</p>
        {codes.length > 0 && (
          <>
            <CodeTree codes={codes} annotations={notebook.annotations} onOpen={({ id }) => setOpenedId(id)} />
            <p class="hint">{phrase("codeKeys")}</p>
          </>
        )}
        {making ? (
          <CodeForm
            subjectId={view.subject?.id}
            onSave={async (draft) => {
              await actions.save(draft);
              setMaking(false);
              setOpenedId(draft.id);
            }}
            onClose={() => setMaking(false)}
          />
        ) : (
          <button type="button" class={codes.length === 0 ? "main" : ""} data-begin onClick={() => setMaking(true)}>
            {phrase("codeNew")}
          </button>
        )}
      </section>
      <History changes={notebook.changes} />
    </>
  );
}

/** Whoever comes back finds the keyboard where they left it: at the code they had open, or at the button for a new one. */
function useReturn(openedId: string | undefined, making: boolean) {
  const section = useRef<HTMLElement>(null);
  const before = useRef({ openedId, making });
  useEffect(() => {
    const { openedId: left, making: made } = before.current;
    before.current = { openedId, making };
    if (openedId !== undefined || making) return;
    if (left !== undefined) section.current?.querySelector<HTMLElement>(`[data-code="${CSS.escape(left)}"]`)?.focus();
    else if (made) section.current?.querySelector<HTMLElement>("[data-begin]")?.focus();
  }, [openedId, making]);
  return section;
}
