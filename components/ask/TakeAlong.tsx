import { type TranscriptDocument, toDocx, toJson, toMarkdown } from "../../lib/ask/transcript";
import { ProblemNote } from "../states/ProblemNote";
import { useActing } from "../states/use-acting";
import { useTexts } from "../texts";
import { namePart } from "./file-name";

/** Hands a file over to the person. */
export type SaveFile = (name: string, content: string | Uint8Array<ArrayBuffer>, type: string) => void;

const FORMATS = ["markdown", "docx", "json"] as const;
type Format = (typeof FORMATS)[number];

/** A talk or a focus group as a file, marked simulated, with every quote's source; personal data is masked in it. */
export function TakeAlong({ compose, onSave }: { compose: () => TranscriptDocument; onSave: SaveFile }) {
  const { phrase } = useTexts();
  const { busy, problem, act } = useActing();

  async function save(format: Format) {
    const document = compose();
    const name = nameOf(document);
    if (format === "markdown") onSave(`${name}.md`, toMarkdown(document, phrase), "text/markdown;charset=utf-8");
    else if (format === "json") onSave(`${name}.json`, toJson(document), "application/json");
    else onSave(`${name}.docx`, Uint8Array.from(await toDocx(document, phrase)), WORD);
  }
  return (
    <div class="take-along">
      {FORMATS.map((format) => (
        <button key={format} type="button" class="link" disabled={busy} onClick={() => void act(() => save(format))}>
          {phrase("transcriptSave", { format })}
        </button>
      ))}
      {problem !== undefined && <ProblemNote problem={problem} />}
    </div>
  );
}

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

function nameOf({ kind, subject }: TranscriptDocument): string {
  return `earshot-${kind}-${namePart(subject.name) || "talk"}`;
}
