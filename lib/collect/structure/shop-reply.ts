/** Answers of shops, hosts and makers that stand inside a review, told by how they begin. */
import { looksLikeDate } from "../document/signals";
import { line, readText } from "../document/text";
import type { RawReview } from "../site";
import { ownText } from "./marks";

const HEAD =
  /^(?:(?:business|owner|seller|merchant|company|developer|host|management|official|store|brand|shop)(?:.s)? (?:response|reply|comment|answer)|(?:response|reply|replied|comment|answer) (?:from|by|of)(?: the)?(?: owner| seller| host| company| store| business| management)?|antwort (?:von|des|der|vom)|stellungnahme|réponse (?:de|du|d['’])|respuesta (?:de|del)|risposta (?:di|del|da)|resposta (?:de|do|da)|ответ (?:от|компании|продавца|магазина|владельца|представителя|производителя)|商家回复|卖家回复|官方回复|店家回覆|オーナーからの返信|出店者からの返信|판매자 답변)/i;
/** Head lines are short; below this the words are the reply itself. */
const LONGEST_HEAD = 90;

export interface ShopReply {
  element: Element;
  record: RawReview;
}

/** The answer inside a record, when it says that it is one. */
export function readShopReply(record: Element, isOther: (element: Element) => boolean): ShopReply | undefined {
  let seen = 0;
  for (const head of record.querySelectorAll("*")) {
    if (seen++ > 400) return undefined;
    const text = ownText(head);
    if (
      !text ||
      text.length > LONGEST_HEAD ||
      !HEAD.test(text) ||
      /^(?:a|button)$/.test(head.localName) ||
      isOther(head)
    )
      continue;
    const element = around(head, record);
    if (element) return { element, record: replyOf(element, head) };
  }
  return undefined;
}

/** Up from the head line to the element that holds the words too, but not the review it answers. */
function around(head: Element, record: Element): Element | undefined {
  const length = line(head.textContent).length;
  let at = head;
  while (at.parentElement && at.parentElement !== record) {
    if (line(at.textContent).length > length + 24) return at;
    at = at.parentElement;
  }
  return at !== record && at.parentElement === record && line(at.textContent).length > length + 12 ? at : undefined;
}

/** "Reply from Hearth" → "Hearth". */
export function withoutReplyHead(text: string): string {
  return text.replace(HEAD, "").replace(/^[\s:–-]+|[\s:–-]+$/g, "");
}

function replyOf(element: Element, head: Element): RawReview {
  const dated = [...element.querySelectorAll("*")].find(
    (inner) => inner.hasAttribute("datetime") || looksLikeDate(ownText(inner)),
  );
  const name = withoutReplyHead(line(head.textContent));
  return {
    how: "structure",
    kind: "reply",
    body: readText(element, (inner) => inner === head || inner === dated || inner.localName === "button"),
    ...(name && name.length <= 60 && !looksLikeDate(name) ? { author: name } : {}),
    ...(dated ? { date: dated.getAttribute("datetime") ?? line(dated.textContent) } : {}),
    depth: 1,
  };
}
