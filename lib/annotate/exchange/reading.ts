/** Aids for reading what strangers wrote: every value is looked at before it is believed. */

export type Fields = Readonly<Record<string, unknown>>;

/** @returns own fields of an object; nothing for anything else */
export function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? { ...value } : {};
}

export function listOf(value: unknown): readonly unknown[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** @returns text without what cannot be seen, at most so long (UTF-16 units) */
export function textOf(value: unknown, limit = 20_000): string {
  if (typeof value !== "string") return "";
  return value.slice(0, limit).replace(/(?![\t\n\r])[\p{Cc}\uFFFE\uFFFF]/gu, "");
}

/** @returns ISO 8601 in UTC, or the other time when it is none */
export function timeOf(value: unknown, otherwise: string): string {
  const time = typeof value === "string" ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? otherwise : new Date(time).toISOString();
}

/** @returns an address of the web; undefined for all that is none, above all for what would run */
export function webAddress(value: unknown): string | undefined {
  const text = textOf(value, 4_000).trim();
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? text : undefined;
}

/** Markup as plain text: tags go, what they enclosed stays. Nothing is parsed as HTML. */
export function plainText(value: string): string {
  return value
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, "")
    .replace(/<(br|\/p|\/li|\/div)\b[^>]*>/gi, "\n")
    .replace(/<[^>]*>/g, "")
    .replace(/&(lt|gt|amp|quot|#39|nbsp);/g, (_, name: string) => ENTITIES[name] ?? "")
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'", nbsp: " " };
