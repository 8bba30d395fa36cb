/** Serves a bench's page with the model's files, cross-origin isolated as the extension is, so that WebAssembly has threads. */
import { createServer, defaultClientConditions, type ViteDevServer } from "vite";
import { serveModels } from "../models/serve";

const ISOLATION = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

/** @param packages to bundle beforehand, so that no page is loaded again while it is timed */
export async function openBenchServer(packages: string[]): Promise<ViteDevServer> {
  const server = await createServer({
    configFile: false,
    logLevel: "error",
    plugins: [serveModels()],
    resolve: { conditions: ["onnxruntime-web-use-extern-wasm", ...defaultClientConditions] },
    optimizeDeps: { include: packages },
    server: { port: 0, headers: ISOLATION },
  });
  return server.listen();
}
