/** Ids that are the same whenever they are made from the same parts. */

/**
 * FNV-1a in two 32-bit lanes (http://www.isthe.com/chongo/tech/comp/fnv/): quick and synchronous; not a defence against anyone.
 * @returns 16 hexadecimal digits
 */
export function stableId(...parts: readonly string[]): string {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (const character of parts.join("\u0000")) {
    const code = character.codePointAt(0) ?? 0;
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ (code + 0x5bd1), 0x01000193);
  }
  return [high, low].map((lane) => (lane >>> 0).toString(16).padStart(8, "0")).join("");
}
