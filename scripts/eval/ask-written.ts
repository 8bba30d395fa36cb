/**
 * How often a language model on this machine writes anything that stands: questions about our own shop that its reviews answer, put to all reviewers
 * of a product, each sentence checked as in the extension. Seconds to minutes a question on a processor.
 * npx tsx scripts/eval/ask-written.ts [--split development|test] [--every N] [--model FILE.gguf] [--texts]
 */
import { parseArgs } from "node:util";
import { openWllama } from "../../cli/wllama";
import { answerPersona, type Evidence } from "../../lib/ask/answering";
import { indexEvidence } from "../../lib/ask/evidence-index";
import { guessLanguage } from "../../lib/ask/language";
import { makePersona } from "../../lib/ask/persona/persona";
import { supportedIn } from "../../lib/ask/supported";
import type { Answer } from "../../lib/domain";
import type { Generator } from "../../lib/models/generator";
import { loadHeads } from "../../lib/models/heads";
import { createNodeEncoder } from "../../lib/models/node-encoder";
import { sentenceSentiment } from "../../lib/understand/sentiment";
import { VectorCache } from "../train/vector-cache";
import { questionsAtHand, readSet, understandSet } from "./ask-sets";

const { values } = parseArgs({
  options: {
    split: { type: "string", default: "development" },
    every: { type: "string", default: "1" },
    model: { type: "string" },
    texts: { type: "boolean", default: false },
  },
});

/** Vectors of what a model wrote are made in this process; those of the reviews come from the cache. */
const cache = new VectorCache(() => createNodeEncoder({ graph: "int8" }), "ask-int8");
const heads = loadHeads();
const generator = await openWllama(values.model);
const answers: Answer[] = [];
try {
  for (const set of questionsAtHand("").filter(({ split }) => split === values.split)) {
    const material = await understandSet(readSet("", set.set), cache, heads);
    const evidence = {
      ...material,
      subject: { name: nameOf(set.set) },
      index: indexEvidence(material.reviews, material.sentences),
    };
    for (const { ask } of set.answerable.filter((_, i) => i % Number(values.every) === 0))
      await askWritten(ask, evidence);
  }
} finally {
  await generator.dispose();
}
report();

function nameOf(set: string): string {
  return set.slice(set.indexOf(":") + 1).replace(/-/gu, " ");
}

async function askWritten(question: string, evidence: Evidence): Promise<void> {
  const reviewIds = evidence.reviews.map(({ id }) => id);
  const basis = { kind: "chosen" } as const;
  const group = {
    id: "all",
    subjectId: evidence.reviews[0]?.subjectId ?? "",
    basis,
    reviewIds,
    reviewers: reviewIds.length,
  };
  const persona = makePersona(
    { ...group, share: 1, thin: false, traits: [], quotes: [] },
    evidence,
    "2026-01-01T00:00:00Z",
  );
  let written = "";
  const heard: Generator = {
    info: generator.info,
    countTokens: (text) => generator.countTokens(text),
    dispose: async () => undefined,
    generate: async (request, options) => {
      const made = await generator.generate(request, options);
      written = made.text;
      if (values.texts) console.log(request.messages.map(({ role, content }) => `<${role}> ${content}`).join("\n"));
      return made;
    },
  };
  const { answer } = await answerPersona(
    {
      encode: (texts) => cache.encode(texts),
      readStatements: async (texts) =>
        (await cache.read(texts)).map((reading) => ({
          vector: reading.vector,
          sentiment: sentenceSentiment(reading, heads.calibration),
        })),
      generator: { chosen: () => ({ kind: "wllama" }), ready: async () => heard },
    },
    {
      persona,
      question,
      language: guessLanguage(question),
      earlier: [],
      evidence,
      seed: 1,
      signal: new AbortController().signal,
      onText: () => undefined,
    },
  );
  answers.push(answer);
  const { promptTokens, completionTokens, total = 0 } = answer.usage ?? {};
  console.log(
    `${question}  ${answer.fallback?.why ?? "stands"} ${answer.fallback?.detail ?? ""} (${promptTokens} + ${completionTokens} tokens, ${Math.round(total / 1000)} s)`,
  );
  if (values.texts) console.log(`<answer> ${written}`);
  for (const { text, support, likeness } of answer.statements ?? [])
    console.log(`  ${support} ${likeness ?? ""}: ${text}`);
}

function report(): void {
  const asked = answers.filter(({ covered }) => covered);
  const stands = asked.filter((answer) => supportedIn(answer).length > 0).length;
  const statements = asked.flatMap((answer) => answer.statements ?? []);
  const supported = statements.filter(({ support }) => support === "supported").length;
  const seconds = asked.reduce((sum, { usage }) => sum + (usage?.total ?? 0), 0) / 1000;
  console.log(
    JSON.stringify({
      model: generator.info.model,
      asked: asked.length,
      stands,
      statements: statements.length,
      supported,
      "seconds each": Math.round(seconds / Math.max(1, asked.length)),
    }),
  );
}
