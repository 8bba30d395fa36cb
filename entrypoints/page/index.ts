/** In the visited page: read reviews, watch for more, paint highlights. Does nothing until it is asked. */
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { showQuote } from "../../lib/annotate/show-quote";
import { onMessage } from "../../lib/protocol";
import { here, look } from "./looking";
import { makeReading, type Reading } from "./reading";

const ARRIVED = Symbol.for("earshot.page");

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
  let reading: Reading | undefined;
  let showing = new AbortController();
  let looking = new AbortController();

  onMessage("pageGlance", async () => {
    looking.abort();
    looking = new AbortController();
    return look(looking.signal);
  });
  onMessage("pageHere", here);
  onMessage("pageRead", async ({ data }) => {
    reading?.stop();
    reading = makeReading(data.allPages, data.goOn ? reading?.journey() : undefined);
    return reading.report;
  });
  onMessage("pageStop", () => reading?.stop());
  onMessage("pageShow", async ({ data }) => {
    showing.abort();
    showing = new AbortController();
    const target = { selector: data.place.selector, body: data.body, text: data.text };
    return { shown: await showQuote(document, target, { signal: showing.signal }) };
  });
  onMessage("pageShowEnd", () => showing.abort());
}
