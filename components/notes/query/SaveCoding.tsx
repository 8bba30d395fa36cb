import { useState } from "preact/hooks";
import {
  type CodedPassage,
  type CodingTable,
  codebookTable,
  crossTable,
  crosstabOf,
  DIMENSIONS,
  documentLines,
  NEARNESS,
  passageTable,
  type TableTexts,
  toCsv,
  toDocument,
  togetherOf,
  togetherTable,
  toWorkbook,
  UNMASKED,
} from "../../../lib/report/codes";
import { namePart } from "../../ask/file-name";
import { HowGood } from "../../figures/HowGood";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { framedPng, framedSvg } from "../../test/results/chart-files";
import { useTexts } from "../../texts";
import type { QueryChart } from "./charts";
import { Tick } from "./fields";
import { masksFor } from "./masks";
import type { QueryRoom } from "./room";

const FORMATS = ["xlsx", "docx", "csv", "svg", "png"] as const;
type Format = (typeof FORMATS)[number];

const TYPES: Readonly<Record<Format, string>> = {
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  csv: "text/csv;charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
};

/** What is shown as files, personal data hidden unless it is wanted. */
export function SaveCoding({
  room: { view, coding, coders, names, actions },
  title,
  chart,
  notes,
  table,
  passages = coding.passages,
}: {
  room: QueryRoom;
  title: string;
  chart: QueryChart | undefined;
  notes: readonly string[];
  table: (texts: TableTexts) => CodingTable;
  passages?: readonly CodedPassage[] | undefined;
}) {
  const texts = useTexts();
  const { phrase } = texts;
  const [masked, setMasked] = useState(true);
  const { busy, problem, act } = useActing();
  const subject = view.subject?.name ?? "";
  const parts = (): TableTexts => ({
    phrase,
    masks: masked ? masksFor(view, phrase) : UNMASKED,
    columnName: names.column,
    coderName: names.coder,
  });

  async function content(format: Format): Promise<string | Uint8Array<ArrayBuffer>> {
    const own = parts();
    if (format === "csv") return toCsv(table(own));
    if (format === "xlsx") {
      const crosses = DIMENSIONS.map((dimension) => crosstabOf(coding, dimension, coders));
      return toWorkbook([
        passageTable(passages, coding, coders, own),
        ...crosses.filter(({ columns }) => columns.length > 1).map((cross) => crossTable(cross, coding, own)),
        ...NEARNESS.map((within) => togetherTable(togetherOf(coding, within), coding, own)),
        codebookTable(coding, own),
      ]);
    }
    if (format === "docx") {
      const name = phrase("queryDocument", { subject });
      const head = [phrase("querySaved"), ...(masked ? [phrase("queryHidden")] : [])];
      return toDocument(name, documentLines({ title: name, notes: head }, passages, coding, coders, own));
    }
    if (!chart) throw new Error("There is no chart to save.");
    const drawing = {
      ...{ mark: "", title, sub: subject, notes },
      draw: async (frame: Parameters<Parameters<typeof framedSvg>[0]["draw"]>[0]) =>
        (await import("./plots")).drawn(chart, { ...texts, ...frame }),
    };
    return format === "svg" ? framedSvg(drawing) : framedPng(drawing);
  }
  const save = (format: Format) =>
    act(async () => {
      const name = ["earshot-codes", namePart(subject)].filter(Boolean).join("-");
      actions.save(`${name}.${format}`, await content(format), TYPES[format]);
    });
  return (
    <section class="query-save" aria-label={phrase("querySave")}>
      <h3>{phrase("querySave")}</h3>
      <p class="actions">
        {FORMATS.filter((format) => chart || (format !== "svg" && format !== "png")).map((format) => (
          <button
            key={format}
            type="button"
            class="small"
            aria-disabled={busy}
            onClick={() => (busy ? undefined : void save(format))}
          >
            {phrase("querySaveAs", { format })}
          </button>
        ))}
      </p>
      <Tick label={phrase("codeMask")} on={masked} onTick={setMasked} />
      <p class="sub">{phrase("querySaved")}</p>
      {masked && <HowGood kinds={["personal-data"]} />}
      {problem !== undefined && <ProblemNote problem={problem} />}
    </section>
  );
}
