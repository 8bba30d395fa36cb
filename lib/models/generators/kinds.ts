/**
 * What each kind of engine brings to the host that holds the chosen one. Types only.
 */
import type { EngineKind } from "../../domain";
import type { EngineOffer, Generator, GeneratorChoice, ModelOffer } from "../generator";

export interface OpenOptions {
  /** Aborted when nobody waits for the engine any more, or when another one was chosen. */
  signal: AbortSignal;
  /** Share loaded, 0–1. */
  onProgress(share: number): void;
}

/** Models of one kind that are kept on this machine, and those that can be had. Ids are unique over all kinds. */
export interface StoredModels {
  /** Every model of the kind and how much of it is here. Called after each change: cheap, and never by the network. */
  list(): Promise<ModelOffer[]>;
  /**
   * Loads a model, or goes on loading it; one that is loading already is left alone. Resolves when it is stored whole, or was paused.
   * @throws Problem: download_failed, storage_full, model_damaged, model_unreadable, model_absent (no such model)
   */
  download(id: string): Promise<void>;
  /** Stops a download; what is there stays. */
  pause(id: string): Promise<void>;
  /** Compares what is stored with its hashes; one that differs is marked as damaged. @throws Problem model_absent */
  verify(id: string): Promise<boolean>;
  /** Deletes what is stored, and forgets models the person brought. */
  delete(id: string): Promise<void>;
}

/** One kind of engine. */
export interface GeneratorKind {
  readonly kind: Exclude<EngineKind, "evidence">;
  /** Whether it can be used on this machine; never throws. */
  offer(): Promise<EngineOffer>;
  /** Absent where nothing is stored: the browser's own model, a server. */
  readonly models?: StoredModels;
  /** Loads the model into memory; what is not stored is not downloaded. @throws Problem; the signal's reason */
  open(choice: GeneratorChoice, options: OpenOptions): Promise<Generator>;
}
