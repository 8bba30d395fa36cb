/** The rules of the house (docs/architecture.md), each a function from a tree of sources to sentences about what breaks it. */
import { type Import, readImports, resolveImport } from "./imports";

/** Path from the root → source. */
export type Tree = ReadonlyMap<string, string>;

interface Edge extends Import {
  from: string;
  /** Path inside the tree; undefined for a package. */
  to?: string;
}

const ROOMS = ["collect", "understand", "ask", "annotate", "report"];

/** Layers a file may import from, by the first folder of its path. */
const LAYERS = new Map([
  ["lib", ["lib"]],
  ["components", ["components", "lib"]],
  ["entrypoints", ["entrypoints", "components", "lib"]],
  ["cli", ["cli", "lib", "public"]],
]);

/** Package (or its prefix) → where it may be imported. */
const OWNERS: [RegExp, RegExp, string][] = [
  [/^@webext-core\/messaging$/, /^lib\/protocol\.ts$/, "lib/protocol.ts"],
  [/^dexie(\/|$)/, /^lib\/store\//, "lib/store"],
  [
    /^@huggingface\/transformers$|^@mlc-ai\/web-llm$|^@wllama\/wllama|^onnxruntime-/,
    /^lib\/models\/|^scripts\/bench\//,
    "lib/models (and what it is measured against, scripts/bench)",
  ],
  [/^@observablehq\/plot$/, /^components\//, "components"],
  [/^eventsource-parser$/, /^lib\/models\//, "lib/models"],
  [/^preact(\/|$)|^@preact\//, /^(components|entrypoints\/(sidepanel|library))\//, "components and the UI entrypoints"],
  [/^wxt(\/|$)/, /^entrypoints\//, "entrypoints"],
  [/^playwright-core$/, /^(cli|scripts)\//, "cli and scripts"],
];

/** Interfaces of models and texts: pure rooms may name them, never call them. */
const TYPES_FOR_ALL = ["lib/models/model.ts", "lib/models/generator.ts", "lib/locale.ts", "lib/notebook-protocol.ts"];

const VAGUE_NAME = /(^|[/.-])(utils?|helpers?|managers?|common|misc)([/.-]|$)/i;
const EXTENSION_API =
  /\b(?:chrome|browser)\.(?:runtime|tabs|storage|scripting|sidePanel|offscreen|permissions|action|i18n)\b/;
const LINES_LIMIT = 300;

/** @returns one sentence per broken rule, empty when the house is in order */
export function checkTree(tree: Tree): string[] {
  const edges = [...tree].flatMap(([from, source]) => readEdges(from, source, tree));
  return [
    ...edges.flatMap(checkLayer),
    ...edges.flatMap(checkEntrypoint),
    ...edges.flatMap(checkRoom),
    ...edges.flatMap(checkOwner),
    ...checkPageReach(edges),
    ...[...tree].flatMap(([path, source]) => checkFile(path, source)),
  ];
}

function readEdges(from: string, source: string, tree: Tree): Edge[] {
  return readImports(source).map((found) => ({ ...found, from, to: resolveImport(from, found.specifier, tree) }));
}

function top(path: string): string {
  return path.split("/")[0] ?? "";
}

function checkLayer({ from, to }: Edge): string[] {
  const allowed = LAYERS.get(top(from));
  if (to === undefined || !allowed || allowed.includes(top(to))) return [];
  return [`${from} imports ${to}: ${top(from)} may import only ${allowed.join(", ")}.`];
}

/** Name of the entrypoint a file belongs to: its folder, or its file name without ending. */
function entrypoint(path: string): string | undefined {
  return path.match(/^entrypoints\/([^/.]+)/)?.[1];
}

function checkEntrypoint({ from, to }: Edge): string[] {
  const target = to && entrypoint(to);
  if (!target || !from.startsWith("entrypoints/") || target === entrypoint(from)) return [];
  return [`${from} imports ${to}: no entrypoint imports another.`];
}

function checkRoom({ from, to, specifier, typeOnly }: Edge): string[] {
  if (from.startsWith("lib/domain/") && !to?.startsWith("lib/domain/"))
    return [`${from} imports ${specifier}: lib/domain imports nothing but itself.`];
  const room = from.match(/^lib\/([^/]+)\//)?.[1] ?? "";
  if (!ROOMS.includes(room) || to === undefined) return [];
  const own = to.startsWith(`lib/${room}/`) || to === "lib/domain/index.ts";
  const asType = typeOnly && TYPES_FOR_ALL.includes(to);
  if (own || asType) return [];
  return [`${from} imports ${to}: ${room} may import lib/domain, its own folder and types of lib/models/model.ts.`];
}

function checkOwner({ from, to, specifier }: Edge): string[] {
  if (to !== undefined) return [];
  return OWNERS.filter(([name, place]) => name.test(specifier) && !place.test(from)).map(
    ([, , owner]) => `${from} imports ${specifier}: that package belongs to ${owner}.`,
  );
}

/** What runs in visited pages. */
const PAGE_SCRIPT = /^entrypoints\/(?:page|pointing|notes)\//;

/** Readers and parsers work in the engine: the page pays only for being copied. */
const READING = /^lib\/collect\/(read|structure|data|sites|normalise|more|recipe|files)\//;

/** A content script that reached the store would open the host page's database; one that reads would hold the page. */
function checkPageReach(edges: readonly Edge[]): string[] {
  const reached = new Set<string>();
  const waiting = edges.filter((edge) => PAGE_SCRIPT.test(edge.from)).map((edge) => edge.from);
  for (let from = waiting.pop(); from !== undefined; from = waiting.pop()) {
    if (reached.has(from)) continue;
    reached.add(from);
    for (const edge of edges) if (edge.from === from && edge.to && !edge.typeOnly) waiting.push(edge.to);
  }
  return [...reached].flatMap((path) => {
    if (/^lib\/(store|models)\//.test(path))
      return [`The page script reaches ${path}: what runs in the page reaches neither store nor models.`];
    if (READING.test(path)) return [`The page script reaches ${path}: pages are copied there and read in the engine.`];
    return [];
  });
}

function checkFile(path: string, source: string): string[] {
  const problems: string[] = [];
  if (VAGUE_NAME.test(path)) problems.push(`${path}: name it by what it does, not utils, helpers, manager or common.`);
  if (source.split("\n").length > LINES_LIMIT)
    problems.push(`${path} has over ${LINES_LIMIT} lines: split it by meaning.`);
  if (/^(lib|components)\//.test(path) && path !== "lib/protocol.ts" && EXTENSION_API.test(source))
    problems.push(`${path} calls the extension API: that belongs to entrypoints.`);
  if (/^lib\/(collect|annotate)\//.test(path) || PAGE_SCRIPT.test(path)) problems.push(...checkAbort(path, source));
  return problems;
}

/** Everything started in a page can be stopped. */
function checkAbort(path: string, source: string): string[] {
  // a listener on the signal itself is how a thing ends
  const listeners = source.match(/(?<!signal\??)\.addEventListener\([^;]*?\);/gs) ?? [];
  const endless = listeners.some((call) => !/signal|once: true/.test(call));
  const starts = /new (MutationObserver|IntersectionObserver)|setInterval\(/.test(source) && !/signal/i.test(source);
  return endless || starts ? [`${path} starts something in the page without an AbortSignal.`] : [];
}
