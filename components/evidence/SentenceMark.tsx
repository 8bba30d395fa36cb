import type { Polarity } from "../../lib/domain";
import { isUnsure } from "../../lib/report/confidence";
import type { Statement } from "../../lib/report/evidence";
import { Feeling } from "../figures/Feeling";
import { useTexts } from "../texts";
import { piecesOf } from "./sentence-pieces";
import type { Stretch } from "./tint";

/** How a sentence stands among those of its review. */
export interface SentenceState {
  /** Was looked for. */
  hit: boolean;
  /** Its details are shown. */
  open: boolean;
  /** The one sentence of its review that Tab reaches. */
  reachable: boolean;
  /** Id of its details. */
  detailsId: string;
}

/** One sentence, tinted by how it feels, with shape and word; pressed, it shows what was understood in it. */
export function SentenceMark({
  stretch,
  statement,
  state,
  onPress,
  onKey,
}: {
  stretch: Stretch;
  statement: Statement;
  state: SentenceState;
  onPress: () => void;
  /** Another key; true when it led somewhere. */
  onKey: (key: string) => boolean;
}) {
  const { sentiment } = statement;
  const { label } = sentiment;
  const unsure = isUnsure(sentiment);
  // plain words stay plain: only what feels like something is highlighted
  const Tag = label === "neutral" && !state.hit ? "span" : "mark";
  const looks = ["tint", label, state.hit && "hit", unsure && "unsure", state.open && "open"];
  return (
    <Tag
      class={looks.filter(Boolean).join(" ")}
      role="button"
      tabIndex={state.reachable ? 0 : -1}
      aria-expanded={state.open}
      aria-controls={state.open ? state.detailsId : undefined}
      data-sentence={statement.start}
      onClick={() => {
        // words that are being selected are not pressed
        if (getSelection()?.isCollapsed !== false) onPress();
      }}
      onKeyDown={(event: KeyboardEvent) => {
        const isPress = event.key === "Enter" || event.key === " ";
        if (isPress) onPress();
        if (isPress || onKey(event.key)) event.preventDefault();
      }}
    >
      {label !== "neutral" && <Feeling polarity={label} />}
      {unsure && <Unsure />}
      {piecesOf(stretch.text, stretch.start, statement.aspects ?? []).map((piece) =>
        piece.aspect ? (
          <Aspect key={piece.start} text={piece.text} polarity={piece.aspect.sentiment.label} within={label} />
        ) : (
          piece.text
        ),
      )}
    </Tag>
  );
}

function Unsure() {
  const { phrase } = useTexts();
  return (
    <span class="unsure-mark">
      <span aria-hidden="true" title={phrase("unsure")}>
        ?
      </span>
      <span class="unseen">{phrase("unsure")} </span>
    </span>
  );
}

/** Words that name or judge one thing: the line under them tells how; a shape joins where it differs from the sentence. */
function Aspect({ text, polarity, within }: { text: string; polarity: Polarity; within: Polarity }) {
  return (
    <span class={`aspect ${polarity}`}>
      {text}
      {polarity !== within && <Feeling polarity={polarity} />}
    </span>
  );
}
