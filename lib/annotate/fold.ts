/**
 * How two writings of the same words are made equal. Readers of structured data, of `textContent` and of
 * `innerText` disagree about whitespace, soft hyphens, quotation marks and dashes; letters, digits and
 * symbols (emoji, currency) they agree on. A fold removes UTF-16 units and never changes one, so a position in
 * folded text can be walked back to the text it came from.
 */

/** Tells for each UTF-16 unit whether it is removed. */
export type Fold = (unit: number) => boolean;

/** Keeps letters, digits, marks and symbols: the usual comparison. */
export const WORDS: Fold = removing(/[\s\p{P}\p{Cf}\p{Cc}\p{Variation_Selector}]/u);

/** Keeps punctuation too: for quotes that consist of nothing else ("?!"). */
export const MARKS: Fold = removing(/[\s\p{Cf}\p{Cc}\p{Variation_Selector}]/u);

/** Whole pages are folded while somebody waits: a table is some ten times faster than a pattern. Made on first use. */
function removing(pattern: RegExp): Fold {
  let table: Uint8Array | undefined;
  return (unit) => {
    table ??= Uint8Array.from({ length: 0x10000 }, (_, code) => (pattern.test(String.fromCharCode(code)) ? 1 : 0));
    return table[unit] === 1;
  };
}

const decoder = new TextDecoder("utf-16le", { ignoreBOM: true });

/** Collects folded text of many nodes without making a string of each. */
export class FoldedText {
  length = 0;
  private units = new Uint16Array(1 << 14);

  constructor(private readonly fold: Fold) {}

  add(text: string): void {
    if (this.length + text.length > this.units.length) this.grow(text.length);
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (!this.fold(unit)) this.units[this.length++] = unit;
    }
  }

  toString(): string {
    return decoder.decode(this.units.subarray(0, this.length));
  }

  private grow(by: number): void {
    const larger = new Uint16Array(2 * (this.units.length + by));
    larger.set(this.units.subarray(0, this.length));
    this.units = larger;
  }
}

export function folded(text: string, fold: Fold): string {
  const sum = new FoldedText(fold);
  sum.add(text);
  return sum.toString();
}

/** The fold that leaves something of this quote to search for; undefined when nothing visible is in it. */
export function foldFor(text: string): Fold | undefined {
  return [WORDS, MARKS].find((fold) => folded(text, fold) !== "");
}

/** What a fold removes at the ends of a quote: its opening and closing marks. */
export function edgesOf(text: string, fold: Fold): { opening: string; closing: string } {
  let first = 0;
  let last = text.length;
  while (first < last && fold(text.charCodeAt(first))) first++;
  while (last > first && fold(text.charCodeAt(last - 1))) last--;
  return { opening: text.slice(0, first).trim(), closing: text.slice(last).trim() };
}

/**
 * Walks from a position in folded text back into the text.
 * @param kept how many units of the folded text lie before the position
 * @param after true for the end of a passage: the position behind the last kept unit, not before the next
 */
export function unfoldedOffset(text: string, fold: Fold, kept: number, after: boolean): number {
  let left = after ? kept - 1 : kept;
  for (let at = 0; at < text.length; at++) if (!fold(text.charCodeAt(at)) && left-- === 0) return after ? at + 1 : at;
  return text.length;
}
