/**
 * Puts texts of like length together, so that little is spent on padding. Where each shape costs once, since a GPU compiles a set of shaders
 * for it, the set of shapes is kept small; elsewhere shapes are free, and batches are those that cost least.
 */

export interface BatchRules {
  /** Most tokens in one batch, padding included; a single longer text is a batch of its own. */
  tokens: number;
  /** Most texts in one batch. */
  rows: number;
  /** What a call costs beside its tokens, in tokens, where shapes are free; absent where they are few and fixed. */
  call?: number;
  /** Lengths to run once at start, so that the first batches do not wait for shaders. */
  warmUp: readonly number[];
}

export interface Batch {
  /** Positions of the texts in the caller's list. */
  indices: number[];
  /** Padded length in tokens. */
  length: number;
}

/** WASM gains nothing from large batches; small ones keep stopping and progress quick. */
export const WASM_RULES: BatchRules = { tokens: 512, rows: 16, call: 16, warmUp: [] };
/** A GPU is bound by the overhead of each call. */
export const GPU_RULES: BatchRules = { tokens: 4096, rows: 32, warmUp: [16, 32, 48] };

/** A GPU imitated by the CPU, in tests: every token counts. */
export const SOFTWARE_GPU_RULES: BatchRules = { tokens: 64, rows: 2, warmUp: [] };

/** Next multiple of 16 tokens, of 32 above 128, of 64 above 256: seventeen lengths in all. */
export function paddedLength(tokens: number): number {
  const step = tokens <= 128 ? 16 : tokens <= 256 ? 32 : 64;
  return Math.max(step, Math.ceil(tokens / step) * step);
}

/** Most rows of this length that the rules allow, a power of two. */
export function rowsFor(length: number, rules: BatchRules): number {
  const fitting = Math.max(1, Math.min(rules.rows, Math.floor(rules.tokens / length)));
  return 2 ** Math.floor(Math.log2(fitting));
}

/**
 * @param lengths tokens per text
 * @returns batches that name every text once, shortest first
 */
export function planBatches(lengths: readonly number[], rules: BatchRules): Batch[] {
  const order = lengths.map((_, index) => index).sort((a, b) => (lengths[a] ?? 0) - (lengths[b] ?? 0) || a - b);
  return rules.call === undefined ? fixedShapes(order, lengths, rules) : freeShapes(order, lengths, rules, rules.call);
}

function fixedShapes(order: readonly number[], lengths: readonly number[], rules: BatchRules): Batch[] {
  const batches: Batch[] = [];
  let open: Batch | undefined;
  for (const index of order) {
    const length = paddedLength(lengths[index] ?? 0);
    if (!open || open.length !== length || open.indices.length >= rowsFor(length, rules)) {
      open = { indices: [], length };
      batches.push(open);
    }
    open.indices.push(index);
  }
  return batches;
}

/**
 * The cheapest way to cut the sorted texts into batches, by dynamic programming over where the last one begins: each batch costs its call
 * and its longest text times its rows.
 */
function freeShapes(order: readonly number[], lengths: readonly number[], rules: BatchRules, call: number): Batch[] {
  const least = [0];
  const begins = [0];
  for (let end = 1; end <= order.length; end++) {
    const length = lengths[order[end - 1] ?? 0] ?? 0;
    const most = Math.max(1, Math.min(rules.rows, end, Math.floor(rules.tokens / Math.max(1, length))));
    let best = Number.POSITIVE_INFINITY;
    for (let rows = 1; rows <= most; rows++) {
      const cost = (least[end - rows] ?? 0) + call + rows * length;
      if (cost >= best) continue;
      best = cost;
      begins[end] = end - rows;
    }
    least[end] = best;
  }
  const batches: Batch[] = [];
  for (let end = order.length; end > 0; end = begins[end] ?? 0) {
    const indices = order.slice(begins[end] ?? 0, end);
    batches.unshift({ indices, length: lengths[order[end - 1] ?? 0] ?? 0 });
  }
  return batches;
}
