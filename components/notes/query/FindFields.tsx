import { useMemo } from "preact/hooks";
import { crosstabOf, DIMENSIONS, type Dimension, type PassageQuestion } from "../../../lib/report/codes";
import { useTexts } from "../../texts";
import { Pick } from "./fields";
import type { QueryRoom } from "./room";

type Change = (change: (question: PassageQuestion) => PassageQuestion) => void;
const FARTHEST = 5;

/** The conditions of a search: words and codes at hand, the others folded. */
export function FindFields({
  room,
  question,
  onChange,
}: {
  room: QueryRoom;
  question: PassageQuestion;
  onChange: Change;
}) {
  const { phrase } = useTexts();
  const set = (part: Partial<PassageQuestion>) => onChange((now) => without({ ...now, ...part }));
  return (
    <div class="query-fields">
      <label class="query-field">
        <span>{phrase("queryWords")}</span>
        <input
          type="search"
          class="search"
          value={question.words ?? ""}
          onInput={(event) => set({ words: event.currentTarget.value })}
        />
      </label>
      <Codes room={room} how="any" question={question} set={set} />
      <details>
        <summary>{phrase("queryNarrow")}</summary>
        <div class="query-fields">
          <Codes room={room} how="all" question={question} set={set} />
          <Codes room={room} how="none" question={question} set={set} />
          <Near room={room} question={question} set={set} />
          <Known room={room} question={question} set={set} />
        </div>
      </details>
    </div>
  );
}

interface Part {
  room: QueryRoom;
  question: PassageQuestion;
  set: (part: Partial<PassageQuestion>) => void;
}

/** Conditions that ask for nothing are taken out. */
function without(question: PassageQuestion): PassageQuestion {
  const asks = (value: unknown) =>
    typeof value === "object" && value !== null ? Object.keys(value).length > 0 : !!value;
  return Object.fromEntries(Object.entries(question).filter(([, value]) => asks(value)));
}

function Codes({ room, how, question, set }: Part & { how: "any" | "all" | "none" }) {
  const { phrase } = useTexts();
  const { coding, names } = room;
  const chosen = question[how] ?? [];
  if (coding.codes.length === 0) return null;
  const label = phrase("queryHas", { how });
  return (
    <div>
      <Pick
        label={label}
        none={phrase("queryAdd")}
        values={coding.codes.filter(({ id }) => !chosen.includes(id)).map(({ id, name }) => [id, name])}
        value=""
        onPick={(id) => id && set({ [how]: [...chosen, id] })}
      />
      {chosen.length > 0 && (
        <ul class="chips" aria-label={label}>
          {chosen.map((id) => (
            <li key={id}>
              <button
                type="button"
                class="chip"
                aria-label={phrase("queryTake", { name: names.code(id) })}
                onClick={() => set({ [how]: chosen.filter((other) => other !== id) })}
              >
                <bdi>{names.code(id)}</bdi> <span aria-hidden="true">×</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Near({ room: { coding }, question: { near }, set }: Part) {
  const { phrase } = useTexts();
  if (coding.codes.length === 0) return null;
  return (
    <>
      <Pick
        label={phrase("queryNear")}
        none={phrase("queryAnyValue")}
        values={coding.codes.map(({ id, name }) => [id, name])}
        value={near?.codeId ?? ""}
        onPick={(codeId) => set({ near: codeId ? { codeId, sentences: near?.sentences ?? 1 } : undefined })}
      />
      {near && (
        <Pick
          label={phrase("queryDistance")}
          values={Array.from({ length: FARTHEST + 1 }, (_, count) => [
            String(count),
            phrase("queryNearWithin", { count }),
          ])}
          value={String(near.sentences)}
          onPick={(sentences) => set({ near: { ...near, sentences: Number(sentences) } })}
        />
      )}
    </>
  );
}

/** What is known of the texts, as far as it parts them; tags; the time. */
function Known({ room: { coding, coders, names }, question, set }: Part) {
  const { phrase } = useTexts();
  const values = useMemo(() => valuesOf(coding, coders), [coding, coders]);
  const tags = [...new Set(coding.passages.flatMap(({ note }) => note.tags))].sort();
  const choose = (dimension: Dimension, id: string) => {
    const { [dimension]: _, ...rest } = question.in ?? {};
    set({ in: id === "" ? rest : { ...rest, [dimension]: [id === NONE ? "" : id] } });
  };
  return (
    <>
      {values.map(([dimension, ids]) => (
        <Pick
          key={dimension}
          label={phrase("queryWhere", { dimension })}
          none={phrase("queryAnyValue")}
          values={ids.map((id) => [id || NONE, names.column(dimension, id)])}
          value={chosenOf(question, dimension)}
          onPick={(id) => choose(dimension, id)}
        />
      ))}
      {tags.length > 0 && (
        <Pick
          label={phrase("queryTag")}
          none={phrase("queryAnyValue")}
          values={tags.map((tag) => [tag, tag])}
          value={question.tags?.[0] ?? ""}
          onPick={(tag) => set({ tags: tag ? [tag] : [] })}
        />
      )}
      {(["from", "to"] as const).map((side) => (
        <label key={side} class="query-field">
          <span>{phrase(side === "from" ? "queryFrom" : "queryTo")}</span>
          <input
            type="date"
            value={question[side] ?? ""}
            onChange={(event) => set({ [side]: event.currentTarget.value })}
          />
        </label>
      ))}
    </>
  );
}

/** Stands for what has no value, since "" stands for any. */
const NONE = "none";

function chosenOf(question: PassageQuestion, dimension: Dimension): string {
  const id = question.in?.[dimension]?.[0];
  return id === undefined ? "" : id || NONE;
}

function valuesOf(coding: QueryRoom["coding"], coders: QueryRoom["coders"]): [Dimension, string[]][] {
  return DIMENSIONS.map((dimension): [Dimension, string[]] => {
    const { columns } = crosstabOf(coding, dimension, coders);
    return [dimension, columns.map(({ id }) => id)];
  }).filter(([, ids]) => ids.length > 1);
}
