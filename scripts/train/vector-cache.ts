/**
 * Vectors of texts, made once: training and evaluation are repeated, the encoder's work is not.
 * Kept outside the repository: `EARSHOT_VECTORS`, else the user's cache folder.
 */
import { createHash } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Encoder } from "../../lib/models/model";

const BATCH = 256;

/** Encodes through a cache file that belongs to one model revision and graph. */
export class VectorCache {
  private readonly vectors = new Map<string, Float32Array>();
  private readonly keysFile: string;
  private readonly dataFile: string;

  constructor(
    private readonly makeEncoder: () => Promise<Encoder>,
    name: string,
    private readonly dimensions = 384,
  ) {
    const folder = process.env.EARSHOT_VECTORS ?? join(homedir(), ".cache/earshot/vectors");
    mkdirSync(folder, { recursive: true });
    this.keysFile = join(folder, `${name}.keys`);
    this.dataFile = join(folder, `${name}.f32`);
    this.load();
  }

  /** @returns one L2-normalised vector per text, in order */
  async encode(texts: readonly string[], progress?: (done: number, of: number) => void): Promise<Float32Array[]> {
    const missing = [...new Set(texts)].filter((text) => !this.vectors.has(keyOf(text)));
    missing.sort((a, b) => a.length - b.length);
    const encoder = missing.length > 0 ? await this.makeEncoder() : undefined;
    for (let start = 0; encoder && start < missing.length; start += BATCH) {
      const batch = missing.slice(start, start + BATCH);
      this.store(batch, await encoder.encode(batch));
      progress?.(Math.min(start + BATCH, missing.length), missing.length);
    }
    await encoder?.dispose();
    return texts.map((text) => this.vectors.get(keyOf(text)) ?? new Float32Array(this.dimensions));
  }

  private load(): void {
    if (!existsSync(this.keysFile) || !existsSync(this.dataFile)) return;
    const keys = readFileSync(this.keysFile, "utf8").split("\n").filter(Boolean);
    const bytes = readFileSync(this.dataFile);
    const data = new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength));
    const rows = Math.min(keys.length, Math.floor(data.length / this.dimensions)); // a killed run may leave half a row
    for (let i = 0; i < rows; i++) {
      this.vectors.set(keys[i] as string, data.subarray(i * this.dimensions, (i + 1) * this.dimensions));
    }
  }

  private store(texts: string[], vectors: Float32Array[]): void {
    for (const [i, text] of texts.entries()) this.vectors.set(keyOf(text), vectors[i] as Float32Array);
    const flat = new Float32Array(texts.length * this.dimensions);
    for (const [i, vector] of vectors.entries()) flat.set(vector, i * this.dimensions);
    appendFileSync(this.dataFile, Buffer.from(flat.buffer));
    appendFileSync(this.keysFile, `${texts.map(keyOf).join("\n")}\n`);
  }
}

function keyOf(text: string): string {
  return createHash("sha1").update(text).digest("hex").slice(0, 20);
}
