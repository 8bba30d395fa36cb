/** The page in which `generator.ts` times the small language model, through the same worker as in the extension. */
import { WllamaLink } from "../../lib/models/generators/wllama/link";
import WllamaWorker from "../../lib/models/generators/wllama/wllama.worker?worker";

export interface GeneratorRequest {
  /** Address of a GGUF. */
  url: string;
  threads: number;
}

export interface GeneratorTiming {
  MB: number;
  threads: number;
  "load s": number;
  /** Tokens a second: reading the prompt, then writing. */
  prefill: number;
  /** Of the same beginning again, with another end. */
  "prefill again": number;
  writes: number;
  text: string;
}

const RULES =
  "You are one of the customers below. Answer only from what they wrote, in one short sentence, in their own words. ";
const REVIEWS = [
  "The strap broke after two weeks and the shop would not take it back.",
  "Battery lasts four days for me, which is more than the old one ever did.",
  "Too heavy for running, but I like how bright the display is in the sun.",
  "I wear it at night on the ward and the buttons work with gloves on.",
  "Setting it up took an hour because the app kept losing the connection.",
  "For the price it is fine, though the manual is only in one language.",
];
const PROMPT = RULES + REVIEWS.map((review, i) => `[${i + 1}] ${review}`).join("\n");
const WORDS = 48;

async function measure({ url, threads }: GeneratorRequest): Promise<GeneratorTiming> {
  const file = await (await fetch(url)).blob();
  const link = new WllamaLink(new WllamaWorker(), 300_000);
  const before = performance.now();
  const wasmBase = new URL("/wasm/", location.href).href;
  await link.open({ file, threads, gpu: false, context: 2048, wasmBase });
  const load = (performance.now() - before) / 1000;
  const ask = (question: string) =>
    link.generate({
      messages: [
        { role: "system", content: PROMPT },
        { role: "user", content: question },
      ],
      maxTokens: WORDS,
      temperature: 0,
      seed: 1,
    });
  const first = await ask("What do you say about the battery?");
  const second = await ask("And what about the strap?");
  link.end();
  if (!first || !second) throw new Error("Nothing was written.");
  const { promptTokens = 0, completionTokens = 0, first: until = 0, total } = first.usage;
  const round = (value: number) => Math.round(value * 10) / 10;
  return {
    MB: round(file.size / 1e6),
    threads,
    "load s": round(load),
    prefill: round((promptTokens / until) * 1000),
    "prefill again": round(((second.usage.promptTokens ?? 0) / (second.usage.first ?? 1)) * 1000),
    writes: round(((completionTokens - 1) / (total - until)) * 1000),
    text: first.text,
  };
}

Object.assign(globalThis, { measure });
