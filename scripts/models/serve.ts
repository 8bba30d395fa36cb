/**
 * Serves the model and the runtime to tests in a browser, at the addresses they have in the built extension.
 */
import { createReadStream, statSync } from "node:fs";
import type { Connect, Plugin } from "vite";
import { modelAssets } from "./assets";

const TYPES = new Map([
  ["mjs", "text/javascript"],
  ["js", "text/javascript"],
  ["json", "application/json"],
  ["wasm", "application/wasm"],
]);

export function serveModels(): Plugin {
  return { name: "earshot:serve-models", configureServer: ({ middlewares }) => void middlewares.use(serve) };
}

const serve: Connect.NextHandleFunction = (request, response, next) => {
  const path = request.url?.split("?")[0] ?? "";
  if (!/^\/(models|wasm|mlc)\//.test(path)) return next();
  const asset = modelAssets().find(({ relativeDest }) => `/${relativeDest}` === path);
  if (!asset) return void response.writeHead(404).end();
  response.setHeader("Content-Type", TYPES.get(path.split(".").at(-1) ?? "") ?? "application/octet-stream");
  // a page that is cross-origin isolated starts workers only from answers that are, too
  response.setHeader("Cross-Origin-Embedder-Policy", "require-corp");
  response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
  if ("contents" in asset) return void response.end(asset.contents);
  response.setHeader("Content-Length", statSync(asset.absoluteSrc).size);
  createReadStream(asset.absoluteSrc).pipe(response);
};
