/** What `npm run eval:annotate` does in a page: marks sentences, changes the page, looks for them again. */
import { anchor, keepAnchored, type PageText, passageAt, readPageText } from "../../lib/annotate/anchor";
import { folded, WORDS } from "../../lib/annotate/fold";
import type { PageNote } from "../../lib/notebook-protocol";
import { sample, seededRandom } from "../train/random";
import { type Edit, INSIDE, OUTSIDE, type Truth } from "./annotate-edits";

/** Letters of a sentence that is worth a note; it ends like one, which menus and dates do not. */
const SHORTEST = 15;
const LONGEST = 400;
const ENDS = /[.!?…。！？]["'”’»)\]]*$/u;

/** Sentences of the page, each within one text node, in an order that the seed gives. */
export function sentences(seed: number, count: number): Truth[] {
  const segmenter = new Intl.Segmenter(undefined, { granularity: "sentence" });
  const found: Truth[] = [];
  for (const node of readPageText(document).index.nodes) {
    if (node.ownerDocument !== document || node.parentElement?.checkVisibility?.() === false) continue;
    for (const { segment, index } of segmenter.segment(node.data)) {
      const lead = segment.length - segment.trimStart().length;
      const words = segment.trim();
      if (
        words.length >= SHORTEST &&
        words.length <= LONGEST &&
        ENDS.test(words) &&
        folded(words, WORDS).length >= SHORTEST - 3
      )
        found.push({ node, start: index + lead, end: index + lead + words.length });
    }
  }
  return sample(found, count, seededRandom(seed));
}

/** @returns what would be stored, after its way through JSON; undefined where it cannot be noted */
export function stored({ node, start, end }: Truth, id = "note"): PageNote | undefined {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  const passage = passageAt(range, document);
  if (!passage.ok) return undefined;
  const { selectors, repeats } = passage.target;
  return JSON.parse(JSON.stringify({ id, text: passage.text, selectors, repeats, label: "", note: false })) as PageNote;
}

export type Outcome = "right" | "wrong" | "orphan" | "impossible";

/** A sentence marked, the page changed, the sentence looked for. The page is put back afterwards. */
export function tryEdit(kind: string, seed: number): { outcome: Outcome; words: string } {
  const body = document.body;
  const copy = body.cloneNode(true) as HTMLElement;
  try {
    const edit: Edit | undefined = OUTSIDE[kind] ?? INSIDE[kind];
    const [truth] = sentences(seed, 1);
    const note = truth && stored(truth);
    const after = truth && note && edit?.(truth, seededRandom(seed + 1));
    if (!note || after === undefined) return { outcome: "impossible", words: "" };
    return { outcome: outcomeOf(readPageText(document), note, after), words: note.text };
  } finally {
    body.replaceWith(copy);
  }
}

function outcomeOf(page: PageText, note: PageNote, truth: Truth | null): Outcome {
  const found = anchor(page, note)?.range;
  if (!found) return "orphan";
  if (!truth) return "wrong";
  const right = [truth.start, truth.end].map((offset) => positionIn(page, truth.node, offset));
  const got = [
    positionIn(page, found.startContainer, found.startOffset),
    positionIn(page, found.endContainer, found.endOffset),
  ];
  const same = right.every((at, i) => at !== undefined && Math.abs(at - (got[i] ?? Number.NaN)) <= 2);
  return same ? "right" : "wrong";
}

function positionIn({ placeOf }: PageText, node: Node, offset: number): number | undefined {
  const place = placeOf.get(node as Text);
  return place === undefined ? undefined : place + folded((node as Text).data.slice(0, offset), WORDS).length;
}

/** @returns what is stored of random sentences, with where they are, for the same page loaded anew */
export function markAll(seed: number, count: number): { note: PageNote; at: number }[] {
  const page = readPageText(document);
  return sentences(seed, count).flatMap((truth, i) => {
    const note = stored(truth, `n${i}`);
    const at = positionIn(page, truth.node, truth.start);
    return note && at !== undefined ? [{ note, at }] : [];
  });
}

/** @returns how many of them are at their place again */
export function findAll(marked: readonly { note: PageNote; at: number }[]): Record<Outcome, number> {
  const page = readPageText(document);
  const outcomes: Record<Outcome, number> = { right: 0, wrong: 0, orphan: 0, impossible: 0 };
  for (const { note, at } of marked) {
    const range = anchor(page, note)?.range;
    const found = range && positionIn(page, range.startContainer, range.startOffset);
    outcomes[found === undefined ? "orphan" : Math.abs(found - at) <= 2 ? "right" : "wrong"] += 1;
  }
  return outcomes;
}

/** @returns how long all of them take to be found (ms), and the longest time in which the page had no turn */
export async function openMany(notes: readonly PageNote[]): Promise<{ took: number; hold: number; found: number }> {
  const ender = new AbortController();
  const channel = new MessageChannel();
  let last = performance.now();
  let hold = 0;
  channel.port1.onmessage = () => {
    hold = Math.max(hold, performance.now() - last);
    last = performance.now();
    channel.port2.postMessage(0);
  };
  const began = performance.now();
  channel.port2.postMessage(0);
  const found = await new Promise<number>((resolve) => {
    const keeper = keepAnchored(document, {
      signal: ender.signal,
      onChange: ({ anchored, busy }) => busy || resolve(anchored.size),
    });
    keeper.setNotes(notes);
  });
  const took = performance.now() - began;
  ender.abort();
  channel.port1.close();
  return { took, hold, found };
}

export const KINDS = { outside: Object.keys(OUTSIDE), inside: Object.keys(INSIDE) };
