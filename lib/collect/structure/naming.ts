/** What the elements of a group, and what surrounds them, are called. */
import { ELSEWHERE_HEADING, QUESTION_HEADING } from "../document/phrases";
import { line } from "../document/text";
import {
  ASIDE_WORD,
  COMMENT_WORD,
  ELSEWHERE_WORD,
  FURNITURE_WORD,
  PRESS_WORD,
  QUESTION_WORD,
  REVIEW_WORD,
  WEAK_WORD,
  wordsOf,
} from "../document/vocabulary";

export interface Names {
  /** The element itself is named after a review or comment; by a weak word only. */
  own: boolean;
  weak: boolean;
  review: boolean;
  comment: boolean;
  /** Something around it is. */
  region: boolean;
  elsewhere: boolean;
  question: boolean;
  furniture: boolean;
  aside: boolean;
  press: boolean;
}

export function naming(element: Element | undefined): Names {
  const own = element ? wordsOf(element) : [];
  const names: Names = {
    own: own.some(isRecordWord),
    weak: !own.some((word) => isRecordWord(word) && !WEAK_WORD.test(word)),
    review: own.some((word) => REVIEW_WORD.test(word)),
    comment: own.some((word) => COMMENT_WORD.test(word)),
    region: false,
    elsewhere: own.some((word) => ELSEWHERE_WORD.test(word)) || isListOfThreads(own),
    question: own.some((word) => QUESTION_WORD.test(word)),
    furniture: own.some((word) => FURNITURE_WORD.test(word)) || isLive(own),
    aside: false,
    press: own.some((word) => PRESS_WORD.test(word)),
  };
  let at = element?.parentElement ?? null;
  let below: Element | undefined = element;
  for (let level = 1; at && below && level <= 12 && at.localName !== "body"; level += 1) {
    surround(at, level, below, names);
    below = at;
    at = at.parentElement;
  }
  return names;
}

function surround(at: Element, level: number, below: Element, names: Names): void {
  const words = wordsOf(at);
  if (level <= 8) {
    const heading = headingBefore(at, below);
    const region = [...words, ...headingWords(heading), ...headingWords(at.getAttribute("aria-label"))];
    const saidHere = !names.region && !names.question && !names.elsewhere;
    names.review ||= !names.comment && region.some((word) => REVIEW_WORD.test(word));
    names.comment ||= !names.review && region.some((word) => COMMENT_WORD.test(word) && !WEAK_WORD.test(word));
    names.region ||= region.some((word) => isRecordWord(word) && !WEAK_WORD.test(word));
    names.elsewhere ||= level <= 5 && words.some((word) => ELSEWHERE_WORD.test(word));
    names.elsewhere ||= saidHere && level <= 5 && ELSEWHERE_HEADING.test(heading);
    names.question ||= level <= 4 && words.some((word) => QUESTION_WORD.test(word));
    names.question ||= saidHere && level <= 5 && QUESTION_HEADING.test(heading);
    names.press ||= level <= 4 && words.some((word) => PRESS_WORD.test(word));
    names.furniture ||=
      level <= 5 && words.some((word) => /^(?:cookie|cookies|consent|gdpr|menu|nav|navigation|megamenu)$/.test(word));
  }
  const beside =
    /^(?:nav|aside|footer|header)$/.test(at.localName) ||
    [at.id, ...at.classList].some((name) => ASIDE_WORD.test(name.toLowerCase()));
  names.aside ||= beside && !names.own;
}

/** "live-match-comment": what a reporter says of a match, minute by minute. */
function isLive(words: string[]): boolean {
  return words.some((word) => /^(?:live|ticker|liveticker|liveblog|match|commentary)$/.test(word));
}

/** `thread_list`, `topic-row`: a line that leads to a discussion, not a part of one. */
function isListOfThreads(words: string[]): boolean {
  const at = words.findIndex((word) => /^(?:threads?|topics?)$/.test(word));
  return at >= 0 && /^(?:list|row|item|title|listitem)$/.test(words[at + 1] ?? "");
}

const HEADING = "h1, h2, h3, h4, h5, h6, [role=heading], legend, caption, summary";

/** "Customer reviews", "12 Kommentare": the heading of a section stands before the branch that holds the records. */
function headingBefore(section: Element, branch: Element): string {
  let looked = 0;
  for (let at = branch.previousElementSibling; at && looked < 6; at = at.previousElementSibling, looked += 1) {
    if (at.localName === branch.localName && at.className === branch.className) continue;
    const heading = at.matches(HEADING) ? at : at.childElementCount < 12 ? at.querySelector(HEADING) : null;
    const text = line(heading?.textContent);
    if (text && text.length <= 80) return text;
  }
  const label = section.firstElementChild === branch ? "" : line(section.firstElementChild?.textContent);
  return label.length <= 40 ? label : "";
}

function headingWords(text: string | null): string[] {
  return !text || text.length > 80
    ? []
    : text
        .toLowerCase()
        .split(/[^\p{L}]+/u)
        .filter(Boolean);
}

export function isRecordWord(word: string): boolean {
  return REVIEW_WORD.test(word) || COMMENT_WORD.test(word);
}
