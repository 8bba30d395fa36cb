/** Puts what a model wrote, as far as it stands on the reviews, into the answer that was counted without it. */
import type { Answer, EngineKind, Fallback, Statement, Usage } from "../../domain";
import { supportedIn } from "../supported";

export interface Written {
  engine: Exclude<EngineKind, "evidence">;
  statements: readonly Statement[];
  usage?: Usage;
  /** What runs, for whoever wants to run it again: model, revision, seed, prompt size. */
  manifest?: Record<string, string | number>;
}

/** @returns whether a model is asked at all: what these reviewers do not say, it could only guess */
export function mayBeWritten(evidence: Answer): boolean {
  return evidence.covered && evidence.claims.length > 0;
}

/**
 * @param evidence answer of evidence mode: its counts, claims and quotes stay as they are
 * @returns the same answer with the statements beside it; those that are not supported are kept as what they are. Without a supported
 * one the evidence answer stands and says why, with what was written beside it, never as part of it.
 */
export function groundedAnswer(evidence: Answer, written: Written): Answer {
  const { engine, usage, statements, manifest = {} } = written;
  const supported = supportedIn({ statements }).length;
  const checked = { statements: statements.length, supported };
  const noted = {
    ...evidence,
    ...(statements.length > 0 ? { statements: [...statements] } : {}),
    ...(usage ? { usage } : {}),
    manifest: { ...evidence.manifest, ...manifest, ...checked },
  };
  if (supported === 0) return { ...noted, fallback: { why: "unsupported" } };
  return { ...noted, engine };
}

/** @returns the evidence answer, with why no model's words stand beside it */
export function answeredWithout(evidence: Answer, fallback: Fallback): Answer {
  return { ...evidence, fallback };
}
