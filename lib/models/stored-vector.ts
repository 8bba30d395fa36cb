/**
 * Vectors in text files: 32-bit floats, little endian, in base64. A quarter of the size of decimals, and exact.
 */

export function vectorFromBase64(text: string): Float32Array {
  const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  return new Float32Array(bytes.buffer);
}

export function vectorToBase64(vector: Float32Array): string {
  const bytes = new Uint8Array(vector.buffer, vector.byteOffset, vector.byteLength);
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/** Cosine of the angle between two vectors of equal length; NaN when one is zero or not a number. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let [product, left, right] = [0, 0, 0];
  a.forEach((value, i) => {
    const other = b[i] ?? Number.NaN;
    product += value * other;
    left += value * value;
    right += other * other;
  });
  return product / Math.sqrt(left * right);
}
