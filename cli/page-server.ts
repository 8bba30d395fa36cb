/**
 * Serves the page that holds llama.cpp, the program and one model to a Chromium on this machine: on the loopback address, cross-origin
 * isolated, so that WebAssembly has threads. Nothing else is handed out.
 */
import { createReadStream, statSync } from "node:fs";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { wllamaRuntime } from "../lib/models/generators/wllama/runtime-files";

export interface PageServer {
  /** Of the page. */
  url: string;
  close(): void;
}

/** A text, or the path of a file. */
type Served = { contents: string | Uint8Array } | { absoluteSrc: string };

const ISOLATED = {
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Embedder-Policy": "require-corp",
  "Cross-Origin-Resource-Policy": "same-origin",
};
const TYPES = new Map([
  ["js", "text/javascript"],
  ["wasm", "application/wasm"],
  ["html", "text/html; charset=utf-8"],
]);
const PAGE =
  '<!doctype html><html lang="en"><title>llama.cpp</title><script type="module" src="/page.js"></script></html>';

/** @param model path of a GGUF */
export async function servePage(model: string): Promise<PageServer> {
  const files = new Map<string, Served>([
    ["/page.html", { contents: PAGE }],
    ["/model.gguf", { absoluteSrc: model }],
    ...(await pageFiles()),
    ...wllamaRuntime().map(({ relativeDest, ...file }): [string, Served] => [`/${relativeDest}`, file]),
  ]);
  const server = createServer((request, response) => {
    const path = request.url?.split("?")[0] ?? "";
    answer(response, path, files.get(path));
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/page.html`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

function answer(response: ServerResponse, path: string, file: Served | undefined): void {
  if (!file) return void response.writeHead(404, ISOLATED).end();
  const type = TYPES.get(path.split(".").at(-1) ?? "") ?? "application/octet-stream";
  if ("contents" in file) return void response.writeHead(200, { ...ISOLATED, "Content-Type": type }).end(file.contents);
  const size = statSync(file.absoluteSrc).size;
  response.writeHead(200, { ...ISOLATED, "Content-Type": type, "Content-Length": size });
  createReadStream(file.absoluteSrc).pipe(response);
}

/** The page's script with its worker, made from the same modules as the extension. */
async function pageFiles(): Promise<[string, Served][]> {
  const input = fileURLToPath(new URL("./wllama-page.ts", import.meta.url));
  const output = { entryFileNames: "page.js" };
  const built = await build({
    configFile: false,
    logLevel: "silent",
    worker: { format: "es" },
    build: { write: false, target: "chrome137", rollupOptions: { input, output } },
  });
  const made = [built].flat().flatMap((result) => ("output" in result ? result.output : []));
  return made.map((file) => [`/${file.fileName}`, { contents: file.type === "chunk" ? file.code : file.source }]);
}
