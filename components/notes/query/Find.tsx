import { useMemo, useState } from "preact/hooks";
import {
  PASSAGE_ORDERS,
  type PassageOrder,
  type PassageQuestion,
  passageTable,
  retrieve,
} from "../../../lib/report/codes";
import { useTexts } from "../../texts";
import { FindFields } from "./FindFields";
import { Pick } from "./fields";
import { PassageList } from "./PassageList";
import type { QueryRoom } from "./room";
import { Shown } from "./Shown";

const NO_QUESTION: PassageQuestion = {};

/** Passages by codes, words, and what is known of their texts, each with what stands around it. */
export function Find({ room }: { room: QueryRoom }) {
  const { phrase } = useTexts();
  const { coding, coders } = room;
  const [question, setQuestion] = useState(NO_QUESTION);
  const [order, setOrder] = useState<PassageOrder>("text");
  const found = useMemo(() => retrieve(coding, question, order, coders), [coding, question, order, coders]);
  const asked = JSON.stringify(question) !== "{}";
  return (
    <Shown
      room={room}
      title={phrase("queryView", { view: "find" })}
      head={<FindFields room={room} question={question} onChange={setQuestion} />}
      sentences={[
        phrase("queryFound", { count: found.length, all: coding.passages.length }),
        ...(found.length === 0 ? [phrase("queryNothing")] : []),
      ]}
      table={(texts) => passageTable(found, coding, coders, texts)}
      passages={found}
    >
      <div class="query-settings">
        <Pick
          label={phrase("queryOrder")}
          values={PASSAGE_ORDERS.map((one) => [one, phrase("queryOrderBy", { order: one })])}
          value={order}
          onPick={(one) => setOrder(one as PassageOrder)}
        />
        {asked && (
          <button type="button" class="link" onClick={() => setQuestion(NO_QUESTION)}>
            {phrase("queryClear")}
          </button>
        )}
      </div>
      <PassageList room={room} passages={found} />
    </Shown>
  );
}
