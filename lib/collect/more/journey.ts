/**
 * A reading on its way over a page and those after it, as plain data: it travels with every message between page and
 * engine, so that neither has to remember and an engine that was ended loses nothing.
 */
import type { Coverage } from "../../domain";
import type { Control, More, RawSubject } from "../site";
import type { PageSnapshot } from "../snapshot";

export interface Journey {
  /** Whether to go on after what is shown now. */
  allPages: boolean;
  /** As the first page said it; later ones say less. */
  subject?: RawSubject;
  subjectId?: string;
  /** Ids of the records seen. */
  seen: string[];
  /** How many the site says exist. */
  announced?: number;
  /** Copies read: the page as it was found, and each time it showed more. */
  pages: number;
  /** Addresses that were fetched, this page's first. */
  visited: string[];
  /** Controls that need no further press: they brought nothing, or did what they can do once. */
  spent: string[];
  /** Steps of the same kind in a row that brought nothing. */
  idle: number;
  /** Requests in a row that failed. */
  failures: number;
  /** What was done last, and what the page offered when it was last seen. */
  last?: Step;
  offer?: More;
  /** Scrolling brings nothing any more. */
  bottom?: boolean;
  /** The list drops what was scrolled past: each view is read before the next. */
  drops?: boolean;
  /** The page after the latest one, while it is not read. */
  next?: string;
  /** A control that shows more was pressed: when it has gone, the list has ended. */
  pressed?: boolean;
  /** Pages were turned: the tab does not show what it showed at the beginning. */
  turned?: boolean;
  /** What had been read when somebody last pressed Read or Go on: the limits count from here. */
  since?: { pages: number; seen: number };
  /** Fetched pages come without their records: pages are turned in the tab. */
  inPlace?: boolean;
  /** What lay over the page from the beginning is no obstacle. */
  overlaid?: More["obstacle"];
  /** Texts still cut off. */
  cut: number;
}

/** What the page script is to do next. */
export type Step =
  /** `text` completes texts, `more` and `page` show more of the list, `replies` unfold answers. */
  | { do: "press"; what: "text" | "more" | "replies" | "page"; controls: Control[]; times: number; firmly: boolean }
  /** `on`: so far that the last record shown stays in view; `end`: to the end of the list and of the page. */
  | { do: "scroll"; list?: string; to: "on" | "end"; times: number }
  /** After a pause of `wait` milliseconds, or the usual one. */
  | { do: "fetch"; url: string; page: number; wait?: number }
  | { do: "done"; coverage: Coverage };

/** Why a page could not be had. */
export interface Failure {
  /** HTTP status; none when there was no answer at all. */
  status?: number;
  /** The `Retry-After` header. */
  retryAfter?: string;
  why: string;
}

/** What a step brought. */
export type Brought =
  | { from: "tab" | "fetch"; snapshot: PageSnapshot }
  | { from: "failure"; failure: Failure }
  /** `leaves`: the control would have left the page; `left`: the tab shows something else now. */
  | { from: "end"; why: "stopped" | "left" | "leaves" };

/** What was read in a copy, as far as it matters for the next step. */
export type Answer =
  | {
      from: "tab" | "fetch";
      /** Address of the copy. */
      url: string;
      /** Ids of its records, those left out of which only the beginning could be read. */
      ids: string[];
      /** Records of which only the beginning is shown. */
      cut: number;
      more: More;
      announced?: number;
    }
  | Exclude<Brought, { snapshot: PageSnapshot }>;

export function beginJourney(allPages: boolean): Journey {
  return { allPages, seen: [], pages: 0, visited: [], spent: [], idle: 0, failures: 0, cut: 0 };
}
