import { fold } from "../document/fold";
import { pathTo } from "../document/path";
import type { Root } from "../document/roots";
import type { Slices } from "../document/slices";
import { SILENT } from "../document/text";
import type { RawReview } from "../site";

/** Letters by which a text is recognised in the page. */
const KEY = 24;

/**
 * Gives a way back to records that came from data alone, where the page shows their words.
 * @returns the element of each record that was found
 */
export async function locateTexts(
  records: RawReview[],
  roots: Root[],
  slices: Slices,
): Promise<Map<RawReview, Element>> {
  const located = new Map<RawReview, Element>();
  const wanted = new Map<string, RawReview[]>();
  for (const record of records) {
    const key = fold(record.body.split("\n")[0] ?? "", KEY);
    if (record.selector || key.length < 8) continue;
    wanted.set(key, [...(wanted.get(key) ?? []), record]);
  }
  for (const root of wanted.size ? roots : []) {
    const owner = root.ownerDocument ?? (root as Document);
    const walker = owner.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode() && wanted.size) {
      if (slices.due()) await slices.rest();
      const text = walker.currentNode.nodeValue ?? "";
      const parent = walker.currentNode.parentElement;
      if (text.length < 8 || !parent || SILENT.has(parent.localName)) continue;
      const key = fold(text, KEY);
      const record = wanted.get(key)?.shift();
      if (record) {
        record.selector = pathTo(parent);
        located.set(record, parent);
      }
      if (wanted.get(key)?.length === 0) wanted.delete(key);
    }
  }
  return located;
}
