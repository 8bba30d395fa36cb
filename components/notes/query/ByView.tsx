import { useMemo, useState } from "preact/hooks";
import { type Crosstab, crossTable, crosstabOf, DIMENSIONS, type Dimension, FEW } from "../../../lib/report/codes";
import { type Texts, useTexts } from "../../texts";
import { CrossTable } from "./CrossTable";
import { crossChart, type Measure } from "./charts";
import { Choice, Pick } from "./fields";
import type { QueryNames, QueryRoom } from "./room";
import { Shown } from "./Shown";

const MEASURES: readonly Measure[] = ["share", "reviews", "passages"];
/** The differences said in words; all are marked in the table. */
const MOST_SAID = 3;

/** Codes against what is known of their texts. */
export function ByView({ room }: { room: QueryRoom }) {
  const texts = useTexts();
  const { phrase } = texts;
  const { coding, coders, names } = room;
  const [dimension, setDimension] = useState<Dimension>(() => firstTelling(room));
  const [measure, setMeasure] = useState<Measure>("share");
  const table = useMemo(() => crosstabOf(coding, dimension, coders), [coding, dimension, coders]);
  const by = phrase("queryDimension", { dimension });
  const choose = (id: string) => {
    room.open(undefined);
    setDimension(id as Dimension);
  };
  return (
    <Shown
      room={room}
      title={phrase("queryByTitle", { by })}
      sentences={inWords(table, names, texts)}
      chart={crossChart(table, measure, names, texts)}
      table={(parts) => crossTable(table, coding, parts)}
      notes={[
        phrase("queryOf", { reviews: table.reviews, noted: table.noted }),
        ...(table.columns.some(({ few }) => few) ? [phrase("queryFewNote", { few: FEW })] : []),
        ...(table.tested > 0 ? [phrase("queryTested", { count: table.tested })] : []),
      ]}
      head={
        <div class="query-settings">
          <Pick
            label={phrase("queryBy")}
            values={DIMENSIONS.map((one) => [one, phrase("queryDimension", { dimension: one })])}
            value={dimension}
            onPick={choose}
          />
          <Choice
            label={phrase("queryMeasure")}
            values={MEASURES}
            value={measure}
            name={(one) => phrase("queryMeasureName", { measure: one })}
            onChoose={setMeasure}
          />
        </div>
      }
    >
      <CrossTable room={room} table={table} measure={measure} title={phrase("queryByTitle", { by })} />
    </Shown>
  );
}

/** The first way that parts the reviews at all; without reviews who coded. */
function firstTelling({ coding, coders }: QueryRoom): Dimension {
  return DIMENSIONS.find((one) => crosstabOf(coding, one, coders).columns.length > 1) ?? "coder";
}

function inWords(table: Crosstab, names: QueryNames, { phrase, percent, precise }: Texts): string[] {
  const { dimension, columns, rows, tested } = table;
  if (dimension === "theme" || dimension === "sentiment" || dimension === "coder")
    return [...largest(table, names, phrase), phrase("queryCounted")];
  if (tested === 0) return [phrase("queryTooFew", { few: FEW })];
  const found = rows.flatMap(({ codeId, cells }) =>
    cells.flatMap(({ differs, chance = 1, share = 0 }, i) =>
      differs
        ? [{ differs, chance, share, code: names.code(codeId), column: names.column(dimension, columns[i]?.id ?? "") }]
        : [],
    ),
  );
  if (found.length === 0) return [phrase("queryNoDifference")];
  return found
    .sort((a, b) => a.chance - b.chance)
    .slice(0, MOST_SAID)
    .map(({ differs, chance, share, code, column }) =>
      phrase("queryDiffers", {
        ...{ kind: differs, code, column, share: percent(share) },
        chance: chance < 0.01 ? `< ${precise(0.01)}` : `= ${precise(chance)}`,
      }),
    );
}

/** The cell with most passages: said, not compared. */
function largest({ dimension, columns, rows }: Crosstab, names: QueryNames, phrase: Texts["phrase"]): string[] {
  const cells = rows.flatMap(({ codeId, cells }) =>
    cells.map((cell, i) => ({ ...cell, codeId, id: columns[i]?.id ?? "" })),
  );
  const [most] = cells.sort((a, b) => b.passages.length - a.passages.length);
  if (!most) return [];
  const use = phrase("queryUse", { count: most.passages.length, texts: most.texts });
  return [phrase("queryMostIn", { code: names.code(most.codeId), column: names.column(dimension, most.id), use })];
}
