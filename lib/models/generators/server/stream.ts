/** An answer as it comes: server-sent events, or all at once from a server that does not stream. */
import { createParser } from "eventsource-parser";
import { Problem } from "../../../domain";
import type { ServerAccess } from "./access";
import { type Piece, readPiece } from "./chunk";
import { type Answer, readPieces } from "./exchange";
import { cut, failed, isContextFull, refused, unreadable } from "./failures";
import { SpokenText } from "./reasoning";

/** What was written, and what the server said about it. */
export interface Written extends Omit<Piece, "text" | "error" | "finish"> {
  text: string;
  finish: "stop" | "length";
}

/** An event without end is no event. */
const LONGEST_EVENT = 1024 * 1024;

/**
 * Reads an answer to its end. Ends the answer's watch.
 * @param onText called with all that is said so far, each time there is more
 * @throws Problem server_cut, server_unreadable, server_failed, context_full; the signal's reason
 */
export async function readAnswer(
  access: ServerAccess,
  answer: Answer,
  onText?: (text: string) => void,
): Promise<Written> {
  const type = answer.response.headers.get("content-type") ?? "";
  if (/^text\/html\b/i.test(type)) {
    answer.watch.end();
    void answer.response.body?.cancel().catch(() => undefined);
    throw unreadable(access, "html");
  }
  const reading = new Reading(access, /^text\/event-stream\b/i.test(type), onText);
  try {
    for await (const text of readPieces(access, answer)) if (reading.add(text)) break;
  } catch (error) {
    // some keep the connection open after the last word
    if (!reading.finished || !(error instanceof Problem) || error.code !== "server_cut") throw error;
  }
  return reading.end();
}

/** What has come so far. */
class Reading {
  readonly #access: ServerAccess;
  readonly #onText: ((text: string) => void) | undefined;
  readonly #spoken = new SpokenText();
  readonly #about: Omit<Written, "text" | "finish"> = {};
  readonly #streamed: boolean;
  readonly #parser;
  #finish: Written["finish"] | undefined;
  #done = false;
  /** Nothing more comes. */
  #ending = false;
  #pieces = 0;
  #whole = "";

  constructor(access: ServerAccess, streamed: boolean, onText?: (text: string) => void) {
    this.#access = access;
    this.#streamed = streamed;
    this.#onText = onText;
    this.#parser = createParser({
      onEvent: ({ data }) => this.#event(data),
      onError: ({ type }) => {
        if (type === "max-buffer-size-exceeded") throw unreadable(access, "large");
      },
      maxBufferSize: LONGEST_EVENT,
    });
  }

  /** The server said that this is the end. */
  get finished(): boolean {
    return this.#done || this.#finish !== undefined;
  }

  /** @returns whether nothing more is to be read */
  add(text: string): boolean {
    if (this.#streamed) this.#parser.feed(text);
    else this.#whole += text;
    return this.#done;
  }

  end(): Written {
    this.#ending = this.#streamed;
    // the last event may lack its empty line, and some call their stream something else
    if (this.#streamed) this.#parser.feed("\n\n");
    else if (/^(?:data|event|id):/.test(this.#whole)) this.#parser.feed(`${this.#whole}\n\n`);
    else this.#event(this.#whole.trim());
    if (this.#pieces === 0) throw unreadable(this.#access, "other");
    if (!this.finished) throw cut(this.#access, "other");
    this.#spoken.end();
    return { ...this.#about, text: this.#spoken.text.trimEnd(), finish: this.#finish ?? "stop" };
  }

  #event(data: string): void {
    if (data.trim() === "[DONE]") {
      this.#done = true;
      return;
    }
    if (this.#done || (data.trim() === "" && this.#streamed)) return; // some keep a connection alive with empty events
    const piece = readPiece(data);
    if (piece === "other") return;
    if (!piece && this.#ending) return; // half an event: the connection ended there
    if (!piece) {
      // one that cannot be read among others may hold words, and an answer with a gap is no answer
      throw unreadable(this.#access, "other");
    }
    if (piece.error !== undefined) throw this.#told(piece.error);
    this.#pieces += 1;
    const { text, finish, error: _none, ...about } = piece;
    for (const [key, value] of Object.entries(about))
      if (value !== undefined) Object.assign(this.#about, { [key]: value });
    this.#finish = finish ?? this.#finish;
    if (text !== "") this.#say(text);
  }

  #say(text: string): void {
    const before = this.#spoken.text;
    this.#spoken.add(text);
    if (this.#spoken.text !== before) this.#onText?.(this.#spoken.text);
  }

  #told(error: string): Error {
    if (isContextFull(error)) return refused(this.#access, { status: 400, text: error, structured: true });
    return failed(this.#access, error);
  }
}
