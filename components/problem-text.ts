/** Errors as people read them. */
import { PROBLEM_CODES, type ProblemCode } from "../lib/domain";
import type { Phrase } from "../lib/locale";

/**
 * @param error of this context, or one that came from another as plain properties
 * @returns its sentence in the interface language where it is one that people meet; otherwise its own message, which is English
 */
export function problemText(error: unknown, phrase: Phrase): string {
  const code = problemCode(error);
  if (!code) return messageOf(error);
  const { name = "", other = "" } = valuesOf(error);
  return phrase("problem", { code, name, other });
}

function messageOf(error: unknown): string {
  const message = typeof error === "object" && error !== null && "message" in error ? error.message : error;
  return String(message);
}

/** @returns what an error is called when people commonly meet it; undefined for any other */
export function problemCode(error: unknown): ProblemCode | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  if (isFull(error)) return "storage_full";
  const code = "code" in error ? error.code : undefined;
  return PROBLEM_CODES.find((known) => known === code);
}

/** The browser's own name for a full store, as it is or as the database and whoever asked it wrapped it. */
function isFull(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 3) return false;
  const { name, cause, inner } = error as { name?: unknown; cause?: unknown; inner?: unknown };
  return name === "QuotaExceededError" || isFull(cause, depth + 1) || isFull(inner, depth + 1);
}

function valuesOf(error: unknown): { name?: string; other?: string } {
  const values = (error as { values?: unknown }).values;
  if (typeof values !== "object" || values === null) return {};
  return Object.fromEntries(Object.entries(values).filter(([, value]) => typeof value === "string"));
}
