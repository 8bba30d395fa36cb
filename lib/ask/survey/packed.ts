/** Vectors in JSON: their bytes, little endian, in base64. */
import type { Vector } from "../vectors";

/** Arguments of one call, so that no long vector overflows the stack. */
const AT_ONCE = 8192;

/** @param vector any numbers; kept as 32-bit floats, which loses nothing of int8 or float32 */
export function floatsToBase64(vector: Vector): string {
  const bytes = new DataView(new ArrayBuffer(vector.length * 4));
  for (let i = 0; i < vector.length; i++) bytes.setFloat32(i * 4, vector[i] ?? 0, true);
  return base64(new Uint8Array(bytes.buffer));
}

/** @throws Error when it is no base64, or no list of 32-bit floats */
export function floatsFromBase64(packed: string): Float32Array {
  const bytes = bytesOf(packed);
  if (bytes.length % 4 !== 0) throw new Error("A vector is cut off.");
  const view = new DataView(bytes.buffer);
  const vector = new Float32Array(bytes.length / 4);
  for (let i = 0; i < vector.length; i++) vector[i] = view.getFloat32(i * 4, true);
  return vector;
}

export function bytesToBase64(vector: Int8Array): string {
  return base64(new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength));
}

/** @throws Error when it is no base64 */
export function bytesFromBase64(packed: string): Int8Array {
  return new Int8Array(bytesOf(packed).buffer);
}

function base64(bytes: Uint8Array): string {
  let text = "";
  for (let i = 0; i < bytes.length; i += AT_ONCE) text += String.fromCharCode(...bytes.subarray(i, i + AT_ONCE));
  return btoa(text);
}

function bytesOf(packed: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
}
