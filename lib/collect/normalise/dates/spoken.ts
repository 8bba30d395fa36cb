/**
 * What people and sites say of time that the runtime's language data does not list: numbers in words, "a few", other
 * words for "ago", short units. Words apart by "|"; `#` in `ago` is the place of number and unit.
 */
import { LATIN } from "./spoken-latin";
import { OTHER_SCRIPTS } from "./spoken-other-scripts";
import type { Unit } from "./units";

export interface Spoken {
  /** Words for one, two, three …, in order; other forms of the same number apart by "/". */
  numbers?: string;
  /** An amount nobody counted. */
  few?: string;
  half?: string;
  oneAndHalf?: string;
  ago?: string;
  units?: Partial<Record<Unit, string>>;
  /** Within the last minutes. */
  now?: string;
  /** Other words for the day before, and the days before it. */
  yesterday?: string;
  today?: string;
}

/** By primary language. */
export const SPOKEN: ReadonlyMap<string, Spoken> = new Map(Object.entries({ ...LATIN, ...OTHER_SCRIPTS }));
