import type { Quote } from "./review";

/**
 * Ways back to a passage, in the shapes of the W3C Web Annotation model (https://www.w3.org/TR/annotation-model/#selectors), so that they
 * go out and come in as they are. They are made together and tried best first.
 */
export type Selector = TextQuoteSelector | TextPositionSelector | RangeSelector | CssSelector | FragmentSelector;

export interface TextQuoteSelector {
  type: "TextQuoteSelector";
  /** The passage as it was read. */
  exact: string;
  prefix: string;
  suffix: string;
}

/** UTF-16 positions in the text of what it is a part of: the body of the document, or the node that it refines. */
export interface TextPositionSelector {
  type: "TextPositionSelector";
  start: number;
  end: number;
}

/** From where the first selects to before where the second does. */
export interface RangeSelector {
  type: "RangeSelector";
  startSelector: PointSelector;
  endSelector: PointSelector;
}

/** A node, and a place in its text (start = end). */
export interface PointSelector {
  type: "XPathSelector";
  value: string;
  refinedBy: TextPositionSelector;
}

/** The element that holds the passage; inside open shadow trees one selector per tree, joined with ` >>> `. */
export interface CssSelector {
  type: "CssSelector";
  value: string;
}

/** The nearest thing with a name of its own: `#review-17`. */
export interface FragmentSelector {
  type: "FragmentSelector";
  value: string;
  /** http://tools.ietf.org/rfc/rfc3236 for names in HTML. */
  conformsTo: string;
}

/** A passage of a page as it was when it was marked. */
export interface PageTarget {
  /** Address of the page, as it was. */
  url: string;
  /** The same for one page over visits, protocol and tracking left out (`subjectKey`). */
  pageKey: string;
  title: string;
  /** Address of the frame of the same origin that it stands in. */
  frame?: string;
  selectors: Selector[];
  repeats?: Repeats;
}

/** How often the words stood on their page when they were marked: what stood once is known again with less of what was around it. */
export interface Repeats {
  words: number;
  /** Places with about the same words around them, too; of these, how many were to be seen, and how many came before this one. */
  around: number;
  seen: number;
  before?: number;
}

/** What a person made of a passage: a highlight when nothing was added, else a note, codes, tags. */
export interface Annotation {
  /** UUID. */
  id: string;
  coderId: string;
  subjectId?: string;
  /** Where it was marked on a page; absent when a review was coded in the panel. */
  target?: PageTarget;
  /** Where it lies in a stored review, when it does: found there again on any page and without one. */
  review?: Quote;
  /** The words, verbatim: what `review` or the quote selector points at. */
  text: string;
  note: string;
  /** Each once. */
  codeIds: string[];
  tags: string[];
  /** Copy of the page that was taken with it. */
  copyId?: string;
  /** ISO 8601. */
  created: string;
  updated: string;
  /** Where it was brought from. */
  origin?: { format: NotebookFormat; id?: string };
}

export const NOTEBOOK_FORMATS = ["earshot", "hypothesis", "json-ld", "refi-qda", "csv", "json"] as const;
export type NotebookFormat = (typeof NOTEBOOK_FORMATS)[number];

/** What is new: all of it is stored as it stands, `id`, coder and times are given by the store. */
export type AnnotationDraft = Pick<Annotation, "text" | "note" | "codeIds" | "tags"> &
  Partial<Pick<Annotation, "subjectId" | "target" | "review" | "copyId">>;

/** Who codes: this person, others whose work was brought, or the machine. */
export interface Coder {
  id: string;
  /** "" for this person while they gave no name. */
  name: string;
  kind: "person" | "machine";
  /** The person at this machine; exactly one is. */
  own?: true;
}

/** What a memo is about. A journal entry is about nothing but its day. */
export const MEMO_KINDS = ["code", "document", "annotation", "project", "journal"] as const;
export type MemoKind = (typeof MEMO_KINDS)[number];

export interface Memo {
  id: string;
  kind: MemoKind;
  /** Of the code, the annotation, the review; a page's `pageKey`; a subject's id. Absent for project and journal. */
  about?: string;
  subjectId?: string;
  coderId: string;
  title: string;
  text: string;
  created: string;
  updated: string;
}

/** A page as it was: evidence that survives its death. */
export interface PageCopy {
  /** SHA-256 of address and text. */
  id: string;
  url: string;
  pageKey: string;
  subjectId?: string;
  title: string;
  /** ISO 8601. */
  taken: string;
  /** All its text in reading order. */
  text: string;
  /** One file without scripts, pictures inside where they could be had; only when it was asked for. */
  html?: string;
  bytes: number;
  /** What could not be taken along (addresses), at most twenty. */
  missing?: string[];
}
