/** Reads files in a thread of its own: a table of a hundred thousand rows must not hold up the panel. */
import type { Capture } from "../site";
import { Import } from "./import";
import type { FromImportWorker, ToImportWorker } from "./import-messages";
import { FileProblem } from "./problem";

let open: Import | undefined;
let captures: AsyncGenerator<Capture> | undefined;

self.onmessage = async ({ data }: MessageEvent<ToImportWorker>) => {
  try {
    say(await answer(data));
  } catch (error) {
    const code = error instanceof FileProblem ? error.code : "unreadable";
    say({ type: "problem", code, message: error instanceof Error ? error.message : String(error) });
  }
};

async function answer(message: ToImportWorker): Promise<FromImportWorker> {
  if (message.type === "open") open = new Import(message.source, message.content);
  if (!open) throw new Error("No file is open.");
  if (message.type !== "next") {
    captures = undefined;
    return { type: "preview", preview: await open.preview(message.type === "preview" ? message.choices : {}) };
  }
  captures ??= open.captures();
  const { value, done } = await captures.next();
  return done ? { type: "end" } : { type: "capture", capture: value };
}

function say(message: FromImportWorker): void {
  self.postMessage(message);
}
