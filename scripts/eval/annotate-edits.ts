/** Changes of a page around a passage, each with the truth of where the passage is afterwards. Run in the page. */

/** Where the passage really is; null when it is gone. Known by its node, which anchoring knows nothing of. */
export interface Truth {
  node: Text;
  start: number;
  end: number;
}

export type Chance = () => number;

/** @returns the truth after the edit, null when the passage is gone, undefined when the edit cannot be made here */
export type Edit = (truth: Truth, chance: Chance) => Truth | null | undefined;

const FILL = [
  "Edited later: the seller has answered and sent a new part.",
  "Several people asked about this in the comments below.",
  "We have corrected a mistake in this section.",
  "Advertisement. Subscribe to our newsletter for more of this.",
  "Thank you all for reading so far, and for your patience.",
];
const WORDS =
  "meanwhile however certainly perhaps yesterday customer morning rather window letter simple orange village".split(
    " ",
  );

function pick<T>(list: readonly T[], chance: Chance): T {
  return list[Math.floor(chance() * list.length)] as T;
}

function blockOf(node: Text): HTMLElement | null {
  return (
    node.parentElement?.closest<HTMLElement>("p, li, td, div, section, article, blockquote, dd, h1, h2, h3, h4") ?? null
  );
}

function paragraph(document: Document, words: string): HTMLElement {
  const made = document.createElement("p");
  made.textContent = words;
  return made;
}

/** The nearest thing around it that has others like it beside it: a review in its list, a paragraph in its text. */
function movable(node: Text): Element | undefined {
  for (
    let at: Element | null = node.parentElement;
    at?.parentElement && at.localName !== "body";
    at = at.parentElement
  ) {
    const alike = [...at.parentElement.children].filter(({ localName }) => localName === at?.localName);
    if (alike.length > 1 && !/^(b|i|em|strong|span|a|br)$/.test(at.localName)) return at;
  }
  return undefined;
}

function reworded(text: string, chance: Chance, share: number): string {
  return text.replace(/[\p{L}]{3,}/gu, (word) => (chance() < share ? pick(WORDS, chance) : word));
}

/** Outside the passage: it must be found again where it is. */
export const OUTSIDE: Readonly<Record<string, Edit>> = {
  "insert block before": (truth, chance) => {
    const block = blockOf(truth.node);
    block?.before(paragraph(document, pick(FILL, chance)));
    return block ? truth : undefined;
  },
  "insert words beside": (truth, chance) => {
    const words = ` ${pick(FILL, chance)} `;
    if (chance() < 0.5) {
      truth.node.insertData(truth.end, words);
      return truth;
    }
    truth.node.insertData(truth.start, words);
    return { ...truth, start: truth.start + words.length, end: truth.end + words.length };
  },
  "grow the top": (truth, chance) => {
    for (let i = 0; i < 30; i++)
      document.body.prepend(paragraph(document, `${pick(FILL, chance)} ${pick(FILL, chance)}`));
    return truth;
  },
  "delete neighbour": (truth) => {
    const block = blockOf(truth.node);
    const neighbour = block?.previousElementSibling ?? block?.nextElementSibling;
    if (!neighbour || /^(script|style)$/.test(neighbour.localName)) return undefined;
    neighbour.remove();
    return truth;
  },
  "delete words beside": (truth) => {
    const { node, start, end } = truth;
    if (node.data.length - end > 12) {
      node.deleteData(end, Math.min(60, node.data.length - end));
      return truth;
    }
    if (start < 12) return undefined;
    const gone = Math.min(60, start);
    node.deleteData(start - gone, gone);
    return { node, start: start - gone, end: end - gone };
  },
  reorder: (truth, chance) => {
    const block = movable(truth.node);
    const siblings = [...(block?.parentElement?.children ?? [])].filter((other) => other !== block);
    if (!block || siblings.length === 0) return undefined;
    const other = pick(siblings, chance);
    if (chance() < 0.5) other.before(block);
    else other.after(block);
    return truth;
  },
  "reverse the list": (truth) => {
    const block = movable(truth.node);
    const parent = block?.parentElement;
    if (!block || !parent || parent.children.length > 400) return undefined;
    parent.append(...[...parent.children].reverse());
    return truth;
  },
  "reword near": (truth, chance) => {
    const { node, start, end } = truth;
    const before = reworded(node.data.slice(0, start), chance, 0.3);
    const after = reworded(node.data.slice(end), chance, 0.3);
    const words = node.data.slice(start, end);
    if (before.length + after.length < 20) return undefined;
    node.data = before + words + after;
    return { node, start: before.length, end: before.length + words.length };
  },
  "same words elsewhere": (truth, chance) => {
    const blocks = [...document.querySelectorAll("p, li")].filter((block) => !block.contains(truth.node));
    if (blocks.length === 0) return undefined;
    const words = truth.node.data.slice(truth.start, truth.end);
    pick(blocks, chance).after(paragraph(document, `${pick(FILL, chance)} ${words} ${pick(FILL, chance)}`));
    return truth;
  },
  "mark up": (truth) => {
    const { node, start, end } = truth;
    if (node.parentElement?.localName === "a") return undefined;
    const words = node.splitText(start);
    words.splitText(end - start);
    const strong = document.createElement("strong");
    words.replaceWith(strong);
    strong.append(words);
    return { node: words, start: 0, end: end - start };
  },
};

/** Inside the passage: it may be found where it is or not at all, but never elsewhere. */
export const INSIDE: Readonly<Record<string, Edit>> = {
  gone: (truth) => {
    truth.node.deleteData(truth.start, truth.end - truth.start);
    return null;
  },
  "gone with its block": (truth) => {
    const block = movable(truth.node);
    block?.remove();
    return block ? null : undefined;
  },
  "gone, its twin stays": (truth, chance) => {
    const twin = OUTSIDE["same words elsewhere"]?.(truth, chance);
    if (!twin) return undefined;
    truth.node.deleteData(truth.start, truth.end - truth.start);
    return null;
  },
  "other words": (truth, chance) => {
    const { node, start, end } = truth;
    const words = reworded(node.data.slice(start, end), chance, 0.6);
    node.replaceData(start, end - start, words);
    return { node, start, end: start + words.length };
  },
  slips: (truth) => {
    const { node, start, end } = truth;
    const words = node.data.slice(start, end);
    const slipped = words.replace(/(\p{L}{4})(\p{L})(\p{L}+)/u, "$1$3");
    if (slipped === words) return undefined;
    node.replaceData(start, end - start, slipped);
    return { node, start, end: start + slipped.length };
  },
};
