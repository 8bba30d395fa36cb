/** Which models a server says it has. */

import { Refused, readText, send } from "./exchange";
import { refused, unreadable } from "./failures";
import { accessTo, type ServerOptions } from "./generator";

/** More than a person looks through. */
const MOST = 1000;
const LONGEST_NAME = 200;

/**
 * @returns names in the server's order, each once; none when it has none
 * @throws Problem with a server code; the signal's reason
 */
export async function serverModels(options: Omit<ServerOptions, "model">, signal?: AbortSignal): Promise<string[]> {
  const access = accessTo(options);
  try {
    const answer = await send(access, "/models", undefined, signal);
    const type = answer.response.headers.get("content-type") ?? "";
    const text = await readText(access, answer);
    if (/^text\/html\b/i.test(type)) throw unreadable(access, "html");
    const names = namesIn(text);
    if (!names) throw unreadable(access, "other");
    return [...new Set(names)].slice(0, MOST);
  } catch (error) {
    if (error instanceof Refused) throw refused(access, error.refusal);
    throw error;
  }
}

/** `{"data":[{"id"}]}` as OpenAI says it, `{"models":[{"name"}]}` as older servers do. @returns undefined when it is neither */
function namesIn(text: string): string[] | undefined {
  const list = listIn(text);
  return list?.flatMap((one) => {
    const { id, name } = (one ?? {}) as { id?: unknown; name?: unknown };
    const said = typeof id === "string" ? id : name;
    return typeof said === "string" && said !== "" && said.length <= LONGEST_NAME ? [said] : [];
  });
}

function listIn(text: string): unknown[] | undefined {
  try {
    const json = JSON.parse(text) as { data?: unknown; models?: unknown } | null;
    const list = json?.data ?? json?.models;
    // Ollama without a model says null
    if (json && "data" in json && json.data === null) return [];
    return Array.isArray(list) ? list : undefined;
  } catch {
    return undefined;
  }
}
