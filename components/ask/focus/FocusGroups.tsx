import { useEffect, useRef, useState } from "preact/hooks";
import { GROUP_SIZE, type GroupTalk, type Persona, type Theme } from "../../../lib/domain";
import { useKeptFocus } from "../../frame/use-kept-focus";
import { ConfirmButton } from "../../settings/ConfirmButton";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { useTexts } from "../../texts";
import { FocusBeginning } from "./FocusBeginning";
import type { FocusActions } from "./focus-view";

/** Focus groups that were held, and the way to another one; nothing where there are too few voices for any. */
export function FocusGroups({
  groups,
  personas,
  themes,
  actions,
  onOpen,
}: {
  groups: readonly GroupTalk[];
  personas: readonly Persona[];
  themes: readonly Theme[];
  actions: FocusActions;
  onOpen: (groupId: string) => void;
}) {
  const { phrase, date } = useTexts();
  const { problem, act } = useActing();
  const [beginning, setBeginning] = useState(false);
  const begin = useRef<HTMLButtonElement>(null);
  const began = useRef(false);
  const { room, onFocusIn } = useKeptFocus<HTMLElement>();
  useEffect(() => {
    if (began.current && !beginning) begin.current?.focus();
    began.current = beginning;
  }, [beginning]);
  if (personas.length < GROUP_SIZE.fewest && groups.length === 0) return null;
  return (
    <section class="focus-groups" ref={room} tabIndex={-1} onFocusIn={onFocusIn} aria-label={phrase("focusTitle")}>
      <h2>{phrase("focusTitle")}</h2>
      <p class="soft">{phrase("focusWhat")}</p>
      {groups.length > 0 && (
        <ul>
          {groups.map(({ id, updated, rounds, speakers }) => (
            <li key={id} data-opens={id}>
              <button type="button" class="link open-group" onClick={() => onOpen(id)}>
                {phrase("focusHeld", {
                  date: date(updated.slice(0, 10)),
                  voices: speakers.length,
                  rounds: rounds.length,
                })}
              </button>
              <ConfirmButton
                label={phrase("delete")}
                about={phrase("focusTitle")}
                question={phrase("focusDeleteSure")}
                onConfirm={() => void act(() => actions.remove(id))}
              />
            </li>
          ))}
        </ul>
      )}
      {beginning ? (
        <FocusBeginning
          personas={personas}
          themes={themes}
          actions={actions}
          onBegun={onOpen}
          onClose={() => setBeginning(false)}
        />
      ) : (
        personas.length >= GROUP_SIZE.fewest && (
          <button type="button" ref={begin} onClick={() => setBeginning(true)}>
            {phrase("focusNew")}
          </button>
        )
      )}
      {problem !== undefined && <ProblemNote problem={problem} />}
    </section>
  );
}
