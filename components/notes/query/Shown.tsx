import type { ComponentChildren } from "preact";
import type { CodedPassage, CodingTable, TableTexts } from "../../../lib/report/codes";
import { Drawing } from "../../test/results/Chart";
import { useTexts } from "../../texts";
import type { QueryChart } from "./charts";
import { OpenedPassages } from "./PassageList";
import type { QueryRoom } from "./room";
import { SaveCoding } from "./SaveCoding";

/** One answer: what was asked, the answer in words, as a chart, as a table; what stands behind a figure; files of it. */
export function Shown({
  room,
  title,
  head,
  sentences,
  chart,
  notes = [],
  table,
  passages,
  children,
}: {
  room: QueryRoom;
  title: string;
  head?: ComponentChildren;
  sentences: readonly string[];
  chart?: QueryChart | undefined;
  notes?: readonly string[];
  table: (texts: TableTexts) => CodingTable;
  /** Those that files hold; absent: all. */
  passages?: readonly CodedPassage[];
  children: ComponentChildren;
}) {
  const texts = useTexts();
  return (
    <>
      {head}
      <div class="query-words" role="status">
        {sentences.map((sentence, i) => (
          <p key={sentence} class={i === 0 ? "query-lead" : "sub"}>
            {sentence}
          </p>
        ))}
      </div>
      {chart && chart.kind !== "curves" && chart.rows.length > 0 && (
        <figure class="chart">
          <Drawing
            label={chart.label}
            shown={JSON.stringify(chart)}
            draw={async (frame) => (await import("./plots")).drawn(chart, { ...texts, ...frame })}
          />
        </figure>
      )}
      {children}
      {notes.map((note) => (
        <p key={note} class="sub">
          {note}
        </p>
      ))}
      <OpenedPassages room={room} />
      <SaveCoding room={room} title={title} chart={chart} notes={notes} table={table} passages={passages} />
    </>
  );
}
