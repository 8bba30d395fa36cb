/** `--engine evidence|wllama|server`: who writes the answers of the command line, chosen, checked and opened. */
import type { AnswerParts } from "../lib/ask/answering";
import type { Generator, GeneratorChoice } from "../lib/models/generator";
import { hostOf, normaliseServerUrl, reachOf } from "../lib/models/generators/server/address";
import { openServer } from "../lib/models/generators/server/generator";
import { loadHeads } from "../lib/models/heads";
import type { Encoder } from "../lib/models/model";
import { sentenceSentiment } from "../lib/understand/sentiment";
import { openWllama } from "./wllama";

export type EngineWanted =
  | { kind: "evidence" }
  /** `model`: path of a GGUF; the small one of the cache where absent. */
  | { kind: "wllama"; model?: string }
  | { kind: "server"; url: string; model: string };

/** The only place a key is taken from: options show in lists of processes and histories. */
export const KEY_VARIABLE = "EARSHOT_SERVER_KEY";

/** What `--help` says about it. */
export const ENGINE_HELP = `--engine evidence no language model (the default): nothing but what was written, counted
--engine wllama   a language model on this machine: --model FILE.gguf, without it the small one that "npm run models" brings. It runs in a
                  headless Chromium, as in the extension, and reaches no network
--engine server   a model behind an OpenAI-compatible address (Ollama, llama.cpp, vLLM …): --server URL --model NAME, such as
                  --server localhost:11434 --model qwen3:4b. A key is read from ${KEY_VARIABLE} and from nowhere else. The question
                  and the passages that bear on it go to that server
                  With both, each sentence a model writes is checked against the reviews; what does not stand on them is left out and
                  told on stderr, and where nothing stands the counted answer is printed, with the reason under "fallback".`;

/** @throws Error with a sentence on wrong usage; Problem server_address */
export function readEngine(values: { engine?: string; model?: string; server?: string }): EngineWanted {
  const { engine = "evidence", model, server } = values;
  if (engine !== "server" && server !== undefined) throw new Error("--server is for --engine server.");
  if (engine === "evidence") {
    if (model !== undefined) throw new Error("--model is for --engine wllama or --engine server.");
    return { kind: "evidence" };
  }
  if (engine === "wllama") return { kind: "wllama", ...(model === undefined ? {} : { model }) };
  if (engine !== "server") throw new Error(`There is no engine "${engine}": evidence, wllama and server are.`);
  if (server === undefined) throw new Error("Name the server with --server URL, such as --server localhost:11434.");
  if (!model?.trim()) throw new Error("Name the server's model with --model NAME.");
  return { kind: "server", url: normaliseServerUrl(server), model };
}

/** An engine that is opened at the first question that needs it, once. */
export interface OpenedEngine {
  source: AnswerParts["generator"];
  close(): Promise<void>;
}

/** @param tell takes one sentence per thing to know */
export function openEngine(wanted: EngineWanted, tell: (sentence: string) => void): OpenedEngine {
  const choice: GeneratorChoice = { kind: wanted.kind };
  let opened: Promise<Generator | undefined> | undefined;
  return {
    source: {
      chosen: () => choice,
      ready: () => {
        opened ??= open(wanted, tell);
        return opened;
      },
    },
    close: async () => void (await opened?.then((generator) => generator?.dispose()).catch(() => undefined)),
  };
}

async function open(wanted: EngineWanted, tell: (sentence: string) => void): Promise<Generator | undefined> {
  if (wanted.kind === "evidence") return undefined;
  if (wanted.kind === "wllama") {
    tell("opening the language model in Chromium …");
    return openWllama(wanted.model);
  }
  const { url, model } = wanted;
  if (reachOf(url) === "network") tell(`the question and passages of reviews leave this machine, to ${hostOf(url)}`);
  return openServer({ url, model, key: process.env[KEY_VARIABLE] });
}

/** @returns what answers rest on, with an encoder that is open */
export function answerParts(encoder: Encoder, generator: AnswerParts["generator"]): AnswerParts {
  const { calibration } = loadHeads();
  return {
    encode: (texts) => encoder.encode([...texts]),
    readStatements: async (texts) =>
      (await encoder.read([...texts])).map((reading) => ({
        vector: reading.vector,
        sentiment: sentenceSentiment(reading, calibration),
      })),
    generator,
  };
}
