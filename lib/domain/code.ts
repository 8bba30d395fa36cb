import type { Quote } from "./review";

/** A researcher's own label, learnt from the examples they mark. */
export interface Code {
  id: string;
  /** The subject it belongs to; absent: it is used on all. */
  subjectId?: string;
  name: string;
  /** Its definition; used as an example of its own while there are few. */
  description: string;
  /** The code it is a part of. Never itself or one of its own parts. */
  parentId?: string;
  /** `#rrggbb`; absent: given by its id (`colourOf`). */
  colour?: string;
  /** One letter or digit, lower case: applies it to the selection while the adder has the keyboard. */
  shortcut?: string;
  /** What belongs and what does not, in the researcher's words, one passage each. */
  include?: string[];
  exclude?: string[];
  /** Place among its siblings, from 0; those without stand after the others, by name. */
  place?: number;
  /** Named by the very words of the passage it was made from. */
  inVivo?: true;
  /** Sentences a person judged: `yes` belongs to the code, `no` does not. Words are kept, since sentences may be made anew. */
  examples: CodeExample[];
  created: string;
  updated: string;
}

export interface CodeExample extends Quote {
  text: string;
  /** Vector of the sentence when it was judged (int8), so that learning needs no model. */
  vector: Int8Array;
  language: string;
  yes: boolean;
}

/** A sentence that may belong to a code. */
export interface CodeSuggestion extends Quote {
  sentenceId: string;
  /** Chance that it belongs, 0–1. */
  confidence: number;
}
