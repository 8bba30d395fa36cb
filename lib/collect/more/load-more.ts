/** Finds the controls that show more records: below the list, and the answers inside of a record. */

import { labelOf } from "../document/label";
import { COMMENT_WORD, nameWords, REVIEW_WORD } from "../document/vocabulary";
import { isElsewhere, isPressable, namesOf } from "./controls";
import { promisesMore, promisesMoreRecords, promisesRecords } from "./labels";
import { isBeside, type Region, recordOf } from "./region";

/** Controls of other things, whatever they are called. */
const OTHER_NAME =
  /^(?:products?|articles?|stories|news|photos?|images?|videos?|filters?|options|details|specs?|description|menu|nav|categories|facets?)$/;

/**
 * @param url address of the document
 * @returns controls that show more of the list, those that name records first, the nearest first
 */
export function loadMoreIn(candidates: readonly Element[], url: string, region: Region): Element[] {
  const free = candidates.filter((element) => !recordOf(element, region) && isPressable(element, url, region));
  const named = free.filter((element) => isNamed(element, region) && !isElsewhere(element, region));
  const near = free.filter(
    (element) =>
      !named.includes(element) &&
      isVague(element, region) &&
      isBeside(element, region) &&
      !isElsewhere(element, region),
  );
  return [...named, ...near];
}

/** Where no record is shown yet, "Show comments" is enough. */
function isNamed(element: Element, { list }: Region): boolean {
  return namesOf(element).some(list ? promisesMoreRecords : promisesRecords);
}

/** "Show more", or a control of any language that is called `load-more`; what it means follows from where it stands. */
function isVague(element: Element, region: Region): boolean {
  const names = namesOf(element);
  if (names.some((name) => promisesMore(name) || promisesRecords(name))) return true;
  const label = labelOf(element);
  return region.list !== undefined && label.length > 0 && label.length <= 40 && isCalledMore(element);
}

const MORE_NAME = /^(?:more|loadmore|showmore|seemore|viewmore|morebtn|btnmore|morebutton)$/;
const VERB_NAME = /^(?:load|show|view|see|get|fetch|next|btn|button|link|trigger)$/;

function isCalledMore(element: Element): boolean {
  const words = nameWords(
    [element.getAttribute("class"), element.id, element.getAttribute("data-testid"), element.getAttribute("data-hook")]
      .filter(Boolean)
      .join(" ")
      .slice(0, 300),
  );
  if (!words.some((word) => MORE_NAME.test(word)) || words.some((word) => OTHER_NAME.test(word))) return false;
  return words.some(
    (word) =>
      (word.length > 4 && MORE_NAME.test(word)) ||
      VERB_NAME.test(word) ||
      REVIEW_WORD.test(word) ||
      COMMENT_WORD.test(word),
  );
}

/** @returns controls that show answers that are folded away, in the order of the page */
export function repliesIn(candidates: readonly Element[], url: string, region: Region): Element[] {
  return candidates.filter((element) => {
    if (element.getAttribute("aria-expanded") === "true") return false;
    if (!namesOf(element).some((name) => promisesRecords(name))) return false;
    const inside = recordOf(element, region) !== undefined;
    return (inside || isBetween(element, region)) && isPressable(element, url, region);
  });
}

/** In the list, but in none of its records: controls of a thread stand below its first comment. */
function isBetween(element: Element, { list, last }: Region): boolean {
  if (!list?.contains(element) || !last) return false;
  return Boolean(last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_PRECEDING);
}
