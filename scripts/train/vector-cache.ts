/**
 * What the encoder makes of texts, made once: training and evaluation are repeated, the encoder's work is not.
 * Kept outside the repository: `EARSHOT_VECTORS`, else the user's cache folder.
 */
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Encoder, TextReading } from "../../lib/models/model";
import { packReadings, unpackReadings } from "../../lib/models/packed-readings";
import { ENCODER } from "../../lib/models/registry";

const BATCH = 256;

/** Reads through a cache that belongs to one conversion of a model, one graph and one reader. */
export class VectorCache {
  private readonly readings = new Map<string, TextReading>();
  private readonly file: string;

  constructor(
    private readonly makeEncoder: () => Promise<Encoder>,
    name: string,
  ) {
    const folder = process.env.EARSHOT_VECTORS ?? join(homedir(), ".cache/earshot/vectors");
    mkdirSync(folder, { recursive: true });
    this.file = join(folder, `${name}-${ENCODER.format}-${ENCODER.reader.sha256.slice(0, 12)}.ndjson`);
    this.load();
  }

  /** @returns one L2-normalised vector per text, in order */
  async encode(texts: readonly string[], progress?: (done: number, of: number) => void): Promise<Float32Array[]> {
    return (await this.read(texts, progress)).map(({ vector }) => vector);
  }

  /** As `encode`, with everything the same pass says about each text. */
  async read(texts: readonly string[], progress?: (done: number, of: number) => void): Promise<TextReading[]> {
    const missing = [...new Set(texts)].filter((text) => !this.readings.has(keyOf(text)));
    missing.sort((a, b) => a.length - b.length);
    const encoder = missing.length > 0 ? await this.makeEncoder() : undefined;
    for (let start = 0; encoder && start < missing.length; start += BATCH) {
      const batch = missing.slice(start, start + BATCH);
      this.store(batch.map(keyOf), await encoder.read(batch));
      progress?.(Math.min(start + BATCH, missing.length), missing.length);
    }
    await encoder?.dispose();
    return texts.map((text) => this.readings.get(keyOf(text)) as TextReading);
  }

  private load(): void {
    if (!existsSync(this.file)) return;
    for (const line of readFileSync(this.file, "utf8").split("\n")) {
      const batch = parse(line);
      if (!batch) continue; // a killed run may leave half a line
      const readings = unpackReadings(batch.readings);
      batch.keys.forEach((key, i) => {
        const reading = readings[i];
        if (reading) this.readings.set(key, reading);
      });
    }
  }

  private store(keys: string[], readings: TextReading[]): void {
    keys.forEach((key, i) => {
      this.readings.set(key, readings[i] as TextReading);
    });
    const { counts, places, ...floats } = packReadings(readings);
    const packed = {
      counts: base64(counts),
      places: base64(places),
      vectors: base64(floats.vectors),
      sentences: base64(floats.sentences),
      tokens: base64(floats.tokens),
    };
    appendFileSync(this.file, `${JSON.stringify({ keys, packed })}\n`);
  }
}

function parse(line: string) {
  if (!line.endsWith("}")) return undefined;
  const { keys, packed } = JSON.parse(line) as { keys: string[]; packed: Record<string, string> };
  const bytes = (name: string) => Uint8Array.from(Buffer.from(packed[name] ?? "", "base64")).buffer;
  const readings = {
    counts: new Uint32Array(bytes("counts")),
    places: new Uint32Array(bytes("places")),
    vectors: new Float32Array(bytes("vectors")),
    sentences: new Float32Array(bytes("sentences")),
    tokens: new Float32Array(bytes("tokens")),
  };
  return { keys, readings };
}

function base64(array: Float32Array | Uint32Array): string {
  return Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString("base64");
}

function keyOf(text: string): string {
  return createHash("sha1").update(text).digest("hex").slice(0, 20);
}
