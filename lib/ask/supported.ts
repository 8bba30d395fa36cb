/** What of a language model's prose counts. */
import type { Statement } from "../domain";

/** @returns the statements that stand on the reviews, in their order; none in evidence mode */
export function supportedIn({ statements = [] }: { statements?: readonly Statement[] }): Statement[] {
  return statements.filter(({ support }) => support === "supported");
}
