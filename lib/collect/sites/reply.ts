/** Answers of the shop that stand inside a record, by the rules of its site. */
import { pathTo } from "../document/path";
import type { RawReview, SiteRules } from "../site";
import { withoutReplyHead } from "../structure/shop-reply";
import { fieldOf } from "./field";

/** @returns each answer with words, as a record that answers `to` */
export function repliesOf(
  record: Element,
  rule: SiteRules["reply"],
  to: RawReview,
): { record: RawReview; element: Element }[] {
  if (!rule) return [];
  const found = [...record.querySelectorAll(rule.record)];
  const outermost = found.filter((element) => !found.some((other) => other !== element && other.contains(element)));
  return outermost.flatMap((element) => {
    const body = fieldOf(element, rule.body);
    if (!body) return [];
    const reply: RawReview = {
      how: to.how,
      kind: "reply",
      body,
      author: withoutReplyHead(fieldOf(element, rule.author) ?? "") || undefined,
      date: fieldOf(element, rule.date),
      replyTo: to.nativeId ?? to.selector,
      depth: 1,
      selector: pathTo(element),
    };
    return [{ record: reply, element }];
  });
}
