/** What a server understands beyond the core of the interface. What it refuses once is not sent again. */
import type { GenerationRequest } from "../../generator";
import type { Refusal } from "./failures";

/** Wishes a server may refuse, in the order in which they are given up when it does not say which one it means. */
const WISHES = ["thinking", "schema", "usage", "seed", "temperature"] as const;
type Wish = (typeof WISHES)[number];

/** How servers name a wish when they refuse it. */
const NAMED: Record<Wish, RegExp> = {
  thinking: /chat_template|enable_thinking/i,
  schema: /response_format|json_?schema|\bschema\b|grammar|structured|guided/i,
  usage: /stream_options|include_usage/i,
  seed: /\bseed\b/i,
  temperature: /\btemperature\b/i,
};

export class Dialect {
  readonly #refused = new Set<Wish>();
  /** Newer models of OpenAI take only the longer name. */
  #lengthName: "max_tokens" | "max_completion_tokens" = "max_tokens";

  /** Whether a schema is followed, as far as is known. */
  get schema(): boolean {
    return !this.#refused.has("schema");
  }

  withoutSchema(): void {
    this.#refused.add("schema");
  }

  /** The body of a request for a streamed answer. */
  bodyFor(model: string, request: GenerationRequest): object {
    const { messages, maxTokens, temperature, seed, schema } = request;
    const says = (wish: Wish) => !this.#refused.has(wish);
    return {
      model,
      messages,
      stream: true,
      [this.#lengthName]: maxTokens,
      ...(says("temperature") && { temperature }),
      ...(says("seed") && { seed }),
      ...(says("usage") && { stream_options: { include_usage: true } }),
      ...(says("thinking") && { chat_template_kwargs: { enable_thinking: false } }),
      ...(schema && says("schema") && { response_format: responseFormat(schema) }),
    };
  }

  /** Gives up what the server refused. @returns false when there is nothing to give up, so that the refusal stands */
  giveUp({ status, text }: Refusal, request: GenerationRequest): boolean {
    const asked = status === 400 || status === 422 || status === 501;
    // llama.cpp fails inside on a schema it cannot follow
    if (!asked && !(status === 500 && NAMED.schema.test(text))) return false;
    if (this.#lengthName === "max_tokens" && /max_completion_tokens/.test(text)) {
      this.#lengthName = "max_completion_tokens";
      return true;
    }
    const left = WISHES.filter((wish) => !this.#refused.has(wish) && (wish !== "schema" || request.schema));
    const wish = left.find((one) => NAMED[one].test(text)) ?? left[0];
    if (!wish) return false;
    this.#refused.add(wish);
    return true;
  }

  /** What was given up in vain is wished again: the refusal had another cause. */
  copy(): Dialect {
    const copy = new Dialect();
    for (const wish of this.#refused) copy.#refused.add(wish);
    copy.#lengthName = this.#lengthName;
    return copy;
  }
}

/** https://platform.openai.com/docs/guides/structured-outputs; Ollama, llama.cpp and vLLM take the same. */
function responseFormat(schema: object): object {
  return { type: "json_schema", json_schema: { name: "answer", strict: true, schema } };
}
