import { useMemo } from "preact/hooks";
import { codebookTable, usesOf } from "../../../lib/report/codes";
import type { SurveyChart } from "../../../lib/report/survey/charts";
import { useTexts } from "../../texts";
import type { QueryRoom } from "./room";
import { Shown } from "./Shown";

/** Bars beyond these are in the table alone. */
const MOST_BARS = 10;

/** Which codes are used, the most used first: in words, as bars, as a table that opens their passages. */
export function Uses({ room }: { room: QueryRoom }) {
  const { phrase, number } = useTexts();
  const { coding, names, open } = room;
  const uses = useMemo(() => usesOf(coding), [coding]);
  const figure = (use: (typeof uses)[number]) =>
    phrase("queryUse", { count: use.passages.length, texts: use.texts.length });
  const [first] = uses;
  const bare = coding.passages.filter(({ codeIds }) => codeIds.size === 0).length;
  const chart: SurveyChart = {
    ...{ kind: "values", id: "uses", questionId: "", title: phrase("queryView", { view: "uses" }), sub: "" },
    label: phrase("queryUsesLabel"),
    notes: [],
    rows: uses.slice(0, MOST_BARS).map((use) => ({
      name: names.code(use.codeId),
      value: use.passages.length,
      figure: figure(use),
    })),
  };
  return (
    <Shown
      room={room}
      title={chart.title}
      sentences={[
        ...(first ? [phrase("queryMost", { code: names.code(first.codeId), use: figure(first) })] : []),
        phrase("queryMostOf", { count: uses.length, passages: coding.passages.length, bare }),
      ]}
      chart={chart}
      table={(texts) => codebookTable(coding, texts)}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="query-table" tabIndex={0} aria-label={phrase("queryTable", { what: chart.title })}>
        <table>
          <thead>
            <tr>
              <th scope="col">{phrase("queryCode")}</th>
              <th scope="col">{phrase("queryColumn", { column: "passages" })}</th>
              <th scope="col">{phrase("queryColumn", { column: "reviews" })}</th>
            </tr>
          </thead>
          <tbody>
            {uses.map((use) => (
              <tr key={use.codeId}>
                <th scope="row">
                  <bdi>{names.code(use.codeId)}</bdi>
                </th>
                <td>
                  <button
                    type="button"
                    aria-label={`${names.code(use.codeId)}: ${figure(use)}`}
                    onClick={() => open({ title: names.code(use.codeId), ids: use.passages })}
                  >
                    {number(use.passages.length)}
                  </button>
                </td>
                <td>{number(use.texts.length)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Shown>
  );
}
