/**
 * Bytes locked with a passphrase, piece by piece, so that no file need fit into memory: AES-256-GCM, the key by PBKDF2-HMAC-SHA-256.
 * Each piece has a nonce of its own (random beginning, counter) and says whether it is the last, so pieces can be neither exchanged nor
 * cut off (the STREAM construction; Hoang, Reyhanitabar, Rogaway, Vizár 2015).
 */

/** How a passphrase becomes a key; stands in the file in plain. */
export interface Lock {
  kdf: "PBKDF2-SHA-256";
  iterations: number;
  /** Base64. */
  salt: string;
  nonce: string;
  /** Bytes of a piece before it is locked. */
  piece: number;
}

/** OWASP, Password Storage Cheat Sheet, 2023. */
const ITERATIONS = 600_000;
/** A file that asks for more would only keep the machine busy. */
const MOST_ITERATIONS = 5_000_000;
const PIECE = 1 << 20;
const MOST_PIECE = 1 << 24;
const TAG = 16;
const NONCE = 8;

/** Shorter ones are guessed. */
export const SHORTEST_PASSPHRASE = 8;

export function newLock(): Lock {
  const random = (length: number) => base64(crypto.getRandomValues(new Uint8Array(length)));
  return { kdf: "PBKDF2-SHA-256", iterations: ITERATIONS, salt: random(16), nonce: random(NONCE), piece: PIECE };
}

/** @returns the lock a file speaks of, undefined when that is none that this version knows */
export function readLock(value: unknown): Lock | undefined {
  const { kdf, iterations, salt, nonce, piece } = (value ?? {}) as Record<string, unknown>;
  const counts = [iterations, piece].every((count) => Number.isInteger(count) && (count as number) > 0);
  if (kdf !== "PBKDF2-SHA-256" || !counts || typeof salt !== "string" || typeof nonce !== "string") return undefined;
  const lock = { kdf, iterations, salt, nonce, piece } as Lock;
  if (lock.iterations > MOST_ITERATIONS || lock.piece > MOST_PIECE) return undefined;
  try {
    return unbase64(nonce).length === NONCE && unbase64(salt).length >= 8 ? lock : undefined;
  } catch {
    return undefined;
  }
}

/** @returns a stream that locks what goes through it */
export async function locking(passphrase: string, lock: Lock): Promise<TransformStream<Bytes, Bytes>> {
  const key = await keyOf(passphrase, lock);
  return inPieces(lock.piece, async (piece, at, last) => {
    const locked = await crypto.subtle.encrypt(algorithm(lock, at, last), key, piece);
    return new Uint8Array(locked);
  });
}

/** @returns a stream that opens what goes through it; it fails with an `OperationError` when the passphrase is another one */
export async function unlocking(passphrase: string, lock: Lock): Promise<TransformStream<Bytes, Bytes>> {
  const key = await keyOf(passphrase, lock);
  return inPieces(lock.piece + TAG, async (piece, at, last) => {
    const opened = await crypto.subtle.decrypt(algorithm(lock, at, last), key, piece);
    return new Uint8Array(opened);
  });
}

export type Bytes = Uint8Array<ArrayBuffer>;

async function keyOf(passphrase: string, { salt, iterations }: Lock): Promise<CryptoKey> {
  // the same words typed on another keyboard may be composed otherwise
  const words = new TextEncoder().encode(passphrase.normalize("NFKC"));
  const base = await crypto.subtle.importKey("raw", words, "PBKDF2", false, ["deriveKey"]);
  const how = { name: "PBKDF2", hash: "SHA-256", salt: unbase64(salt), iterations };
  return crypto.subtle.deriveKey(how, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

function algorithm({ nonce }: Lock, at: number, last: boolean): AesGcmParams {
  const iv = new Uint8Array(NONCE + 4);
  iv.set(unbase64(nonce));
  new DataView(iv.buffer).setUint32(NONCE, at);
  return { name: "AES-GCM", iv, additionalData: Uint8Array.of(last ? 1 : 0) };
}

/** Cuts a stream into pieces of one length, the last one shorter or empty, and maps them in order. */
function inPieces(
  length: number,
  map: (piece: Bytes, at: number, last: boolean) => Promise<Bytes>,
): TransformStream<Bytes, Bytes> {
  let rest: Bytes = new Uint8Array(0);
  let at = 0;
  return new TransformStream({
    async transform(chunk, controller) {
      rest = joined(rest, chunk);
      // one piece is kept back: the last one says that it is
      while (rest.length > length) {
        controller.enqueue(await map(rest.slice(0, length), at++, false));
        rest = rest.slice(length);
      }
    },
    async flush(controller) {
      controller.enqueue(await map(rest, at, true));
    },
  });
}

function joined(one: Bytes, other: Bytes): Bytes {
  const whole = new Uint8Array(one.length + other.length);
  whole.set(one);
  whole.set(other, one.length);
  return whole;
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}

function unbase64(text: string): Bytes {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
