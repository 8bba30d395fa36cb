/** What the engine says about itself, as every open panel hears it. */
import type { GeneratorsState } from "./models/generator";
import type { EncoderInfo } from "./models/model";

export type EncoderState =
  | { state: "idle" | "loading" }
  | { state: "ready"; info: EncoderInfo; sentencesPerSecond?: number }
  | { state: "failed"; reason: "missing" | "broken" | "wrong-results" | "failed"; message: string };

/** What the engine is doing now. Broadcast at most a few times a second, and on request. */
export interface EngineState {
  encoder: EncoderState;
  /** Why WebGPU is not used, when it is not: a code the panel phrases. */
  gpu: "used" | "absent" | "software" | "wrong-results" | "unknown";
  understanding: {
    active: boolean;
    /** Stopped by hand; goes on with `engineResume` or at the next start. */
    paused: boolean;
    subjectId?: string;
    /** Reviews understood and still waiting, over all subjects. */
    done: number;
    waiting: number;
    sentencesPerSecond: number;
  };
  /** Batches that failed twice, in sentences for people. */
  problems: string[];
  /** Engines that write prose: chosen, loaded, to be had. */
  generators: GeneratorsState;
}
