/** A hub with one invented model of a few kilobytes, whose files are addresses of this page. */
import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import type { Hub, HubFile } from "../../../../lib/models/generators/webllm/hub";

export const REVISION = "0123456789abcdef0123456789abcdef01234567";
const SHARD_BYTES = 300_000;

/** Two words, in the format of the tokenizers library. */
const TOKENIZER = {
  version: "1.0",
  truncation: null,
  padding: null,
  added_tokens: [],
  normalizer: null,
  pre_tokenizer: null,
  post_processor: null,
  decoder: null,
  model: { type: "WordLevel", vocab: { quiet: 0, other: 1 }, unk_token: "other" },
};

/** As web-llm lists a file of weights: this one holds none, but is read. */
const shardRecord = (number: number) => ({ dataPath: `params_shard_${number}.bin`, nbytes: SHARD_BYTES, records: [] });

export interface SampleHub extends Hub {
  /** What it hands out: may be changed, its listing stays. */
  contents: Map<string, Uint8Array<ArrayBuffer>>;
  /** Files that were asked for, in order. */
  asked: string[];
  /** Bytes of all files. */
  bytes: number;
}

export async function sampleHub(): Promise<SampleHub> {
  const text = (value: unknown) => new TextEncoder().encode(JSON.stringify(value));
  const shard = (seed: number) => Uint8Array.from({ length: SHARD_BYTES }, (_, i) => (i * 13 + seed) & 255);
  const contents = new Map([
    ["mlc-chat-config.json", text({ vocab_size: 300, tokenizer_files: ["tokenizer.json"], conv_template: {} })],
    ["tensor-cache.json", text({ records: [0, 1].map(shardRecord), metadata: {} })],
    ["tokenizer.json", text(TOKENIZER)],
    ["params_shard_0.bin", shard(1)],
    ["params_shard_1.bin", shard(2)],
  ]);
  const files = await Promise.all([...contents].map(([path, content]) => listed(path, content)));
  const asked: string[] = [];
  return {
    host: "hub.example",
    contents,
    asked,
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    list: async () => ({ revision: REVISION, files }),
    address(_repository, revision, path) {
      asked.push(path);
      if (revision !== REVISION) throw new Error(`${revision} was never named.`);
      return URL.createObjectURL(new Blob([contents.get(path) ?? new Uint8Array()]));
    },
  };
}

/** As a hub lists them: large ones with their SHA-256, small ones with git's hash. */
async function listed(path: string, content: Uint8Array<ArrayBuffer>): Promise<HubFile> {
  if (path.endsWith(".bin")) return { path, bytes: content.length, sha256: bytesToHex(sha256(content)) };
  const head = new TextEncoder().encode(`blob ${content.length}\0`);
  const whole = await new Blob([head, content]).arrayBuffer();
  return { path, bytes: content.length, git: bytesToHex(new Uint8Array(await crypto.subtle.digest("SHA-1", whole))) };
}
