import { siteText } from "../import/origin";
import { useTexts } from "../texts";
import type { PanelActions, PanelView } from "../view";
import { ConfirmButton } from "./ConfirmButton";

/** What is stored, by product, and how to delete it. */
export function StorageSection({ view, actions }: { view: PanelView; actions: PanelActions }) {
  const { phrase, bytes, date } = useTexts();
  return (
    <section>
      <h2>{phrase("stored")}</h2>
      <p class="soft">
        {view.storage
          ? phrase("storageUsed", { used: bytes(view.storage.usage), quota: bytes(view.storage.quota) })
          : phrase("storageUnknown")}
      </p>
      {view.library.length === 0 && <p class="soft">{phrase("nothingStored")}</p>}
      <ul class="library">
        {view.library.map(({ subject, reviews }) => (
          <li key={subject.id}>
            <div>
              <b dir="auto">{subject.name || subject.url}</b>
              <span class="sub">
                {[
                  siteText(subject, phrase),
                  phrase("readCount", { count: reviews }),
                  subject.lastRead && date(subject.lastRead),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </div>
            <button
              type="button"
              class="small"
              aria-label={`${phrase("openStored")}: ${subject.name || subject.url}`}
              onClick={() => actions.open(subject.id)}
            >
              {phrase("openStored")}
            </button>
            <ConfirmButton
              label={phrase("delete")}
              about={subject.name || subject.url}
              question={phrase("deleteQuestion", { count: reviews })}
              onConfirm={() => actions.forget(subject.id)}
            />
          </li>
        ))}
      </ul>
      {view.library.length > 0 && (
        <ConfirmButton
          label={phrase("deleteAll")}
          question={phrase("deleteAllQuestion", { count: view.library.length })}
          onConfirm={actions.forgetAll}
        />
      )}
    </section>
  );
}
