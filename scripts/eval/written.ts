/** One question put to a language model as in the extension: what it was told, what it wrote, and the answer that stands after every check. */
import { openWllama } from "../../cli/wllama";
import { answerPersona, type Evidence } from "../../lib/ask/answering";
import { guessLanguage } from "../../lib/ask/language";
import { makePersona } from "../../lib/ask/persona/persona";
import type { Answer } from "../../lib/domain";
import type { Generator } from "../../lib/models/generator";
import { openServer } from "../../lib/models/generators/server/generator";
import type { Heads } from "../../lib/understand/heads";
import { sentenceSentiment } from "../../lib/understand/sentiment";
import type { VectorCache } from "../train/vector-cache";

export interface Written {
  /** What the model was told; "" where nothing was asked of it. */
  prompt: string;
  /** What it wrote, unchecked. */
  text: string;
  answer: Answer;
}

/** `--server URL --model NAME` (key in EARSHOT_SERVER_KEY), else `--model FILE.gguf` or the small model, in Chromium. */
export async function openWriter({ server, model }: { server?: string; model?: string }): Promise<Generator> {
  if (server === undefined) return openWllama(model);
  return openServer({ url: server, model: model ?? "", key: process.env.EARSHOT_SERVER_KEY });
}

/** Puts a question to all reviewers at once. */
export async function askWritten(
  writer: Generator,
  question: string,
  evidence: Evidence,
  { cache, heads }: { cache: VectorCache; heads: Heads },
): Promise<Written> {
  const heard = { prompt: "", text: "" };
  const listening: Generator = {
    info: writer.info,
    countTokens: (text) => writer.countTokens(text),
    dispose: async () => undefined,
    generate: async (request, options) => {
      heard.prompt = request.messages.map(({ role, content }) => `<${role}> ${content}`).join("\n");
      const made = await writer.generate(request, options);
      heard.text = made.text;
      return made;
    },
  };
  const readStatements = async (texts: readonly string[]) =>
    (await cache.read(texts)).map((reading) => ({
      vector: reading.vector,
      sentiment: sentenceSentiment(reading, heads.calibration),
    }));
  const { answer } = await answerPersona(
    {
      encode: (texts) => cache.encode(texts),
      readStatements,
      generator: { chosen: () => ({ kind: writer.info.kind }), ready: async () => listening },
    },
    {
      persona: everybody(evidence),
      question,
      language: guessLanguage(question),
      earlier: [],
      evidence,
      seed: 1,
      signal: new AbortController().signal,
      onText: () => undefined,
    },
  );
  return { ...heard, answer };
}

function everybody(evidence: Evidence) {
  const reviewIds = evidence.reviews.map(({ id }) => id);
  const segment = {
    id: "all",
    subjectId: evidence.reviews[0]?.subjectId ?? "",
    basis: { kind: "chosen" } as const,
    reviewIds,
    reviewers: reviewIds.length,
  };
  const figures = { share: 1, thin: false, traits: [], quotes: [] };
  return makePersona({ ...segment, ...figures }, evidence, "2026-01-01T00:00:00Z");
}
