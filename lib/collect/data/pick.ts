import { type JsonObject, textOf } from "./json-fields";
import type { Json } from "./lenient-json";

/** First value whose key matches and that holds something. */
export function pick(object: JsonObject, key: RegExp): Json | undefined {
  for (const [name, value] of Object.entries(object)) {
    if (key.test(name) && value !== null && value !== "" && !(Array.isArray(value) && value.length === 0)) return value;
  }
  return undefined;
}

/** The longest text among the matching keys: a record often carries its words short and in full. */
export function pickText(object: JsonObject, key: RegExp): string | undefined {
  let best: string | undefined;
  for (const [name, value] of Object.entries(object)) {
    if (!key.test(name) || Array.isArray(value) || typeof value === "number") continue;
    const text = typeof value === "object" ? innerText(value) : textOf(value);
    if (text && /[\p{L}\p{Extended_Pictographic}]/u.test(text) && text.length > (best?.length ?? 0)) best = text;
  }
  return best;
}

function innerText(value: Json): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  return textOf(value.text ?? value.html ?? value.rendered ?? value.content ?? value.value ?? value.markdown);
}
