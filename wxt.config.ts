import { defaultClientConditions } from "vite";
import { defineConfig } from "wxt";
import { modelAssets } from "./scripts/models/assets";

export default defineConfig({
  imports: false,
  vite: () => ({
    worker: { format: "es" },
    build: { target: "chrome124", chunkSizeWarningLimit: 4096 },
    // ONNX Runtime without its WebAssembly inside: the build has it once, under /wasm/
    resolve: { conditions: ["onnxruntime-web-use-extern-wasm", ...defaultClientConditions] },
  }),
  hooks: { "build:publicAssets": (_wxt, files) => void files.push(...modelAssets()) },
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
    optional_host_permissions: ["http://*/*", "https://*/*"],
    action: { default_title: "__MSG_actionTitle__" },
    commands: { _execute_action: { suggested_key: { default: "Alt+Shift+E" } } },
    cross_origin_embedder_policy: { value: "require-corp" },
    cross_origin_opener_policy: { value: "same-origin" },
    content_security_policy: { extension_pages: "script-src 'self' 'wasm-unsafe-eval'; object-src 'self'" },
  }),
});
