/** Pieces of an answer, as OpenAI's interface has them and as other servers vary it. Read defensively: anything may be missing. */
import { sentenceOf } from "./exchange";

export interface Piece {
  /** What was said; reasoning in a field of its own is left out. */
  text: string;
  finish?: "stop" | "length";
  promptTokens?: number;
  completionTokens?: number;
  model?: string;
  /** What went wrong at the server after it had begun. */
  error?: string;
}

interface Wire {
  error?: unknown;
  object?: unknown;
  message?: unknown;
  model?: unknown;
  choices?: {
    delta?: { content?: unknown };
    message?: { content?: unknown };
    text?: unknown;
    finish_reason?: unknown;
  }[];
  usage?: { prompt_tokens?: unknown; completion_tokens?: unknown } | null;
}

/**
 * @param data the JSON of one event, or of a whole answer
 * @returns undefined when it is no such thing; "other" when it says something that belongs to no answer
 */
export function readPiece(data: string): Piece | "other" | undefined {
  const wire = parse(data);
  if (!wire) return undefined;
  // older vLLM says {"object":"error","message"} in the middle of a stream
  const error = wire.error || (wire.object === "error" && wire.message);
  if (error) return { text: "", error: sentenceOf(error) };
  if (!("choices" in wire || "usage" in wire)) return "other";
  const choice = Array.isArray(wire.choices) ? wire.choices[0] : undefined;
  return {
    text: textOf(choice?.delta?.content ?? choice?.message?.content ?? choice?.text),
    finish: finishOf(choice?.finish_reason),
    promptTokens: count(wire.usage?.prompt_tokens),
    completionTokens: count(wire.usage?.completion_tokens),
    model: typeof wire.model === "string" && wire.model !== "" ? wire.model.slice(0, 200) : undefined,
  };
}

function parse(data: string): Wire | undefined {
  try {
    const json: unknown = JSON.parse(data);
    return typeof json === "object" && json !== null ? (json as Wire) : undefined;
  } catch {
    return undefined;
  }
}

/** Plain text, or parts of which only those with text count. */
function textOf(content: unknown): string {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content.map((part: { text?: unknown } | null) => (typeof part?.text === "string" ? part.text : "")).join("");
}

/** Whatever else a server calls the end of an answer, it is one. */
function finishOf(reason: unknown): Piece["finish"] {
  if (typeof reason !== "string" || reason === "") return undefined;
  return reason === "length" || reason === "max_tokens" ? "length" : "stop";
}

function count(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : undefined;
}
