/** Everything a server can do wrong, as a problem with a sentence. What a server wrote is shown only where the key cannot be in it. */
import { Problem } from "../../../domain";
import type { ServerAccess } from "./access";
import { hostOf } from "./address";

/** What a server said when it refused; `text` is its own words, without the key. */
export interface Refusal {
  status: number;
  text: string;
  /** It spoke as programs do: a JSON error. */
  structured: boolean;
}

const LONGEST_DETAIL = 300;

/** Nothing answers at the address, or a firewall holds it back. */
export function unreachable(access: ServerAccess, cause?: unknown): Problem {
  const name = hostOf(access.url);
  const why = reason(cause);
  const sentence = `Nothing answers at ${name}. Start the server, and check address and port.${why && ` (${why})`}`;
  return new Problem("server_unreachable", sentence, { name, other: "other" });
}

/** It took the request and said nothing. */
export function silent(access: ServerAccess): Problem {
  const name = hostOf(access.url);
  const sentence = `${name} did not begin to answer in time. It may be loading a model: look at the server, then try again.`;
  return new Problem("server_unreachable", sentence, { name, other: "silent" });
}

/** It answers, but lets no browser read it. */
export function closedToBrowsers(access: ServerAccess): Problem {
  const name = hostOf(access.url);
  const sentence = `${name} answers, but does not allow browser extensions to read it. Allow their origin at the server (Ollama: OLLAMA_ORIGINS), or give Earshot access to this address again.`;
  return new Problem("server_forbidden", sentence, { name, other: "cors" });
}

export function redirected(access: ServerAccess): Problem {
  const name = hostOf(access.url);
  const sentence = `${name} sends requests on to another address, which Earshot does not follow. Enter that address instead.`;
  return new Problem("server_failed", sentence, { name, other: "redirect" });
}

export function busy(access: ServerAccess, loading: boolean): Problem {
  const name = hostOf(access.url);
  const why = loading ? "is still loading its model" : "takes no more requests for now";
  const other = loading ? "loading" : "limit";
  return new Problem("server_busy", `${name} ${why}. Wait a moment, then try again.`, { name, other });
}

/** @param why `silence`: nothing more came; `other`: the connection ended */
export function cut(access: ServerAccess, why: "silence" | "other"): Problem {
  const name = hostOf(access.url);
  const what = why === "silence" ? "stopped writing in the middle" : "broke off in the middle";
  return new Problem("server_cut", `${name} ${what} of its answer. What came is kept; ask again.`, {
    name,
    other: why,
  });
}

const UNREADABLE = {
  html: "answered with a web page. Check the address: it usually ends with /v1.",
  path: "knows nothing at this address. Check it: it usually ends with /v1.",
  large: "sent far more than an answer holds, so it was stopped.",
  other: "answered with something that is no answer. Check that it is an OpenAI-compatible server.",
};

/** `html`: a page for people; `path`: no such address there; `large`: without end. */
export function unreadable(access: ServerAccess, other: keyof typeof UNREADABLE): Problem {
  const name = hostOf(access.url);
  return new Problem("server_unreadable", `${name} ${UNREADABLE[other]}`, { name, other });
}

export function failed(access: ServerAccess, detail: string): Problem {
  const name = hostOf(access.url);
  const said = redact(detail, access).slice(0, LONGEST_DETAIL).trim();
  const sentence = said ? `${name} reported an error: ${said}` : `${name} reported an error without saying which.`;
  return new Problem(
    "server_failed",
    sentence,
    { name, other: "other" },
    said ? { cause: new Error(said) } : undefined,
  );
}

/** Of an HTTP status that is no success and no invitation to wait. */
export function refused(access: ServerAccess, refusal: Refusal, model?: string): Problem {
  const name = hostOf(access.url);
  const { status, text } = refusal;
  if (status === 401) return wrongKey(access);
  if (status === 403) return forbidden(name);
  if (isContextFull(text)) return contextFull(name);
  const speaksOfModel = refusal.structured && /model/i.test(text);
  if (model && speaksOfModel && (status === 404 || /not (?:found|exist|loaded|available)/i.test(text)))
    return noSuchModel(name, model);
  if (status === 404 || status === 405) return unreadable(access, "path");
  return failed(access, text || `HTTP ${status}`);
}

/** Refused by the server, wanted by it, or no key at all: a header holds printable ASCII only. */
export function wrongKey(access: Pick<ServerAccess, "url" | "key">): Problem {
  const name = hostOf(access.url);
  const other = access.key ? "wrong" : "missing";
  const sentence = access.key ? `${name} does not accept the key. Enter it again.` : `${name} wants a key. Enter one.`;
  return new Problem("server_key", sentence, { name, other });
}

function forbidden(name: string): Problem {
  const sentence = `${name} refuses requests from a browser extension. Ollama: set OLLAMA_ORIGINS=chrome-extension://* and start it again. Elsewhere the key may lack the right.`;
  return new Problem("server_forbidden", sentence, { name, other: "refused" });
}

function noSuchModel(name: string, model: string): Problem {
  const sentence = `${name} has no model “${model}”. Choose one from its list, or load it there first.`;
  return new Problem("server_model", sentence, { name, other: model });
}

function contextFull(name: string): Problem {
  const sentence = `${name} has too little room for question and reviews together. Give it a larger context, or ask more briefly.`;
  return new Problem("context_full", sentence, { name });
}

/** llama.cpp: `exceed_context_size_error`; OpenAI and vLLM: `context_length_exceeded`, "maximum context length". */
export function isContextFull(text: string): boolean {
  return /exceed_context_size|context_length_exceeded|(?:maximum|exceeds?[^.]{0,40}) context (?:length|size|window)/i.test(
    text,
  );
}

/** Servers repeat the key they were given in their complaints. */
export function redact(text: string, { key }: ServerAccess): string {
  return key ? text.replaceAll(key, "…") : text;
}

/** Node names the cause (`ECONNREFUSED`), browsers do not. */
function reason(cause: unknown): string {
  const inner = cause instanceof Error ? (cause.cause as { code?: unknown } | undefined) : undefined;
  return typeof inner?.code === "string" ? inner.code : "";
}
