/** In a page where notes are shown or made, and only there: finds and paints what the engine knows of, hands over what a person marks. */
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { passageOf } from "../../lib/annotate/anchor";
import { copyPage } from "../../lib/annotate/copy";
import { onMessage } from "../../lib/protocol";
import { PageNotes } from "./page-notes";

const ARRIVED = Symbol.for("earshot.notes");

// Not a content script in wxt's sense: its wrapper posts a message into the visited page.
export default defineUnlistedScript({
  main() {
    const marks = globalThis as unknown as Record<symbol, boolean>;
    // Pressing the button twice injects twice; the second copy does nothing.
    if (!marks[ARRIVED]) listen();
    marks[ARRIVED] = true;
  },
});

function listen(): void {
  const notes = new PageNotes(document);
  let copying = new AbortController();
  onMessage("notesShow", ({ data }) => notes.show(data));
  onMessage("notesRefresh", () => notes.refresh());
  onMessage("notesGoTo", async ({ data }) => ({ shown: await notes.goTo(data.id) }));
  onMessage("notesSelected", () => passageOf(document.getSelection(), document));
  onMessage("notesAdder", () => notes.focusAdder());
  onMessage("notesCopy", ({ data }) => {
    copying.abort();
    copying = new AbortController();
    return copyPage(document, { html: data.html, signal: copying.signal });
  });
}
