import { useId } from "preact/hooks";
import type { Theme, ThemeEdit } from "../../lib/domain";
import type { Statement } from "../../lib/report/evidence";
import { ThemeOptions } from "../figures/ThemeOptions";
import { useTexts } from "../texts";

/** The theme of a sentence, and another one in its place. */
export function MoveSentence({
  statement,
  themes,
  onMove,
}: {
  statement: Statement;
  themes: readonly Theme[];
  onMove: (edit: ThemeEdit) => void;
}) {
  const { phrase } = useTexts();
  const id = useId();
  const home = statement.subthemeId ?? statement.themeId;
  return (
    <form
      class="move"
      onSubmit={(event) => {
        event.preventDefault();
        const themeId = new FormData(event.currentTarget).get("theme");
        if (typeof themeId === "string" && themeId !== home) {
          onMove({ kind: "move", sentenceId: statement.id, themeId });
        }
      }}
    >
      <label for={id}>{phrase("belongsTo")}</label>
      <select id={id} name="theme" key={home}>
        <ThemeOptions themes={themes} selected={home} />
      </select>
      <button type="submit" class="small">
        {phrase("move")}
      </button>
    </form>
  );
}
