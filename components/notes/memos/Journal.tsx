import { useState } from "preact/hooks";
import type { Change, Memo } from "../../../lib/domain";
import { useTexts } from "../../texts";
import { ChangeRow } from "../history/History";
import { dayOf, journalDays } from "./journal-days";
import { MemoEntry } from "./MemoEntry";
import { MemoForm } from "./MemoForm";

const FEW = 7;
/** Changes of one day that are listed; the history has all of them. */
const LISTED = 30;

/** Day by day: what was thought, beside what was done. Today can be written at once. */
export function Journal({ memos, changes }: { memos: readonly Memo[]; changes: readonly Change[] }) {
  const { phrase, date } = useTexts();
  const [shown, setShown] = useState(FEW);
  const days = journalDays(memos, changes);
  const today = dayOf(new Date().toISOString());
  return (
    <section class="journal">
      <h2>{phrase("memoJournal")}</h2>
      <MemoForm
        // what was stored is an entry of its own; the field is for the next one
        key={`${days.find(({ day }) => day === today)?.entries.length ?? 0}`}
        place={`new journal ${today}`}
        fresh={{ kind: "journal" }}
        label={phrase("memoJournalToday")}
        titled={false}
      />
      <ol class="journal-days">
        {days.slice(0, shown).map(({ day, entries, changes }) => (
          <li key={day}>
            <h3>
              <time dateTime={day}>{date(day)}</time>
            </h3>
            {entries.map((memo) => (
              <MemoEntry key={memo.id} memo={memo} />
            ))}
            {changes.length > 0 && (
              <details class="history">
                <summary>{phrase("memoJournalDid", { count: changes.length })}</summary>
                <ol>
                  {changes.slice(0, LISTED).map((change) => (
                    <ChangeRow key={change.id} change={change} />
                  ))}
                </ol>
              </details>
            )}
          </li>
        ))}
      </ol>
      {days.length > shown && (
        <button type="button" class="link" onClick={() => setShown(shown + FEW)}>
          {phrase("codeMore", { count: Math.min(FEW, days.length - shown) })}
        </button>
      )}
    </section>
  );
}
