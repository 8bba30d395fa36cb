import type { CrossCell, CrossColumn, Crosstab } from "../../../lib/report/codes";
import { useTexts } from "../../texts";
import { type Measure, measured } from "./charts";
import type { QueryRoom } from "./room";

const MARKS = { more: "▲", fewer: "▼" };

/** The figures of a cross; each opens its passages. The first column stays while the others are moved sideways. */
export function CrossTable({
  room,
  table,
  measure,
  title,
}: {
  room: QueryRoom;
  table: Crosstab;
  measure: Measure;
  title: string;
}) {
  const { phrase } = useTexts();
  const { names } = room;
  const { dimension, columns, rows } = table;
  const most = Math.max(0, ...rows.flatMap(({ cells }) => cells.map((cell) => measured(cell, measure) ?? 0)));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="query-table" tabIndex={0} aria-label={phrase("queryTable", { what: title })}>
      <table>
        <thead>
          <tr>
            <th scope="col">{phrase("queryCode")}</th>
            {columns.map(({ id, texts, few }) => (
              <th key={id} scope="col">
                <bdi>{names.column(dimension, id)}</bdi>
                <small>
                  {phrase("queryColumnOf", { count: texts })} {few && <b>{phrase("queryFewMark")}</b>}
                </small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ codeId, cells }) => (
            <tr key={codeId}>
              <th scope="row">
                <bdi>{names.code(codeId)}</bdi>
              </th>
              {columns.map((column, i) => (
                <Cell
                  key={column.id}
                  cell={cells[i] ?? { passages: [], texts: 0 }}
                  column={column}
                  name={names.column(dimension, column.id)}
                  code={names.code(codeId)}
                  {...{ measure, most, room }}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({
  cell,
  column,
  name,
  code,
  measure,
  most,
  room,
}: {
  cell: CrossCell;
  column: CrossColumn;
  name: string;
  code: string;
  measure: Measure;
  most: number;
  room: QueryRoom;
}) {
  const { phrase, number, percent } = useTexts();
  const value = measured(cell, measure);
  const shown = value === undefined ? "–" : measure === "share" ? percent(value) : number(value);
  const depth = value === undefined || most === 0 ? 0 : Math.round((32 * value) / most);
  const words = phrase("queryCell", {
    ...{ code, column: name, count: cell.passages.length, texts: cell.texts, of: column.texts },
    share: cell.share === undefined ? "none" : percent(cell.share),
    differs: cell.differs ?? "no",
  });
  return (
    <td style={{ "--depth": `${depth}%` }}>
      {cell.passages.length === 0 ? (
        shown
      ) : (
        <button
          type="button"
          aria-label={words}
          onClick={() => room.open({ title: `${code} · ${name}`, ids: cell.passages })}
        >
          {shown}
        </button>
      )}
      {cell.differs && (
        <small>
          <span aria-hidden="true">{MARKS[cell.differs]}</span>
          {cell.passages.length === 0 && (
            <span class="unseen">{phrase("queryVerdict", { verdict: cell.differs })}</span>
          )}
        </small>
      )}
    </td>
  );
}
