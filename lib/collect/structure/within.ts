/** Whether an element of a record belongs to another record (or to an omitted part) inside of it. */
export function inOther(element: Element, record: Element, isOther: (element: Element) => boolean): boolean {
  for (let at: Element | null = element; at && at !== record; at = at.parentElement) if (isOther(at)) return true;
  return false;
}
