/** Answers of the shop that stand inside records, as a rule, so that they are nobody's review. */
import type { SiteRules } from "../site";
import { handlesOf } from "./handles";
import type { AsAny } from "./read-as-any";

/** @returns undefined where there are none, or nothing tells them from the rest of their records */
export function replyRuleOf(members: readonly Element[], read: ReadonlyMap<Element, AsAny>): SiteRules["reply"] {
  const answers = new Set([...read.values()].flatMap(({ reply }) => reply?.element ?? []));
  const [first] = answers;
  if (!first) return undefined;
  const tells = ({ selector }: { selector: string }) => {
    const found = members.flatMap((member) => [...member.querySelectorAll(selector)]);
    return new Set(found).size === answers.size && found.every((element) => answers.has(element));
  };
  const handle = handlesOf(first).find(tells);
  // The words are what is left of it; its head line is taken away where it is read.
  return handle && { record: handle.selector, body: [`${bodyOf(first)}`] };
}

/** The part of the answer with the most words, by its own name; all of it where that has none. */
function bodyOf(answer: Element): string {
  const parts = [...answer.children].sort((a, b) => (b.textContent?.length ?? 0) - (a.textContent?.length ?? 0));
  const part = parts[0];
  const handle = part && (handlesOf(part)[0]?.selector ?? `:scope > ${CSS.escape(part.localName)}`);
  return handle && answer.querySelector(handle) === part ? handle : "";
}
