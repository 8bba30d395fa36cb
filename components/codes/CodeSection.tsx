import { useEffect, useRef, useState } from "preact/hooks";
import type { Code } from "../../lib/domain";
import { useTexts } from "../texts";
import type { EvidenceLinks, PanelView } from "../view";
import { CodeForm } from "./CodeForm";
import { CodeList } from "./CodeList";
import { CodePage } from "./CodePage";
import { useCodes } from "./codes-view";

/** The researcher's own codes: the list, a new one, or one of them. */
export function CodeSection({ view, links }: { view: PanelView; links: EvidenceLinks }) {
  const { phrase } = useTexts();
  const { codes, actions } = useCodes();
  const [openedId, setOpenedId] = useState<string>();
  const [making, setMaking] = useState(false);
  const back = useReturn(openedId, making);
  const opened = codes.find(({ id }) => id === openedId);
  const subjectId = view.subject?.id;

  if (opened) {
    return <CodePage key={opened.id} code={opened} view={view} links={links} onBack={() => setOpenedId(undefined)} />;
  }
  return (
    <section class="codes" ref={back}>
      <h2>{phrase("codes")}</h2>
      <p class="soft">{phrase("codesWhat")}</p>
      <CodeList codes={codes} onOpen={(code: Code) => setOpenedId(code.id)} />
      {making ? (
        <CodeForm
          subjectId={subjectId}
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
