/**
 * A copy of a page as plain data: which elements, with which attributes and words, and nothing that runs. The page only
 * makes the copy, which costs it milliseconds; everything is read from the copy in the engine, where there is time.
 */
export interface PageSnapshot {
  /** Address the page was seen at. */
  url: string;
  /** ISO time of the copy. */
  takenAt: string;
  /** Every tag, attribute name, attribute value and text once. */
  strings: string[];
  /** The tree in document order, as codes (see `Code`), each followed by positions in `strings`. */
  nodes: number[];
  /** The page was too large; the end of it is missing. */
  partial?: boolean;
  /** Data blocks that were too large to be copied. */
  oversized?: number;
}

/** What stands in `PageSnapshot.nodes`. */
export const Code = {
  /** Ends the latest open element, shadow root or frame. */
  close: 0,
  /** tag, number of attributes, then name and value of each: an HTML element. */
  element: 1,
  /** As above, an element of another namespace (SVG, MathML). */
  foreign: 2,
  /** text */
  text: 3,
  /** The open shadow root of the element just opened. */
  shadow: 4,
  /** The document of the frame just opened. */
  frame: 5,
} as const;
