/** @returns numbers as 16-bit integers with one scale, little endian, in base64 */
export function pack(values: Float32Array): { scale: number; data: string } {
  const largest = values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const scale = Number((largest / 32767 || 1).toPrecision(7));
  const integers = Int16Array.from(values, (value) => Math.round(value / scale));
  return { scale, data: Buffer.from(integers.buffer).toString("base64") };
}
