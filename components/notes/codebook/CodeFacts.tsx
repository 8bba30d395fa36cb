import { pathOf } from "../../../lib/annotate/codebook";
import type { Code } from "../../../lib/domain";
import { useCodes } from "../../codes/codes-view";
import { useTexts } from "../../texts";

/** What a code means: where it belongs, its definition, what counts and what does not. */
export function CodeFacts({ code }: { code: Code }) {
  const { phrase } = useTexts();
  const { codes } = useCodes();
  const above = pathOf(codes, code.id).slice(0, -1);
  const { description, include = [], exclude = [] } = code;
  return (
    <>
      {above.length > 0 && (
        <p class="sub" dir="auto">
          {phrase("codeParent")}: {above.join(" › ")}
        </p>
      )}
      {description && (
        <p class="code-meaning" dir="auto">
          {description}
        </p>
      )}
      <Examples name={phrase("codeBelongs")} lines={include} />
      <Examples name={phrase("codeBelongsNot")} lines={exclude} />
      {(code.shortcut || code.inVivo) && (
        <p class="sub">
          {[code.shortcut && phrase("codeKey", { key: code.shortcut }), code.inVivo && phrase("codeInVivo")]
            .filter(Boolean)
            .join(" · ")}
        </p>
      )}
    </>
  );
}

function Examples({ name, lines }: { name: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <div class="code-lines">
      <p class="soft">{name}</p>
      <ul>
        {lines.map((line) => (
          <li key={line} dir="auto">
            {line}
          </li>
        ))}
      </ul>
    </div>
  );
}
