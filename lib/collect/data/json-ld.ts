/** Reviews in `<script type="application/ld+json">`. https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents */

import type { Root } from "../document/roots";
import type { Slices } from "../document/slices";
import type { Warning } from "../site";
import { isObject, type JsonObject, listOf } from "./json-fields";
import { type Json, parseLenient } from "./lenient-json";
import { type Found, readSchema } from "./schema-org";

/** Scripts longer than this would hold the page for too long in one piece. */
const LONGEST = 10_000_000;

/** @param warnings hears of the blocks that could not be read */
export async function readJsonLd(roots: Root[], slices: Slices, warnings: Warning[]): Promise<Found> {
  const found: Found = { reviews: [], subjects: [] };
  let broken = 0;
  for (const root of roots) {
    for (const script of root.querySelectorAll('script[type*="ld+json" i]')) {
      await slices.rest();
      const text = script.textContent ?? "";
      const value = text.length > LONGEST ? undefined : parseLenient(text);
      if (value !== undefined) readSchema(linked(value), "json-ld", found);
      else if (text.trim()) broken += 1;
    }
  }
  if (broken) {
    const message = `${broken === 1 ? "One JSON-LD block" : `${broken} JSON-LD blocks`} of this page could not be read (broken JSON); the rest of the page was read.`;
    warnings.push({ code: "data_broken", count: broken, message });
  }
  return found;
}

/** Nodes of an `@graph` refer to each other by `@id`; the reference is replaced by what it names, one level deep. */
function linked(value: Json): Json {
  const nodes = new Map<string, JsonObject>();
  for (const item of listOf(value)) {
    for (const node of listOf(isObject(item) ? item["@graph"] : undefined)) {
      if (isObject(node) && typeof node["@id"] === "string") nodes.set(node["@id"], node);
    }
  }
  if (nodes.size === 0) return value;
  for (const node of nodes.values()) {
    for (const key of ["author", "creator"]) node[key] = resolve(node[key], nodes);
  }
  return value;
}

function resolve(value: Json | undefined, nodes: Map<string, JsonObject>): Json {
  if (!isObject(value) || Object.keys(value).length !== 1 || typeof value["@id"] !== "string") return value ?? null;
  return nodes.get(value["@id"]) ?? value;
}
