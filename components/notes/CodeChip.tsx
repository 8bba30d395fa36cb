import { colourOf } from "../../lib/annotate/codebook";
import type { Code } from "../../lib/domain";

/** A code as it stands on a passage: its colour as a dot beside its name. */
export function CodeChip({ code }: { code: Code }) {
  return (
    <span class="code-chip">
      <CodeDot code={code} />
      <bdi>{code.name}</bdi>
    </span>
  );
}

/** Its colour alone, beside words that say the same. */
export function CodeDot({ code }: { code: Pick<Code, "id" | "colour"> }) {
  return <span class="code-dot" aria-hidden="true" style={{ background: colourOf(code) }} />;
}
