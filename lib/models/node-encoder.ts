/**
 * The encoder in Node, for the command line, training and evaluation: the same files, tokens and pooling as in the browser.
 */
import { availableParallelism } from "node:os";
import { GPU_RULES } from "./batches";
import { findModelFolder } from "./cache-folder";
import { type Encoder, EncoderError, type EncoderInfo, type TextReading } from "./model";
import { ENCODER, type GraphKind } from "./registry";
import { EncoderSession, useLocalFilesOnly } from "./session";

export interface NodeEncoderOptions {
  /** Folder of the converted model; found by itself when absent. */
  folder?: string;
  /** "int8" is what browsers without a GPU run, and the fastest here; "q4" is the closest to the source weights. */
  graph?: GraphKind;
  threads?: number;
}

/**
 * @throws EncoderError("missing") when the model was not brought yet, "broken" when it cannot be loaded
 */
export async function createNodeEncoder(options: NodeEncoderOptions = {}): Promise<Encoder> {
  const folder = options.folder ?? findModelFolder();
  const graph = options.graph ?? "int8";
  const threads = options.threads ?? availableParallelism();
  useLocalFilesOnly();
  const session = await open(folder, graph, threads);
  const info: EncoderInfo = {
    model: ENCODER.id,
    revision: ENCODER.source.sha256,
    graph,
    backend: "node",
    adapter: "",
    threads,
    dimensions: ENCODER.dimensions,
  };
  return {
    info,
    encode: async (texts, signal) => (await read(session, texts, signal)).map(({ vector }) => vector),
    read: (texts, signal) => read(session, texts, signal),
    dispose: async () => void (await session.dispose()),
  };
}

async function open(path: string, graph: GraphKind, threads: number): Promise<EncoderSession> {
  try {
    return await EncoderSession.open({ record: ENCODER, graph, device: "cpu", rules: GPU_RULES, path, threads });
  } catch (cause) {
    const hint = 'Delete that folder and run "npm run models".';
    throw new EncoderError("broken", `The language model in ${path} cannot be loaded. ${hint}`, { cause });
  }
}

async function read(session: EncoderSession, texts: readonly string[], signal?: AbortSignal): Promise<TextReading[]> {
  try {
    return await session.read(texts, { signal });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new EncoderError("failed", "The language model stopped while reading a batch of texts.", { cause });
  }
}
