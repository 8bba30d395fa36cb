import { useState } from "preact/hooks";
import { namePart } from "../../ask/file-name";
import { ConfirmButton } from "../../settings/ConfirmButton";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { useTexts } from "../../texts";
import type { PanelActions, PanelView } from "../../view";

/** Pages as they were: taken, saved as files, deleted. What is in them is never drawn here. */
export function Copies({ view, actions }: { view: PanelView; actions: PanelActions }) {
  const { phrase, bytes, date } = useTexts();
  const { busy, problem, act } = useActing();
  const [told, setTold] = useState("");
  const { copies, page } = view.notebook;

  async function save(id: string) {
    const { title, text, html } = await actions.notebook.openCopy(id);
    const name = `earshot-${namePart(title)}`;
    if (html === undefined) actions.save(`${name}.txt`, text, "text/plain;charset=utf-8");
    else actions.save(`${name}.html`, html, "text/html;charset=utf-8");
  }
  return (
    <section class="copies">
      <h2>{phrase("copyTitle")}</h2>
      <p class="soft">{phrase("copyWhat")}</p>
      {page && (
        <p class="actions">
          <button
            type="button"
            aria-disabled={busy}
            onClick={() =>
              !busy &&
              void act(async () => {
                setTold("");
                await actions.notebook.copyPage(true);
                setTold(phrase("copyKept"));
              })
            }
          >
            {phrase("copyTake")}
          </button>
        </p>
      )}
      <p role="status">{told}</p>
      <ul class="library">
        {copies.map(({ id, title, url, taken, bytes: size, whole }) => (
          <li key={id}>
            <div>
              <b dir="auto">{title || url}</b>
              <span class="sub">
                {[date(taken), bytes(size), phrase("copyFacts", { whole: String(whole) })].join(" · ")}
              </span>
              <span class="sub copy-address">{url}</span>
            </div>
            <button
              type="button"
              class="small"
              aria-label={`${phrase("copySave")}: ${title || url}`}
              onClick={() => void act(() => save(id))}
            >
              {phrase("copySave")}
            </button>
            <ConfirmButton
              label={phrase("delete")}
              about={title || url}
              question={phrase("copyDeleteQuestion")}
              onConfirm={() => void act(() => actions.notebook.removeCopy(id))}
            />
          </li>
        ))}
      </ul>
      {problem !== undefined && <ProblemNote problem={problem} />}
    </section>
  );
}
