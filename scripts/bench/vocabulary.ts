/**
 * What a smaller vocabulary would save, and what it would do to sentences: pieces of other scripts are made
 * unreachable in a copy of the tokenizer, and our sentences are encoded with and without them.
 */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createNodeEncoder } from "../../lib/models/node-encoder";
import { cosine } from "../../lib/models/stored-vector";
import { PARITY_SENTENCES } from "../models/sentences";

const KEPT = {
  "all scripts": /^/,
  "Latin, Cyrillic, Han, kana, Hangul":
    /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Common}\p{Script=Inherited}]*$/u,
  "Latin, Cyrillic, Han":
    /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Common}\p{Script=Inherited}]*$/u,
};
/** 192 bytes of nibbles and 24 of scales in the embedding, and about 26 in tokenizer.json. */
const BYTES_PER_PIECE = 242;
/** Below this a sentence's vector no longer says the same. */
const INTACT = 0.98;

interface TokenizerFile {
  model: { vocab: [string, number][] };
}

export async function measurePruning(folder: string) {
  const whole: TokenizerFile = JSON.parse(readFileSync(join(folder, "tokenizer.json"), "utf8"));
  const reference = await encodeFrom(folder);
  const rows = [];
  for (const [name, pattern] of Object.entries(KEPT)) {
    const kept = whole.model.vocab.filter(([piece]) => pattern.test(piece)).length;
    const vectors = await encodePruned(folder, whole, pattern);
    const cosines = vectors.map((vector, i) => cosine(vector, reference[i] ?? new Float32Array()));
    const megabytes = ((whole.model.vocab.length - kept) * BYTES_PER_PIECE) / 1e6;
    const intact = cosines.filter((value) => value >= INTACT).length;
    rows.push({
      keeps: name,
      pieces: kept,
      "saves MB": Number(megabytes.toFixed(1)),
      "sentences intact": `${intact} of ${cosines.length}`,
      "least cosine": Number(Math.min(...cosines).toFixed(3)),
    });
  }
  return rows;
}

async function encodePruned(folder: string, whole: TokenizerFile, kept: RegExp): Promise<Float32Array[]> {
  const copy = mkdtempSync(join(tmpdir(), "earshot-pruned-"));
  try {
    cpSync(folder, copy, { recursive: true });
    // an unreachable name in its place keeps the ids of all others
    const vocab = whole.model.vocab.map(([piece, score], id) => [kept.test(piece) ? piece : `\u0000${id}`, score]);
    writeFileSync(join(copy, "tokenizer.json"), JSON.stringify({ ...whole, model: { ...whole.model, vocab } }));
    return await encodeFrom(copy);
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

async function encodeFrom(folder: string): Promise<Float32Array[]> {
  const encoder = await createNodeEncoder({ folder, graph: "q4" });
  const vectors = await encoder.encode(PARITY_SENTENCES);
  await encoder.dispose();
  return vectors;
}
