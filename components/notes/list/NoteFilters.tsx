import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";
import { ordered } from "../../../lib/annotate/codebook";
import type { Code, Coder } from "../../../lib/domain";
import { useTexts } from "../../texts";
import { NOTE_ORDERS, type NoteOrder } from "./note-facts";
import { NO_CODE, type NoteFilter, narrowed } from "./note-filter";

/** Words at once, the rest folded: most lists are short. */
export function NoteFilters({
  filter,
  onFilter,
  codes,
  tags,
  coders,
  lost,
}: {
  filter: NoteFilter;
  onFilter: (filter: NoteFilter) => void;
  codes: readonly Code[];
  tags: readonly string[];
  coders: readonly Coder[];
  /** How many are not found on the page. */
  lost: number;
}) {
  const { phrase, number } = useTexts();
  const change = (part: Partial<NoteFilter>) => onFilter({ ...filter, ...part });
  const count = narrowed(filter);
  return (
    <search class="note-filters">
      <input
        type="search"
        class="search"
        value={filter.words}
        placeholder={phrase("notesSearch")}
        aria-label={phrase("notesSearch")}
        onInput={(event) => change({ words: event.currentTarget.value })}
      />
      <details>
        <summary>
          {phrase("notesFilter")}
          {count > 0 && <b> · {number(count)}</b>}
        </summary>
        <div class="note-choices">
          <Choice name={phrase("notesCode")} value={filter.codeId} onChange={(codeId) => change({ codeId })}>
            <option value={NO_CODE}>{phrase("notesNoCode")}</option>
            {ordered(codes).map(({ code, depth }) => (
              <option key={code.id} value={code.id}>
                {`${"\u2007\u2007".repeat(depth)}${code.name}`}
              </option>
            ))}
          </Choice>
          {tags.length > 0 && (
            <Choice name={phrase("notesTag")} value={filter.tag} onChange={(tag) => change({ tag })}>
              {tags.map((tag) => (
                <option key={tag} value={tag}>
                  {tag}
                </option>
              ))}
            </Choice>
          )}
          {coders.length > 1 && (
            <Choice name={phrase("notesCoder")} value={filter.coderId} onChange={(coderId) => change({ coderId })}>
              {coders.map((coder) => (
                <option key={coder.id} value={coder.id}>
                  {coder.own ? phrase("notesYou") : coder.name || phrase("notesUnnamed")}
                </option>
              ))}
            </Choice>
          )}
          <Order order={filter.order} onChange={(order) => change({ order })} />
          {(lost > 0 || filter.onlyLost) && (
            <label>
              <input
                type="checkbox"
                checked={filter.onlyLost}
                onChange={(event) => change({ onlyLost: event.currentTarget.checked })}
              />{" "}
              {phrase("notesOnlyLost")} <em class="soft">{number(lost)}</em>
            </label>
          )}
        </div>
      </details>
    </search>
  );
}

function Choice({
  name,
  value,
  onChange,
  children,
}: {
  name: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  children: ComponentChildren;
}) {
  const { phrase } = useTexts();
  const id = useId();
  return (
    <>
      <label for={id}>{name}</label>
      <select id={id} value={value ?? ""} onChange={(event) => onChange(event.currentTarget.value || undefined)}>
        <option value="">{phrase("notesAny")}</option>
        {children}
      </select>
    </>
  );
}

function Order({ order, onChange }: { order: NoteOrder; onChange: (order: NoteOrder) => void }) {
  const { phrase } = useTexts();
  const id = useId();
  return (
    <>
      <label for={id}>{phrase("notesSort")}</label>
      <select id={id} value={order} onChange={(event) => onChange(event.currentTarget.value as NoteOrder)}>
        {NOTE_ORDERS.map((by) => (
          <option key={by} value={by}>
            {phrase("notesSortBy", { by })}
          </option>
        ))}
      </select>
    </>
  );
}
