/**
 * Makes the vectors that lib/ask and its tests keep beside them: mean vectors of questions and statements per language
 * (lib/ask/language-means.json), and the vectors of the sample kettle. Run after the encoder has changed:
 * npx tsx scripts/eval/ask-vectors.ts
 */
import { readFileSync, writeFileSync } from "node:fs";
import type { Encoder } from "../../lib/models/model";
import { createNodeEncoder } from "../../lib/models/node-encoder";
import { quantise } from "../../lib/understand/vectors";

const MEANS = new URL("../../lib/ask/language-means.json", import.meta.url);
const TEXTS = new URL("ask-language-texts.json", import.meta.url);
const KETTLE = new URL("../../test/fixtures/ask/kettle.source.json", import.meta.url);
const KETTLE_VECTORS = new URL("../../test/fixtures/ask/kettle.vectors.json", import.meta.url);

type Texts = Record<"questions" | "statements", Record<string, string[]>>;
interface KettleSource {
  reviews: { says: [string, number, string | null][] }[];
  questions: string[];
}

const encoder = await createNodeEncoder({ graph: "q4" });
await writeMeans(encoder);
await writeKettle(encoder);
await encoder.dispose();

async function writeMeans(encoder: Encoder): Promise<void> {
  const texts: Texts = JSON.parse(readFileSync(TEXTS, "utf8"));
  const means: Record<string, unknown> = {
    about: "Mean encoder vectors of questions and statements per language. Made by scripts/eval/ask-vectors.ts.",
  };
  for (const kind of ["questions", "statements"] as const) {
    const packed: Record<string, { scale: number; int8: string }> = {};
    for (const [language, list] of Object.entries(texts[kind])) packed[language] = pack(await encoder.encode(list));
    means[kind] = packed;
  }
  writeFileSync(MEANS, `${JSON.stringify(means, undefined, 2)}\n`);
}

/** The length of a mean carries meaning (how alike the texts are), so the scale is kept beside the bytes. */
function pack(vectors: Float32Array[]): { scale: number; int8: string } {
  const mean = Float32Array.from({ length: vectors[0]?.length ?? 0 }, (_, i) => {
    return vectors.reduce((sum, vector) => sum + (vector[i] ?? 0), 0) / vectors.length;
  });
  const scale = Math.max(...mean.map(Math.abs)) / 127;
  return { scale: Number(scale.toPrecision(6)), int8: base64(quantise(mean)) };
}

async function writeKettle(encoder: Encoder): Promise<void> {
  const source: KettleSource = JSON.parse(readFileSync(KETTLE, "utf8"));
  const sentences = source.reviews.flatMap((review) => review.says.map(([text]) => text));
  const texts = [...sentences, ...source.questions];
  const vectors = await encoder.encode(texts);
  const entries = texts.map((text, i) => [text, base64(quantise(vectors[i] ?? new Float32Array()))]);
  writeFileSync(KETTLE_VECTORS, `${JSON.stringify(Object.fromEntries(entries), undefined, 2)}\n`);
}

function base64(bytes: Int8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
}
