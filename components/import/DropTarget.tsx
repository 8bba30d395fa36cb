import { useEffect, useRef, useState } from "preact/hooks";
import { useTexts } from "../texts";

/** A file dropped anywhere on the panel is taken in; while one hangs over it, the panel says so. */
export function DropTarget({ onFile }: { onFile: (file: File) => void }) {
  const { phrase } = useTexts();
  const [over, setOver] = useState(false);
  const take = useRef(onFile);
  take.current = onFile;
  useEffect(() => {
    // Moving over a child leaves its parent: the depth tells when the panel itself is left.
    let depth = 0;
    const end = new AbortController();
    const listen = (type: "dragenter" | "dragover" | "dragleave" | "drop", heard: (event: DragEvent) => void) =>
      addEventListener(type, (event) => hasFiles(event) && heard(event), { signal: end.signal });
    listen("dragenter", () => {
      depth += 1;
      setOver(true);
    });
    listen("dragleave", () => {
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    });
    // Without this the browser would open the file instead.
    listen("dragover", (event) => event.preventDefault());
    listen("drop", (event) => {
      event.preventDefault();
      depth = 0;
      setOver(false);
      const [file] = event.dataTransfer?.files ?? [];
      if (file) take.current(file);
    });
    return () => end.abort();
  }, []);
  return over ? <p class="drop-over">{phrase("dropHere")}</p> : null;
}

function hasFiles({ dataTransfer }: DragEvent): boolean {
  return dataTransfer?.types.includes("Files") ?? false;
}
