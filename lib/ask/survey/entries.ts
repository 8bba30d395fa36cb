import type { EvidenceIndex, IndexedSentence } from "../evidence-index";
import { groupBy } from "../material";

const known = new WeakMap<EvidenceIndex, ReadonlyMap<string, readonly IndexedSentence[]>>();

/** @returns the sentences of each review, by its id; made once per index */
export function entriesOf(index: EvidenceIndex): ReadonlyMap<string, readonly IndexedSentence[]> {
  const before = known.get(index);
  if (before) return before;
  const made = groupBy(index.entries, ({ review }) => review.id);
  known.set(index, made);
  return made;
}
