/** Numbers in half precision (IEEE 754-2008 binary16), until every browser has Float16Array. */

const single = new Float32Array(1);
const bits = new Uint32Array(single.buffer);
const LARGEST = 65_504;

/** @returns the bits of the nearest half; what is too large becomes ±65,504, and what is no number 0 */
export function halfOf(value: number): number {
  single[0] = Number.isNaN(value) ? 0 : Math.max(-LARGEST, Math.min(LARGEST, value));
  const all = bits[0] as number;
  const sign = (all >>> 16) & 0x8000;
  const exponent = ((all >>> 23) & 0xff) - 112;
  if (exponent <= 0) return sign | Math.round(Math.abs(single[0] as number) * 2 ** 24); // below 2⁻¹⁴: steps of 2⁻²⁴
  // a carry out of the fraction raises the exponent, which is what rounding up means
  return sign | ((exponent << 10) + (((all & 0x7fffff) + 0x1000) >>> 13));
}

/** @returns the number that a half's bits stand for */
export function numberOf(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >>> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}
