import type { Table } from "../../../lib/report/survey/tables";

/** Figures in rows; wider than the panel it is moved sideways, by keyboard too. */
export function FigureTable({ table: { about, inWords, columns, rows }, caption }: { table: Table; caption: string }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="figure-table" tabIndex={0} aria-label={caption}>
      <table class={inWords ? "in-words" : undefined}>
        <caption class={about ? undefined : "unseen"}>{about ?? caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...figures], at) => (
            <tr key={`${at} ${name}`}>
              <th scope="row" dir="auto">
                {name}
              </th>
              {figures.map((figure, i) => (
                <td key={columns[i + 1]}>{figure}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
