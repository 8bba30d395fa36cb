/** How much a model is given and asked for, by what it is. */
import type { GeneratorInfo } from "../../models/generator";

export interface PassageBudget {
  passages: number;
  /** Of all passages together. */
  tokens: number;
}

/** `tiny`: below about one thousand million parameters, follows a short order only; `rich`: rules, counts, structure. */
export type PromptSize = "tiny" | "rich";

/** Parameters in a model's name: "SmolLM2-135M", "qwen2.5:0.5b", "Llama-3.2-1B". */
const PARAMETERS = /(?<![\p{L}\d.])(\d{1,4}(?:\.\d{1,3})?)\s?([mb])(?![\p{L}\d])/iu;
const TINY_BELOW = 900e6;
/** A model that says nothing of its size is taken by the room it has. */
const RICH_CONTEXT = 4096;

type Known = Pick<GeneratorInfo, "model" | "context">;

/** @returns how much of a prompt such a model can follow */
export function promptSize({ model, context }: Known): PromptSize {
  const found = PARAMETERS.exec(model);
  if (!found) return context >= RICH_CONTEXT ? "rich" : "tiny";
  const parameters = Number(found[1]) * (found[2]?.toLowerCase() === "b" ? 1e9 : 1e6);
  return parameters < TINY_BELOW || context < 1024 ? "tiny" : "rich";
}

/** @returns four short passages for a tiny model; up to twelve, a sixth of its context, for a larger one */
export function passageBudget(info: Known): PassageBudget {
  if (promptSize(info) === "tiny") return { passages: 4, tokens: 160 };
  const tokens = Math.max(220, Math.min(1200, Math.floor(info.context / 6)));
  return { passages: Math.min(12, Math.max(6, Math.floor(tokens / 60))), tokens };
}

/**
 * A careful guess without a tokenizer, rather too many than too few: about three letters of Latin script to a token, two of
 * others that are written with spaces, one character of those written without.
 */
export function estimateTokens(text: string): number {
  let tokens = 0;
  for (const character of text) {
    if (/[\p{Script=Latin}\p{Number}\s]/u.test(character)) tokens += 1 / 3;
    else tokens += /[\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{Script=Arabic}]/u.test(character) ? 0.5 : 1;
  }
  return Math.ceil(tokens);
}
