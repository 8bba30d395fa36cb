/**
 * How often a language model on this machine writes anything that stands: questions about our own shop that its reviews answer, put to all reviewers
 * of a product, each sentence checked as in the extension. Seconds to minutes a question on a processor.
 * npx tsx scripts/eval/ask-written.ts [--split development|test] [--every N] [--model FILE.gguf] [--server URL --model NAME] [--texts]
 */
import { parseArgs } from "node:util";
import type { Evidence } from "../../lib/ask/answering";
import { indexEvidence } from "../../lib/ask/evidence-index";
import { supportedIn } from "../../lib/ask/supported";
import type { Answer } from "../../lib/domain";
import { loadHeads } from "../../lib/models/heads";
import { createNodeEncoder } from "../../lib/models/node-encoder";
import { VectorCache } from "../train/vector-cache";
import { questionsAtHand, readSet, understandSet } from "./ask-sets";
import { askWritten, openWriter } from "./written";

const { values } = parseArgs({
  options: {
    split: { type: "string", default: "development" },
    every: { type: "string", default: "1" },
    model: { type: "string" },
    server: { type: "string" },
    texts: { type: "boolean", default: false },
  },
});

/** Vectors of what a model wrote are made in this process; those of the reviews come from the cache. */
const cache = new VectorCache(() => createNodeEncoder({ graph: "int8" }), "ask-int8");
const heads = loadHeads();
const writer = await openWriter(values);
const answers: Answer[] = [];
try {
  for (const set of questionsAtHand("").filter(({ split }) => split === values.split)) {
    const material = await understandSet(readSet("", set.set), cache, heads);
    const evidence = {
      ...material,
      subject: { name: nameOf(set.set) },
      index: indexEvidence(material.reviews, material.sentences),
    };
    for (const { ask: question } of set.answerable.filter((_, i) => i % Number(values.every) === 0))
      await ask(question, evidence);
  }
} finally {
  await writer.dispose();
}
report();

function nameOf(set: string): string {
  return set.slice(set.indexOf(":") + 1).replace(/-/gu, " ");
}

async function ask(question: string, evidence: Evidence): Promise<void> {
  const { prompt, text: written, answer } = await askWritten(writer, question, evidence, { cache, heads });
  answers.push(answer);
  const { promptTokens, completionTokens, total = 0 } = answer.usage ?? {};
  console.log(
    `${question}  ${answer.fallback?.why ?? "stands"} ${answer.fallback?.detail ?? ""} (${promptTokens} + ${completionTokens} tokens, ${Math.round(total / 1000)} s)`,
  );
  if (values.texts) console.log(`${prompt}\n<answer> ${written}`);
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
      model: writer.info.model,
      asked: asked.length,
      stands,
      statements: statements.length,
      supported,
      "seconds each": Math.round(seconds / Math.max(1, asked.length)),
    }),
  );
}
