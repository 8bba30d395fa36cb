import type { Fallback } from "../../lib/domain";
import { problemText } from "../problem-text";
import { Detail } from "../states/Detail";
import { useTexts } from "../texts";

/** Why evidence answers although a language model was chosen. */
export function FallbackNote({ fallback: { why, problem, values, detail } }: { fallback: Fallback }) {
  const { phrase } = useTexts();
  return (
    <div class="fallback">
      <p>
        {phrase("talkFallback", { why })} {problem && problemText({ code: problem, values }, phrase)}
      </p>
      {detail && <Detail lines={[detail]} />}
    </div>
  );
}
