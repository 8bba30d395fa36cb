/** A GGUF that writes, in llama.cpp. */
import { Problem } from "../../../domain";
import type { GeneratorInfo } from "../../generator";
import type { Program } from "../worker-generator";
import type { WllamaLink } from "./link";
import type { Opened, OpenRequest } from "./messages";

/** Makes a worker that has not loaded anything yet. */
export type Connect = () => WllamaLink;

type Named = Pick<GeneratorInfo, "model" | "revision" | "licence">;

/** llama.cpp with one GGUF, as a worker that can be opened. */
export function wllamaProgram(named: Named, request: OpenRequest, connect: Connect): Program<OpenRequest, Opened> {
  return {
    request,
    connect,
    gpu: request.gpu,
    describe: (opened) => describe(named, request, opened),
    explain: (error) => explain(error, named.model),
  };
}

/** llama.cpp's own words for what people can do something about. */
function explain(error: unknown, model: string): unknown {
  const detail = error instanceof Problem && error.cause instanceof Error ? error.cause.message : "";
  if (/exceeds? the available context|context size|kv.?cache.*full/i.test(detail))
    return new Problem(
      "context_full",
      "The question and its evidence are longer than the model can read.",
      { name: model },
      { cause: error },
    );
  if (/device.*lost|lost.*device/i.test(detail))
    return new Problem(
      "gpu_lost",
      "The graphics card stopped while the language model was using it.",
      {},
      { cause: error },
    );
  return error;
}

function describe(
  { model, revision, licence }: Named,
  { gpu, file }: OpenRequest,
  { context, threads }: Opened,
): GeneratorInfo {
  const onCpu = threads === 1 ? "cpu, 1 thread" : `cpu, ${threads} threads`;
  return {
    kind: "wllama",
    model,
    ...(revision && { revision }),
    ...(licence && { licence }),
    context,
    schema: true,
    translates: file.size >= TRANSLATES,
    backend: gpu ? "webgpu" : onCpu,
    local: true,
  };
}

/** Bytes below which a model is too small to be asked for a translation: about 1.5 thousand million weights in 4 bits. */
const TRANSLATES = 900_000_000;
