/** A server as one kind of engine: the one a person set up, with the key of this session. */
import type { EngineOffer, Generator, GeneratorChoice, ServerSetting } from "../../generator";
import type { GeneratorKind, OpenOptions } from "../kinds";
import { hostOf, normaliseServerUrl, reachOf } from "./address";
import { openServer } from "./generator";
import { serverModels } from "./models";

/** What is kept of a server. The key is not part of it. */
export interface KeptServer {
  url: string;
  model: string;
}

export class ServerKind implements GeneratorKind {
  readonly kind = "server";
  #kept: KeptServer | undefined;
  /** For this session, for this address. */
  #key = "";
  #models: { url: string; names: string[] } | undefined;

  readonly #fetch: typeof fetch | undefined;
  readonly #begun: Promise<void>;

  /**
   * @param options.kept the server of the session before, if there was one; one that cannot be read is none
   * @param options.fetch reaches the server; the browser's own when absent
   */
  constructor(options: { kept?: Promise<KeptServer | undefined>; fetch?: typeof fetch } = {}) {
    this.#fetch = options.fetch;
    this.#begun = (options.kept ?? Promise.resolve(undefined)).then(
      (kept) => {
        if (kept && !this.#kept) this.#take(kept, "");
      },
      () => undefined,
    );
  }

  /** As the panel shows it; nothing before one is set up. */
  get setting(): ServerSetting | undefined {
    if (!this.#kept) return undefined;
    const { url, model } = this.#kept;
    const models = this.#models?.url === url ? this.#models.names : undefined;
    return { url, model, hasKey: this.#key !== "", reach: reachOf(url), ...(models && { models }) };
  }

  /**
   * @param key of this address; absent keeps the one there is, unless the address is another; "" forgets it
   * @returns what is to be kept, everything but the key, and whether anything is other than it was
   * @throws Problem server_address
   */
  async set(server: KeptServer, key?: string): Promise<{ kept: KeptServer; changed: boolean }> {
    await this.#begun;
    const before = { ...this.#kept, key: this.#key };
    const url = normaliseServerUrl(server.url);
    // a key belongs to the address it was given for and goes nowhere else
    const kept = this.#take({ url, model: server.model.trim() }, key ?? (before.url === url ? before.key : ""));
    return { kept, changed: before.url !== url || before.model !== kept.model || before.key !== this.#key };
  }

  async offer(): Promise<EngineOffer> {
    await this.#begun;
    return { kind: "server", available: true, device: this.#kept ? `server: ${hostOf(this.#kept.url)}` : "" };
  }

  /** @throws Problem server_address (none is set up), server_model; the signal's reason */
  async open(choice: GeneratorChoice, { signal }: OpenOptions): Promise<Generator> {
    await this.#begun;
    signal.throwIfAborted();
    const { url, model } = this.#kept ?? { url: "", model: "" };
    return openServer({ url, model: choice.model ?? model, key: this.#key, fetch: this.#fetch });
  }

  /**
   * Asks a server, set up or not, what it has.
   * @throws Problem with a server code; the signal's reason
   */
  async list(url: string, key?: string, signal?: AbortSignal): Promise<string[]> {
    await this.#begun;
    const address = normaliseServerUrl(url);
    const own = key ?? (this.#kept?.url === address ? this.#key : "");
    const names = await serverModels({ url: address, key: own, fetch: this.#fetch }, signal);
    this.#models = { url: address, names };
    return names;
  }

  #take(kept: KeptServer, key: string): KeptServer {
    this.#key = key;
    this.#kept = kept;
    return kept;
  }
}
