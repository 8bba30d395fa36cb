/**
 * In a page where somebody wants to point at a review, and only there: hands what was pointed at over to the engine, and
 * outlines what the engine would take.
 */
import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";
import { locate } from "../../lib/collect/document/path";
import { type Layer, openLayer } from "../../lib/collect/page/layer";
import { letPoint, type Pointing, pathFrom } from "../../lib/collect/page/point";
import { takeSnapshot } from "../../lib/collect/page/take-snapshot";
import { onMessage, type Pointed, sendMessage } from "../../lib/protocol";

const ARRIVED = Symbol.for("earshot.pointing");

// Not a content script in wxt's sense: its wrapper posts a message into the visited page.
export default defineUnlistedScript({
  main() {
    const marks = globalThis as unknown as Record<symbol, boolean>;
    // Pointing again injects again; the second copy does nothing.
    if (!marks[ARRIVED]) listen();
    marks[ARRIVED] = true;
  },
});

function listen(): void {
  let ender = new AbortController();
  let pointing: Pointing | undefined;
  let outlines: Layer | undefined;
  const end = () => {
    ender.abort();
    ender = new AbortController();
    pointing = outlines = undefined;
    return ender.signal;
  };
  onMessage("pagePoint", async ({ data }) => {
    const signal = end();
    pointing = letPoint(document, data.hint, signal);
    const element = await pointing.taken;
    return element ? propose(element, signal) : { at: "ended" };
  });
  onMessage("pagePointKey", ({ data }) => pointing?.press(data.key) ?? "");
  onMessage("pagePointEnd", () => void end());
  onMessage("pageOutline", ({ data }) => {
    outlines ??= openLayer(document, false, end());
    const found = data.paths.flatMap((path) => locate(document, path) ?? []);
    outlines.draw(found);
    outlines.hint(data.words);
    outlines.say(data.words);
  });
}

async function propose(element: Element, signal: AbortSignal): Promise<Pointed> {
  const path = pathFrom(document, element);
  const snapshot = await takeSnapshot(document, { url: location.href, now: new Date(), signal });
  await sendMessage("engineEnsure", undefined);
  const proposals = await sendMessage("engineRecipePropose", { snapshot, path });
  return proposals ? { at: "proposed", proposals } : { at: "nothing" };
}
