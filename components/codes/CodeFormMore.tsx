import { useId } from "preact/hooks";
import { CODE_COLOURS, ordered, wouldCycle } from "../../lib/annotate/codebook";
import type { Code } from "../../lib/domain";
import { useTexts } from "../texts";
import { useCodes } from "./codes-view";

/** What a code may have beside its name and its meaning, as it is being written: "" is none. */
export interface CodeExtras {
  parentId: string;
  /** `#rrggbb`; "" leaves the choice to Earshot. */
  colour: string;
  shortcut: string;
  /** One example a line. */
  include: string;
  exclude: string;
}

export function extrasOf(code: Code | undefined): CodeExtras {
  return {
    parentId: code?.parentId ?? "",
    colour: code?.colour ?? "",
    shortcut: code?.shortcut ?? "",
    include: (code?.include ?? []).join("\n"),
    exclude: (code?.exclude ?? []).join("\n"),
  };
}

/** Place, colour, key and examples: folded, since a name is enough to begin. */
export function CodeFormMore({
  code,
  extras,
  onChange: change,
}: {
  code: Code | undefined;
  extras: CodeExtras;
  onChange: (part: Partial<CodeExtras>) => void;
}) {
  const { phrase } = useTexts();
  const { codes } = useCodes();
  const id = useId();
  // a code cannot be a part of itself or of its own parts
  const parents = ordered(codes).filter((row) => !code || !wouldCycle(codes, code.id, row.code.id));
  return (
    <details class="code-more" open={code !== undefined}>
      <summary>{phrase("codeFormMore")}</summary>
      <label for={`${id}-parent`}>{phrase("codeParent")}</label>
      <select
        id={`${id}-parent`}
        value={extras.parentId}
        onChange={(event) => change({ parentId: event.currentTarget.value })}
      >
        <option value="">{phrase("codeTop")}</option>
        {parents.map((row) => (
          <option key={row.code.id} value={row.code.id}>
            {`${"\u2007\u2007".repeat(row.depth)}${row.code.name}`}
          </option>
        ))}
      </select>
      <fieldset class="code-colours">
        <legend>{phrase("codeColour")}</legend>
        {CODE_COLOURS.map((colour, i) => (
          <label key={colour}>
            <input
              type="radio"
              name={`${id}-colour`}
              checked={extras.colour === colour}
              aria-label={phrase("codeColourOne", { n: i + 1 })}
              onChange={() => change({ colour })}
            />
            <span class="code-dot" aria-hidden="true" style={{ background: colour }} />
          </label>
        ))}
      </fieldset>
      <label for={`${id}-key`}>{phrase("codeShortcut")}</label>
      <input
        id={`${id}-key`}
        class="code-key"
        value={extras.shortcut}
        maxLength={2}
        autocomplete="off"
        onInput={(event) => change({ shortcut: event.currentTarget.value })}
      />
      {(["include", "exclude"] as const).map((side) => (
        <>
          <label for={`${id}-${side}`}>{phrase(side === "include" ? "codeInclude" : "codeExclude")}</label>
          <textarea
            id={`${id}-${side}`}
            value={extras[side]}
            rows={2}
            dir="auto"
            onInput={(event) => change({ [side]: event.currentTarget.value })}
          />
        </>
      ))}
    </details>
  );
}
