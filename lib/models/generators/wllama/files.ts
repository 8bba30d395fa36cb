/** Names of llama.cpp's files below `/wasm/` of the build: the program, its worker, and what each further thread runs. */
export const WLLAMA_FILES = { wasm: "wllama.wasm", worker: "wllama-worker.js", thread: "wllama-thread.js" } as const;
