/** Rows of the database as lines of JSON and back. Bytes are written as base64, since JSON has none. */

/** Kinds of bytes that rows hold. Nothing else of what a row may be is made from a file: it is plain data. */
const ARRAYS = { Int8Array, Uint8Array, Float32Array } as const;
type ArrayName = keyof typeof ARRAYS;

/** What stands for bytes. Keys of rows that begin with `$` are written with one more, so that none is taken for it. */
const BYTES = "$bytes";

/** @returns one line without its end */
export function rowToLine(row: unknown): string {
  return JSON.stringify(row, (_, value: unknown) => {
    const array = arrayName(value);
    if (array) return { [BYTES]: array, base64: toBase64(value as Uint8Array) };
    return renamed(value, (key) => `$${key}`);
  });
}

/** @throws SyntaxError when the line is no JSON or holds bytes that are none */
export function lineToRow(line: string): unknown {
  return JSON.parse(line, (_, value: unknown) => {
    if (typeof value !== "object" || value === null) return value;
    if (!Object.hasOwn(value, BYTES)) return renamed(value, (key) => key.slice(1));
    const { [BYTES]: name, base64 } = value as Record<string, unknown>;
    if (typeof base64 !== "string" || !Object.hasOwn(ARRAYS, String(name)))
      throw new SyntaxError("These bytes are not written as bytes are.");
    return fromBase64(base64, name as ArrayName);
  });
}

/** An object with other names for its keys that begin with `$`; anything else as it is. */
function renamed(value: unknown, rename: (key: string) => string): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const keys = Object.keys(value);
  if (!keys.some((key) => key.startsWith("$"))) return value;
  const entries = Object.entries(value).map(([key, one]) => [key.startsWith("$") ? rename(key) : key, one]);
  return Object.fromEntries(entries);
}

function arrayName(value: unknown): ArrayName | undefined {
  return (Object.keys(ARRAYS) as ArrayName[]).find((name) => value instanceof ARRAYS[name]);
}

/** More at once is too many arguments for a call. */
const SLICE = 0x8000;

function toBase64({ buffer, byteOffset, byteLength }: Uint8Array): string {
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  let text = "";
  for (let at = 0; at < bytes.length; at += SLICE) text += String.fromCharCode(...bytes.subarray(at, at + SLICE));
  return btoa(text);
}

function fromBase64(base64: string, name: ArrayName): Int8Array | Uint8Array | Float32Array {
  const bytes = Uint8Array.from(bytesOf(base64), (letter) => letter.charCodeAt(0));
  if (name === "Float32Array" && bytes.length % Float32Array.BYTES_PER_ELEMENT !== 0)
    throw new SyntaxError("These bytes are not written as bytes are.");
  return new ARRAYS[name](bytes.buffer);
}

function bytesOf(base64: string): string {
  try {
    return atob(base64);
  } catch (error) {
    throw new SyntaxError("These bytes are not written as bytes are.", { cause: error });
  }
}
