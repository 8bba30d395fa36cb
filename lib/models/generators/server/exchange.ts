/** One request and its answer: status, redirects, waiting, and reading no more than an answer can be. */
import type { ServerAccess } from "./access";
import { Watch } from "./access";
import {
  busy,
  closedToBrowsers,
  cut,
  type Refusal,
  redact,
  redirected,
  silent,
  unreachable,
  unreadable,
} from "./failures";
import { answersAtAll } from "./reachable";

/** Far more than any answer or list of models holds. */
const LARGEST_ANSWER = 8 * 1024 * 1024;
const LARGEST_COMPLAINT = 64 * 1024;

/** A refusal that may depend on what was asked; whoever asked decides. */
export class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(`HTTP ${refusal.status}`);
    this.refusal = refusal;
  }
}

export interface Answer {
  response: Response;
  watch: Watch;
}

/**
 * Sends one request. A server that is busy (429, 503) is asked again as often as it says, while `patience` allows it.
 * Whoever takes the answer ends its watch.
 * @param body sent as JSON with POST; GET without it
 * @throws Problem; Refused for any other refusal; the signal's reason
 */
export async function send(access: ServerAccess, path: string, body?: object, signal?: AbortSignal): Promise<Answer> {
  let waited = 0;
  for (;;) {
    const answer = await sendOnce(access, path, body, signal);
    if (!isBusy(answer.response)) return settle(access, answer);
    const wait = retryAfter(answer.response, access);
    const { text } = await readRefusal(access, answer);
    const loading = answer.response.status === 503 && /\bloading\b/i.test(text);
    waited += wait;
    if (waited > access.patience[loading ? "loading" : "retry"]) throw busy(access, loading);
    await pause(wait, signal);
  }
}

async function sendOnce(
  access: ServerAccess,
  path: string,
  body: object | undefined,
  signal?: AbortSignal,
): Promise<Answer> {
  const watch = new Watch(signal);
  watch.expect(access.patience.first);
  try {
    const ask = () => access.fetch(`${access.url}${path}`, requestOf(access, body, watch.signal));
    const response = await ask().catch((error: unknown) => {
      if (watch.signal.aborted || !closedMeanwhile(error)) throw error;
      return ask();
    });
    return { response, watch };
  } catch (error) {
    watch.end();
    signal?.throwIfAborted();
    if (watch.silent) throw silent(access);
    if (await answersAtAll(access.url + path, access.fetch)) throw closedToBrowsers(access);
    throw unreachable(access, error);
  }
}

/**
 * A kept connection that the server closed while nothing was asked (llama.cpp does after five seconds) is noticed only when it is used: browsers
 * then ask again by themselves, Node does not.
 */
function closedMeanwhile(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  const code = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : undefined;
  return code === "UND_ERR_SOCKET" || code === "ECONNRESET" || code === "EPIPE";
}

/** `redirect: manual`: another host would get the texts. */
function requestOf(access: ServerAccess, body: object | undefined, signal: AbortSignal): RequestInit {
  const headers: Record<string, string> = { accept: "application/json, text/event-stream" };
  if (body) headers["content-type"] = "application/json";
  if (access.key) headers.authorization = `Bearer ${access.key}`;
  const content = body && JSON.stringify(body);
  const quiet = { credentials: "omit", cache: "no-store", referrerPolicy: "no-referrer", redirect: "manual" } as const;
  return { ...quiet, method: body ? "POST" : "GET", headers, body: content, signal };
}

const isBusy = ({ status }: Response) => status === 429 || status === 503;

/** Seconds or a date: RFC 9110 10.2.3. */
function retryAfter({ headers }: Response, { patience }: ServerAccess): number {
  const value = headers.get("retry-after") ?? "";
  const told = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  // "at once" is no pause, and a request a millisecond is an attack
  return Number.isNaN(told) ? patience.pause : Math.max(told, patience.pause);
}

function pause(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", stop, { once: true });
  });
}

/** @returns the answer when it is a success */
async function settle(access: ServerAccess, answer: Answer): Promise<Answer> {
  const { response } = answer;
  if (response.ok) return answer;
  const elsewhere = response.type === "opaqueredirect" || (response.status >= 300 && response.status < 400);
  if (elsewhere) {
    discard(answer);
    throw redirected(access);
  }
  throw new Refused(await readRefusal(access, answer));
}

async function readRefusal(access: ServerAccess, answer: Answer): Promise<Refusal> {
  const { status } = answer.response;
  const text = await readText(access, answer, LARGEST_COMPLAINT).catch(() => "");
  answer.watch.throwIfStopped(); // a complaint cut short is a refusal all the same
  const said = complaintIn(text);
  return { status, text: redact(said ?? "", access), structured: said !== undefined };
}

/** The words in `{"error":{"message"}}`, `{"error"}`, `{"message"}` or `{"detail"}`; undefined when it is no JSON. */
function complaintIn(text: string): string | undefined {
  try {
    const json = JSON.parse(text) as { error?: unknown; message?: unknown; detail?: unknown } | null;
    const inner = json?.error ?? json?.message ?? json?.detail ?? json;
    return sentenceOf(inner);
  } catch {
    return undefined;
  }
}

/** What an error object says, with its type and code, which name the cause more surely than its words. */
export function sentenceOf(error: unknown): string {
  if (typeof error === "string") return error;
  const { message, type, code } = (error ?? {}) as { message?: unknown; type?: unknown; code?: unknown };
  const marks = [type, code].filter((mark) => typeof mark === "string").join(", ");
  if (typeof message === "string") return marks ? `${message} (${marks})` : message;
  return JSON.stringify(error ?? "");
}

/**
 * The pieces of an answer as they come. Ends the watch.
 * @throws Problem server_cut, server_unreadable (too large); the signal's reason
 */
export async function* readPieces(
  access: ServerAccess,
  { response, watch }: Answer,
  most = LARGEST_ANSWER,
): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let left = most;
  try {
    for await (const bytes of bytesOf(response)) {
      watch.expect(access.patience.silence);
      left -= bytes.byteLength;
      if (left < 0) throw unreadable(access, "large");
      yield decoder.decode(bytes, { stream: true });
    }
  } catch (error) {
    watch.throwIfStopped();
    if (error instanceof BrokenStream) throw cut(access, watch.silent ? "silence" : "other");
    throw error;
  } finally {
    watch.end();
  }
}

class BrokenStream extends Error {}

/** Gives the connection back however its reader ends. */
async function* bytesOf({ body }: Response): AsyncGenerator<Uint8Array> {
  if (!body) return;
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch((cause: unknown) => {
        throw new BrokenStream("broken", { cause });
      });
      if (done) return;
      yield value;
    }
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

/** @throws as `readPieces` */
export async function readText(access: ServerAccess, answer: Answer, most?: number): Promise<string> {
  let text = "";
  for await (const piece of readPieces(access, answer, most)) text += piece;
  return text;
}

function discard({ response, watch }: Answer): void {
  watch.end();
  void response.body?.cancel().catch(() => undefined);
}
