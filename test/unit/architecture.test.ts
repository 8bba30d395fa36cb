import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { describe, expect, it } from "vitest";
import { checkTree } from "./architecture/rules";

const ROOT = join(import.meta.dirname, "../..");

function readTree(): Map<string, string> {
  const folders = ["entrypoints", "components", "lib", "cli", "scripts"];
  const paths = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name)),
  );
  return new Map(paths.map((path) => [relative(ROOT, path).split(sep).join("/"), readFileSync(path, "utf8")]));
}

describe("the house", () => {
  it("keeps its rules", () => {
    const tree = readTree();
    expect(tree.size).toBeGreaterThan(20);
    expect(checkTree(tree)).toEqual([]);
  });
});

/** A made-up tree in order, to which each case adds one fault. */
const IN_ORDER: [string, string][] = [
  ["lib/domain/index.ts", "export interface Review {}"],
  ["lib/models/model.ts", "export interface Encoder {}"],
  ["lib/models/encoder.ts", 'import { AutoModel } from "@huggingface/transformers";'],
  ["lib/store/db.ts", 'import Dexie from "dexie";\nimport type { Review } from "../domain";'],
  ["lib/collect/page.ts", 'import type { Review } from "../domain";'],
  ["lib/understand/themes.ts", 'import type { Encoder } from "../models/model";'],
  ["components/Overview.tsx", 'import { useState } from "preact/hooks";'],
  ["entrypoints/engine/main.ts", 'import { db } from "../../lib/store/db";'],
  ["entrypoints/page/index.ts", 'import { read } from "../../lib/collect/page";'],
];

const FAULTS: [rule: string, path: string, source: string, says: string][] = [
  [
    "lib imports nothing above it",
    "lib/store/x.ts",
    'import { A } from "../../components/Overview";',
    "may import only",
  ],
  ["components import no entrypoint", "components/x.tsx", 'import "../entrypoints/engine/main";', "may import only"],
  ["no entrypoint imports another", "entrypoints/background.ts", 'import "./engine/main";', "no entrypoint"],
  ["domain imports nothing", "lib/domain/x.ts", 'import type { X } from "../models/model";', "imports nothing"],
  ["rooms do not reach the store", "lib/ask/x.ts", 'import { db } from "../store/db";', "ask may import"],
  [
    "rooms do not import each other",
    "lib/ask/x.ts",
    'import type { T } from "../understand/themes";',
    "ask may import",
  ],
  ["rooms take only types of models", "lib/ask/x.ts", 'import { E } from "../models/model";', "ask may import"],
  ["a dynamic import counts", "lib/ask/x.ts", 'const db = await import("../store/db");', "ask may import"],
  ["a worker counts", "lib/ask/x.ts", 'new Worker(new URL("../store/db.ts", import.meta.url))', "ask may import"],
  ["messaging has one owner", "lib/ask/x.ts", 'import { d } from "@webext-core/messaging";', "lib/protocol.ts"],
  ["dexie has one owner", "entrypoints/engine/x.ts", 'import { liveQuery } from "dexie";', "lib/store"],
  ["models have one owner", "lib/ask/x.ts", 'import { A } from "@huggingface/transformers";', "lib/models"],
  ["preact has its owners", "lib/report/x.ts", 'import { h } from "preact";', "components"],
  ["wxt has one owner", "components/x.tsx", 'import { browser } from "wxt/browser";', "entrypoints"],
  ["no vague names", "lib/ask/utils.ts", "", "name it by what it does"],
  ["no endless files", "lib/ask/long.ts", "\n".repeat(400), "split it by meaning"],
  ["no extension API in lib", "lib/ask/x.ts", "chrome.runtime.sendMessage(1);", "extension API"],
  ["everything in a page can be stopped", "lib/collect/x.ts", 'a.addEventListener("x", b);', "AbortSignal"],
  ["observers can be stopped", "lib/annotate/x.ts", "new MutationObserver(f).observe(b);", "AbortSignal"],
];

describe("the rules", () => {
  it("find nothing in a house that is in order", () => {
    expect(checkTree(new Map(IN_ORDER))).toEqual([]);
  });

  it.each(FAULTS)("%s", (_rule, path, source, says) => {
    const problems = checkTree(new Map([...IN_ORDER, [path, source]]));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(path);
    expect(problems[0]).toContain(says);
  });

  it("follow the page script through other files", () => {
    const detour: [string, string][] = [["lib/collect/page.ts", 'export { a } from "./far";']];
    const far: [string, string][] = [["lib/collect/far.ts", 'import { read } from "../protocol";']];
    const reach: [string, string][] = [["lib/protocol.ts", 'import { db } from "./store/db";']];
    const problems = checkTree(new Map([...IN_ORDER, ...detour, ...far, ...reach]));
    expect(problems).toContain(
      "The page script reaches lib/store/db.ts: what runs in the page reaches neither store nor models.",
    );
    const reader: [string, string][] = [
      ["lib/collect/page.ts", 'import { collect } from "./read/collect";'],
      ["lib/collect/read/collect.ts", ""],
    ];
    expect(checkTree(new Map([...IN_ORDER, ...reader]))).toEqual([
      "The page script reaches lib/collect/read/collect.ts: pages are copied there and read in the engine.",
    ]);
  });
});
