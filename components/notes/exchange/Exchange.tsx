import { useState } from "preact/hooks";
import { toJsonLd, toMarkdown, toShareFile } from "../../../lib/annotate/exchange";
import type { Notebook, NotebookScope } from "../../../lib/domain";
import { namePart } from "../../ask/file-name";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { type Texts, useTexts } from "../../texts";
import type { PanelActions, PanelView } from "../../view";
import { masksFor } from "../query/masks";
import { BringFile } from "./BringFile";
import { OwnName } from "./OwnName";

const SCOPES = ["subject", "page", "all"] as const;
type Scope = (typeof SCOPES)[number];
const FORMATS = ["earshot", "jsonld", "markdown"] as const;
type Format = (typeof FORMATS)[number];

/** The notebook as files for others, and theirs brought here. */
export function Exchange({ view, actions }: { view: PanelView; actions: PanelActions }) {
  const texts = useTexts();
  const { phrase } = texts;
  const { busy, problem, act } = useActing();
  const scopes = SCOPES.filter((scope) => scope === "all" || scopeOf(scope, view) !== undefined);
  const [chosen, setChosen] = useState<Scope>();
  const scope = chosen && scopes.includes(chosen) ? chosen : (scopes[0] ?? "all");

  async function save(format: Format) {
    const notebook = await actions.notebook.exchange.notebook(scopeOf(scope, view) ?? {});
    const { content, ending, type } = written(notebook, format, view, texts);
    actions.save(`earshot-${namePart(notebook.title)}${ending}`, content, type);
  }
  return (
    <section class="exchange">
      <h2>{phrase("exchangeTitle")}</h2>
      <fieldset class="exchange-scope">
        <legend>{phrase("exchangeScope")}</legend>
        {scopes.map((one) => (
          <label key={one}>
            <input type="radio" name="exchange-scope" checked={one === scope} onChange={() => setChosen(one)} />{" "}
            {phrase("exchangeScopeOf", { scope: one })}
          </label>
        ))}
      </fieldset>
      <ul class="exchange-formats">
        {FORMATS.map((format) => (
          <li key={format}>
            <button type="button" aria-disabled={busy} onClick={() => !busy && void act(() => save(format))}>
              {phrase("exchangeSave", { format })}
            </button>
            <p class="sub">{phrase("exchangeWhat", { format })}</p>
          </li>
        ))}
      </ul>
      {problem !== undefined && <ProblemNote problem={problem} />}
      <OwnName coders={view.notebook.coders} onSave={actions.notebook.nameCoder} />
      <BringFile actions={actions.notebook} />
    </section>
  );
}

function scopeOf(scope: Scope, { subject, notebook }: PanelView): NotebookScope | undefined {
  if (scope === "all") return {};
  if (scope === "subject") return subject && { subjectId: subject.id };
  return notebook.page?.pageKey ? { pageKey: notebook.page.pageKey } : undefined;
}

function written(notebook: Notebook, format: Format, view: PanelView, { phrase, date }: Texts) {
  if (format === "earshot")
    return { content: toShareFile(notebook), ending: ".earshot.json", type: "application/json" };
  if (format === "jsonld") {
    const content = JSON.stringify(toJsonLd(notebook), null, 2);
    return { content, ending: ".jsonld", type: "application/ld+json" };
  }
  const { text: mask } = masksFor(view, phrase);
  return { content: toMarkdown(notebook, { phrase, date, mask }), ending: ".md", type: "text/markdown;charset=utf-8" };
}
