import { useMemo, useState } from "preact/hooks";
import { NEARNESS, type Nearness, type TogetherCell, togetherOf, togetherTable } from "../../../lib/report/codes";
import { useTexts } from "../../texts";
import { togetherChart } from "./charts";
import { Choice } from "./fields";
import type { QueryRoom } from "./room";
import { Shown } from "./Shown";

/** More codes than these are shown when somebody asks: a table of all pairs grows fast. */
const MOST_CODES = 12;

/** Which codes stand together: counts and coefficient of all pairs. */
export function TogetherView({ room }: { room: QueryRoom }) {
  const texts = useTexts();
  const { phrase, precise } = texts;
  const { coding, names, open } = room;
  const [within, setWithin] = useState<Nearness>("passage");
  const [all, setAll] = useState(false);
  const together = useMemo(() => togetherOf(coding, within), [coding, within]);
  const { codeIds } = together;
  const shown = all ? codeIds : codeIds.slice(0, MOST_CODES);
  const title = `${phrase("queryView", { view: "together" })}: ${phrase("queryNearnessName", { within })}`;
  const figure = ({ both, either, coefficient }: TogetherCell) =>
    phrase("queryTogetherFigure", { both, either, within, coefficient: precise(coefficient) });
  const best = useMemo(() => mostTogether(codeIds, together.cell), [together]);
  const choose = (next: Nearness) => {
    open(undefined);
    setWithin(next);
  };
  return (
    <Shown
      room={room}
      title={title}
      sentences={[
        best
          ? phrase("queryTogetherMost", {
              ...{ one: names.code(best.one), other: names.code(best.other), figure: figure(best.cell) },
            })
          : phrase("queryTogetherNone"),
      ]}
      chart={best && togetherChart(together, names, texts, title)}
      table={(parts) => togetherTable(together, coding, parts)}
      notes={[phrase("queryFormula"), ...(together.left > 0 ? [phrase("queryLeft", { count: together.left })] : [])]}
      head={
        <Choice
          label={phrase("queryNearness")}
          values={NEARNESS}
          value={within}
          name={(one) => phrase("queryNearnessName", { within: one })}
          onChoose={choose}
        />
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="query-table" tabIndex={0} aria-label={phrase("queryTable", { what: title })}>
        <table>
          <thead>
            <tr>
              <th scope="col">{phrase("queryCode")}</th>
              {shown.map((id) => (
                <th key={id} scope="col">
                  <bdi>{names.code(id)}</bdi>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <tr key={one}>
                <th scope="row">
                  <bdi>{names.code(one)}</bdi>
                </th>
                {shown.map((other) => (
                  <Pair
                    key={other}
                    cell={together.cell(one, other)}
                    one={names.code(one)}
                    other={names.code(other)}
                    {...{ room, figure }}
                  />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {codeIds.length > shown.length && (
        <p class="sub">
          {phrase("queryChosenCodes", { shown: shown.length, count: codeIds.length })}{" "}
          <button type="button" class="link" onClick={() => setAll(true)}>
            {phrase("queryAllCodes")}
          </button>
        </p>
      )}
    </Shown>
  );
}

function Pair({
  cell,
  one,
  other,
  room,
  figure,
}: {
  cell: TogetherCell | undefined;
  one: string;
  other: string;
  room: QueryRoom;
  figure: (cell: TogetherCell) => string;
}) {
  const { phrase, number, precise } = useTexts();
  if (!cell) return <td class="soft">–</td>;
  if (cell.both === 0) return <td>{number(0)}</td>;
  return (
    <td style={{ "--depth": `${Math.round(32 * cell.coefficient)}%` }}>
      <button
        type="button"
        aria-label={phrase("queryPair", { one, other, figure: figure(cell) })}
        onClick={() => room.open({ title: `${one} · ${other}`, ids: cell.passages })}
      >
        {number(cell.both)}
      </button>
      <small>{precise(cell.coefficient)}</small>
    </td>
  );
}

function mostTogether(codeIds: readonly string[], cellOf: (one: string, other: string) => TogetherCell | undefined) {
  let best: { one: string; other: string; cell: TogetherCell } | undefined;
  for (const [i, one] of codeIds.entries()) {
    for (const other of codeIds.slice(i + 1)) {
      const cell = cellOf(one, other);
      if (cell && cell.both > (best?.cell.both ?? 0)) best = { one, other, cell };
    }
  }
  return best;
}
