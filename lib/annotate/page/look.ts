/** How notes look on a page: colours that stand for codes or feelings, and a line of another kind for each, since colour alone says nothing. */
import type { Polarity } from "../../domain";
import type { NotesLook, PageNote } from "../../notebook-protocol";

/** One way of being painted; notes that look alike share a highlight. */
export interface NoteLook {
  colour: string;
  line: "solid" | "dotted" | "wavy" | "double" | "dashed";
}

const PLAIN: NoteLook = { colour: "#9a7d0a", line: "solid" };
const FEELINGS: Readonly<Record<Polarity, NoteLook>> = {
  positive: { colour: "#1f9174", line: "solid" },
  negative: { colour: "#cc4b5c", line: "wavy" },
  mixed: { colour: "#6f6fd0", line: "double" },
  neutral: { colour: "#7d7d7d", line: "dotted" },
};
const LINES = ["solid", "dashed", "dotted", "double"] as const;

/** @returns how a note is painted; without code or feeling plainly */
export function lookOf(note: Pick<PageNote, "colour" | "polarity">, colourBy: NotesLook["colourBy"]): NoteLook {
  if (colourBy === "sentiment") return note.polarity ? FEELINGS[note.polarity] : PLAIN;
  if (!note.colour || !/^#[0-9a-f]{6}$/i.test(note.colour)) return PLAIN;
  const { colour } = note;
  const sum = [...colour].reduce((total, sign) => total + sign.charCodeAt(0), 0);
  return { colour, line: LINES[sum % LINES.length] as NoteLook["line"] };
}

/** @returns declarations for `::highlight()`: the page's own letters stay as they are, on a wash that is seen on light and dark */
export function highlightStyle({ colour, line }: NoteLook): string {
  return `background-color:${colour}3d;text-decoration:underline ${line} 2px ${colour};text-decoration-skip-ink:none;text-underline-offset:2px;`;
}

export function lookKey({ colour, line }: NoteLook): string {
  return `${colour.slice(1).toLowerCase()}-${line}`;
}
