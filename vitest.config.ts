import { playwright } from "@vitest/browser-playwright";
import { defaultClientConditions } from "vite";
import { defineConfig } from "vitest/config";
import { findChromium, QUIET_FLAGS } from "./cli/chromium";
import { serveModels } from "./scripts/models/serve";
import { sharedCases } from "./test/fixtures/models/cases";

const isolation = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-embedder-policy": "require-corp",
};

/** WebGPU computed by the CPU: slow, but the real kernels. Nothing uses it unless told to. */
const SOFTWARE_GPU = ["--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"];

/** Packages that vite would find only while tests run, and then reload the page under them. */
const FOUND_LATE = [
  "docx",
  "@huggingface/transformers",
  "@mlc-ai/web-llm",
  "@noble/hashes/sha2.js",
  "@observablehq/plot",
  "papaparse",
  "@noble/hashes/utils.js",
  "@testing-library/preact",
  "@wllama/wllama/esm/index.js",
  "axe-core",
  "dexie",
  "eld/extrasmall",
  "eventsource-parser",
  "intl-messageformat",
  "preact",
  "preact/hooks",
  "preact/jsx-dev-runtime",
];

/** Three kinds of test: pure functions in Node, DOM code in a real Chromium, the built extension end to end. */
export default defineConfig({
  test: {
    projects: [
      { test: { name: "unit", include: ["test/unit/**/*.test.ts"], environment: "node", testTimeout: 30_000 } },
      {
        esbuild: { jsx: "automatic", jsxImportSource: "preact" },
        server: { headers: isolation },
        plugins: [serveModels()],
        resolve: { conditions: ["onnxruntime-web-use-extern-wasm", ...defaultClientConditions] },
        optimizeDeps: { include: FOUND_LATE },
        test: {
          name: "browser",
          provide: { sharedCases: sharedCases() },
          include: ["test/browser/**/*.test.{ts,tsx}"],
          testTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: findChromium(), args: [...QUIET_FLAGS, ...SOFTWARE_GPU] },
            }),
            instances: [{ browser: "chromium" }],
          },
        },
      },
      {
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          environment: "node",
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
