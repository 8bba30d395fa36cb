/** Takes values out of data that a stranger wrote. Only own properties count, so no key of a file reaches a prototype. */

/** @returns an own property, undefined where there is none */
export function field(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Record<string, unknown>)[key];
}

/** @returns the items of a list; of anything else none */
export function entries(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** @returns a text in one line without invisible signs, at most `longest` UTF-16 units; "" for anything else */
export function text(value: unknown, longest: number): string {
  if (typeof value !== "string") return "";
  const plain = value.slice(0, longest * 2).replace(/[\p{Cc}\p{Zl}\p{Zp}\s\u202A-\u202E\u2066-\u2069]+/gu, " ");
  return plain
    .trim()
    .slice(0, longest)
    .replace(/\p{Cs}/gu, "")
    .trim();
}

/** @returns the texts of a list, each as `text` gives it, without empty ones */
export function texts(value: unknown, most: number, longest: number): string[] {
  return entries(value)
    .slice(0, most)
    .map((one) => text(one, longest))
    .filter(Boolean);
}
