/**
 * What a hub says of a model: the state it has now, and every file of that state with its size and hash. Asked once, when a download
 * begins; all that is loaded afterwards is of the state that was found then.
 * Interface: huggingface.co/docs/hub/api (`/api/models/…/revision/…`, `/api/models/…/tree/…`).
 */
import { Problem } from "../../../domain";

export interface HubFile {
  path: string;
  bytes: number;
  /** SHA-256 in hexadecimal; the hub gives it for large files. */
  sha256?: string;
  /** Git's own hash of the content (SHA-1 over `blob LENGTH\0` and the bytes), which it gives for the others. */
  git?: string;
}

export interface HubListing {
  /** Commit that pins everything. */
  revision: string;
  files: HubFile[];
}

/** A place that models are loaded from; tests hand in their own. */
export interface Hub {
  /** Its name in sentences. */
  host: string;
  /** @throws Problem download_failed; the signal's reason */
  list(repository: string, signal: AbortSignal): Promise<HubListing>;
  address(repository: string, revision: string, path: string): string;
}

const HOST = "huggingface.co";

export const huggingFace: Hub = {
  host: HOST,
  async list(repository, signal) {
    const base = `https://${HOST}/api/models/${repository}`;
    const about = await ask(`${base}/revision/main`, signal);
    const revision = readRevision(about);
    return { revision, files: readTree(await ask(`${base}/tree/${revision}?recursive=true`, signal)) };
  },
  address: (repository, revision, path) =>
    `https://${HOST}/${repository}/resolve/${revision}/${path.split("/").map(encodeURIComponent).join("/")}`,
};

/** @throws Problem download_failed */
export function readRevision(answer: unknown): string {
  const sha = isObject(answer) ? answer.sha : undefined;
  if (typeof sha === "string" && /^[0-9a-f]{40}$/.test(sha)) return sha;
  throw unreadable("it names no revision");
}

/** Files of the listing; folders and entries without a size are left out. @throws Problem download_failed when it is no list */
export function readTree(answer: unknown): HubFile[] {
  if (!Array.isArray(answer)) throw unreadable("it lists no files");
  return answer.flatMap((entry: unknown) => {
    if (!isObject(entry) || entry.type !== "file" || typeof entry.path !== "string") return [];
    const lfs = isObject(entry.lfs) ? entry.lfs : undefined;
    const bytes = lfs?.size ?? entry.size;
    if (typeof bytes !== "number" || !Number.isSafeInteger(bytes) || bytes < 0) return [];
    const sha256 = hashOf(lfs?.oid, 64);
    // of a large file, git knows the pointer only
    const git = lfs ? undefined : hashOf(entry.oid, 40);
    return [{ path: entry.path, bytes, ...(sha256 && { sha256 }), ...(git && { git }) }];
  });
}

const CONFIGURATION = "mlc-chat-config.json";
/** The list of shards, under today's name and the one it had before; the same format. */
const SHARD_LISTS = ["tensor-cache.json", "ndarray-cache.json"];
const TOKENIZERS = ["tokenizer.json", "tokenizer.model"];
const SHARD = /^params_shard_\d+\.bin$/;

/**
 * Those files of a repository that web-llm reads, in the order in which they are loaded: small ones first.
 * @throws Problem download_failed when one is missing or has no hash to compare it with
 */
export function neededFiles(files: readonly HubFile[]): HubFile[] {
  const named = new Map(files.map((file) => [file.path, file]));
  const oneOf = (names: string[]) => names.map((name) => named.get(name)).find((file) => file !== undefined);
  const small = [named.get(CONFIGURATION), oneOf(SHARD_LISTS), oneOf(TOKENIZERS)];
  const shards = files.filter(({ path }) => SHARD.test(path)).sort((a, b) => numberOf(a.path) - numberOf(b.path));
  const needed = [...small, ...shards].filter((file) => file !== undefined);
  if (needed.length < small.length + 1) throw unreadable("files of the model are missing");
  const bare = needed.find(({ sha256, git }) => !sha256 && !git);
  if (bare) throw unreadable(`${bare.path} has no hash`);
  return needed;
}

/** The name under which the library asks for a file. */
export function libraryName(path: string): string {
  return SHARD_LISTS.includes(path) ? "tensor-cache.json" : path;
}

function numberOf(path: string): number {
  return Number(/\d+/.exec(path)?.[0] ?? 0);
}

async function ask(url: string, signal: AbortSignal): Promise<unknown> {
  try {
    const response = await fetch(url, { signal, cache: "no-store", credentials: "omit" });
    if (response.ok) return (await response.json()) as unknown;
    throw new Error(`The server answered ${response.status}.`);
  } catch (error) {
    signal.throwIfAborted();
    throw unreadable(error instanceof Error ? error.message : String(error));
  }
}

function unreadable(detail: string): Problem {
  const message = `${HOST} did not say what the model consists of. Try again later.`;
  return new Problem("download_failed", message, { name: HOST }, { cause: new Error(detail) });
}

function hashOf(value: unknown, length: number): string | undefined {
  return typeof value === "string" && value.length === length && /^[0-9a-f]+$/.test(value) ? value : undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
