import { Notice } from "../frame/Notice";
import { Detail } from "../states/Detail";
import { useTexts } from "../texts";
import type { ImportView } from "./import-view";

/** How many reviews an import brought; where it brought several subjects, the way to each. */
export function StoredNotice({
  view,
  onOpen,
  onClose,
}: {
  view: ImportView & { at: "stored" };
  onOpen: (subjectId: string) => void;
  onClose: () => void;
}) {
  const { phrase } = useTexts();
  const { how, subjects, problem, message } = view;
  const added = subjects.reduce((sum, subject) => sum + subject.added, 0);
  const found = subjects.reduce((sum, subject) => sum + subject.found, 0);
  return (
    <div role="status">
      <Notice tone={how === "failed" ? "warning" : "plain"} title={phrase("importStoredTitle", { how, added, found })}>
        {how !== "failed" && added < found && added > 0 && (
          <p class="soft">{phrase("importKnown", { count: found - added })}</p>
        )}
        {problem && <p>{phrase("problem", { code: problem, name: "", other: "" })}</p>}
        {message && <Detail lines={[message]} />}
        {subjects.length > 1 && (
          <ul class="stored-subjects">
            {subjects.map(({ id, name, found }) => (
              <li key={id}>
                <button type="button" class="link" dir="auto" onClick={() => onOpen(id)}>
                  {name}
                </button>
                <span class="sub">{phrase("readCount", { count: found })}</span>
              </li>
            ))}
          </ul>
        )}
        <button type="button" class="small" onClick={onClose}>
          {phrase("close")}
        </button>
      </Notice>
    </div>
  );
}
