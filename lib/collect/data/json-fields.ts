/** Reads single values out of data of unknown shape. */
import type { Json } from "./lenient-json";
import { plain } from "./markup";

export type JsonObject = { [key: string]: Json };

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** One value or many, as a list. */
export function listOf(value: Json | undefined): Json[] {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) ? value : [value];
}

/** A text from a string, a number, or the first of a list or an object with one of the usual inner names. */
export function textOf(value: Json | undefined, depth = 0): string | undefined {
  if (typeof value === "string") return plain(value) || undefined;
  if (typeof value === "number") return String(value);
  if (depth > 3) return undefined;
  if (Array.isArray(value)) return textOf(value[0], depth + 1);
  if (!isObject(value)) return undefined;
  for (const key of ["name", "@value", "text", "html", "rendered", "value", "content", "displayName", "plainText"]) {
    const found = textOf(value[key], depth + 1);
    if (found) return found;
  }
  return undefined;
}

/** A number from a number or a text that is one ("4,5", "1 204" stays a text for the engine). */
export function numberOf(value: Json | undefined): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  if (typeof value !== "string" || !/^\s*-?\d+(?:[.,]\d+)?\s*$/.test(value)) return undefined;
  return Number(value.trim().replace(",", "."));
}

/** A count, with the thousands marks that people write: "1,204", "1.204", "12 340". */
export function countOf(value: Json | undefined): number | undefined {
  if (typeof value === "number") return Number.isInteger(value) && value >= 0 ? value : undefined;
  if (typeof value !== "string") return undefined;
  const found = value.match(/\d{1,3}(?:[.,\s\u00a0\u202f]\d{3})+(?!\d)|\d+/);
  return found ? Number(found[0].replace(/\D/g, "")) : undefined;
}

/** `@type` values without their namespace. */
export function typesOf(object: JsonObject): string[] {
  return listOf(object["@type"] ?? object.__typename)
    .filter((type): type is string => typeof type === "string")
    .map((type) => type.replace(/^.*[/#:]/, ""));
}
