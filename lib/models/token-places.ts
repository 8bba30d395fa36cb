/**
 * Finds tokens again in the text they were made from. The tokenizer normalises (NFKC, runs of spaces to one) before it cuts,
 * and does not say where its pieces came from.
 */

/** What is normalised together: a character with the marks that join it (accents, half-width voice marks). */
const CLUSTER = /[^\p{M}\uff9e\uff9f][\p{M}\uff9e\uff9f]*|[\p{M}\uff9e\uff9f]+/gsu;
/** Metaspace: stands for a space in a piece. */
const SPACE = "▁";
/** How far behind the present place a piece is looked for, when something unknown lies between. */
const REACH = 48;

interface Normalised {
  text: string;
  /** For each UTF-16 unit of `text`: where its cluster starts and ends in the source. */
  starts: number[];
  ends: number[];
}

/**
 * @param pieces tokens in order, without control tokens
 * @returns a place for each piece; a piece that cannot be found again (an unknown character) spans what lies between its neighbours
 */
export function placesOf(text: string, pieces: readonly string[]): { starts: Uint32Array; ends: Uint32Array } {
  const source = normalise(text);
  const starts = new Uint32Array(pieces.length);
  const ends = new Uint32Array(pieces.length);
  let at = 0;
  for (const [i, piece] of pieces.entries()) {
    while (source.text[at] === " ") at++;
    const written = piece.replaceAll(SPACE, " ").trim();
    const found = written ? source.text.indexOf(written, at) : -1;
    const known = found >= 0 && found - at <= REACH;
    starts[i] = known ? (source.starts[found] ?? text.length) : (source.starts[at] ?? text.length);
    if (known) at = found + written.length;
    ends[i] = written ? (source.ends[at - 1] ?? 0) : (starts[i] ?? 0);
    if (!known && written) ends[i] = starts[i] ?? 0;
  }
  fillGaps(starts, ends);
  return { starts, ends };
}

/** An unknown piece has no length yet: it reaches to the next piece that was found. */
function fillGaps(starts: Uint32Array, ends: Uint32Array): void {
  for (let i = 0; i + 1 < starts.length; i++) {
    const [start = 0, end = 0, next = 0] = [starts[i], ends[i], starts[i + 1]];
    if (end <= start && next > start) ends[i] = next;
    if ((ends[i] ?? 0) < start) ends[i] = start;
  }
}

function normalise(text: string): Normalised {
  const out: Normalised = { text: "", starts: [], ends: [] };
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const written = cluster.normalize("NFKC").replace(/\s/gu, " ");
    out.text += written;
    for (let unit = 0; unit < written.length; unit++) {
      out.starts.push(index);
      out.ends.push(index + cluster.length);
    }
  }
  return out;
}
