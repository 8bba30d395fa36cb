import { resolve } from "node:path";
import { defaultClientConditions } from "vite";
import { defineConfig } from "wxt";
import { modelAssets } from "./scripts/models/assets";
import { localOnly } from "./scripts/models/local-only";

/** Asked for only when its reader wants the panel to follow without pressing the button again. */
const SITES = ["http://*/*", "https://*/*"];

/** Cross-origin isolation gives the encoder threads. Firefox has no such keys, so there it runs on one. */
const chromiumOnly = {
  optional_host_permissions: SITES,
  cross_origin_embedder_policy: { value: "require-corp" },
  cross_origin_opener_policy: { value: "same-origin" },
};

const firefoxOnly = {
  optional_permissions: SITES,
  browser_specific_settings: {
    gecko: {
      id: "{6d0f1c52-6c6c-4b39-9d55-0a7b1f1e9c37}",
      strict_min_version: "128.0",
      data_collection_permissions: { required: ["none" as const] },
    },
  },
};

/** What web-llm runs its models with is not in Firefox builds, so neither is web-llm: its six megabytes are more than that store takes. */
const WITHOUT_WEBLLM: Record<string, string> = {
  "@mlc-ai/web-llm": resolve("scripts/models/without-webllm.ts"),
};

/** Whoever gets the package gets the licence and the credits with it. */
function notices() {
  return ["LICENSE", "THIRD_PARTY.md"].map((name) => ({ absoluteSrc: resolve(name), relativeDest: `${name}.txt` }));
}

export default defineConfig({
  imports: false,
  vite: ({ browser }) => ({
    worker: { format: "es", plugins: () => [localOnly()] },
    build: { target: "chrome124", chunkSizeWarningLimit: 4096 },
    // ONNX Runtime without its WebAssembly inside: the build has it once, under /wasm/
    resolve: {
      conditions: ["onnxruntime-web-use-extern-wasm", ...defaultClientConditions],
      alias: browser === "firefox" ? WITHOUT_WEBLLM : {},
    },
  }),
  hooks: {
    // Firefox cannot run llama.cpp (no JSPI), so it is spared a hundred megabytes
    "build:publicAssets": ({ config }, files) =>
      void files.push(...modelAssets(config.browser !== "firefox"), ...notices()),
  },
  manifest: ({ browser }) => ({
    name: "__MSG_extensionName__",
    description: "__MSG_extensionDescription__",
    default_locale: "en",
    minimum_chrome_version: browser === "firefox" ? undefined : "124",
    permissions: [
      "activeTab",
      "scripting",
      "storage",
      "unlimitedStorage",
      ...(browser === "firefox" ? [] : ["sidePanel", "offscreen"]),
    ],
    action: { default_title: "__MSG_actionTitle__" },
    commands: {
      [browser === "firefox" ? "_execute_browser_action" : "_execute_action"]: {
        suggested_key: { default: "Alt+Shift+E" },
      },
      annotate: { suggested_key: { default: "Alt+Shift+A" }, description: "__MSG_commandAnnotate__" },
    },
    ...(browser === "firefox" ? firefoxOnly : chromiumOnly),
    content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" },
  }),
});
