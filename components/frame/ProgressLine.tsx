import { useState } from "preact/hooks";
import type { Doing } from "../../lib/collect/page/drive";
import type { Phrase } from "../../lib/locale";
import { useTexts } from "../texts";
import type { PanelActions, PanelView } from "../view";
import { Announcer } from "./Announcer";
import { type Progress, progressOf } from "./progress";

/** One line while something goes on: how many, how fast, on what, and a way to stop it. */
export function ProgressLine({ view, actions }: { view: PanelView; actions: PanelActions }) {
  const { phrase } = useTexts();
  const progress = progressOf(view);
  const { stage, done, waiting } = progress;
  const running = stage !== "idle" && stage !== "paused";
  return (
    <>
      <Announcer text={announcement(progress, view, phrase)} />
      {stage !== "idle" && (
        <div class="progress">
          <div
            class={`track ${stage === "collecting" || stage === "loading" ? "unknown" : ""}`}
            role="progressbar"
            aria-label={phrase("progress", { stage })}
            {...(stage === "understanding" || stage === "paused"
              ? { "aria-valuemin": 0, "aria-valuemax": done + waiting, "aria-valuenow": done }
              : {})}
          >
            <span
              style={{
                width: stage === "collecting" || stage === "loading" ? "30%" : `${(done / (done + waiting)) * 100}%`,
              }}
            />
          </div>
          <div class="said">
            <ProgressWords view={view} progress={progress} />
            <DoingWords view={view} />
          </div>
          <StopButton key={stage} running={running} onPress={running ? actions.stop : actions.resume} />
        </div>
      )}
    </>
  );
}

/** Stops or goes on; a batch under way is finished first, so the press is acknowledged at once. */
function StopButton({ running, onPress }: { running: boolean; onPress: () => void }) {
  const { phrase } = useTexts();
  const [pressed, setPressed] = useState(false);
  function press() {
    setPressed(true);
    onPress();
  }
  return (
    <button type="button" class="small" aria-disabled={pressed} onClick={pressed ? undefined : press}>
      {running ? phrase(pressed ? "stopping" : "stop") : phrase("goOn")}
    </button>
  );
}

function ProgressWords({ view, progress }: { view: PanelView; progress: Progress }) {
  const { phrase, number, decimal } = useTexts();
  const { stage, done, waiting, rate } = progress;
  const parts = [
    view.reading
      ? phrase("collecting", { count: view.reading.found, pages: Math.max(1, view.reading.pages) })
      : phrase("understanding", { stage, done: number(done), total: number(done + waiting) }),
    rate > 0 && phrase("sentencesPerSecond", { rate: rate < 10 ? decimal(rate) : number(Math.round(rate)) }),
    backendOf(view),
  ].filter(Boolean);
  return <p class="sub">{parts.join(" · ")}</p>;
}

/** What is being done in the page, in plain words: nothing is pressed there unseen. */
function DoingWords({ view }: { view: PanelView }) {
  const { phrase } = useTexts();
  const doing = view.reading?.doing;
  return doing && doing.what !== "reading" ? <p class="sub soft doing">{wordsFor(doing, phrase)}</p> : null;
}

function wordsFor({ what, label = "", page = 0, seconds = 0 }: Doing, phrase: Phrase): string {
  return phrase("doing", { what, label: label.length > 40 ? `${label.slice(0, 40)}…` : label, page, seconds });
}

/** @returns "WebGPU" or "CPU", or nothing while no encoder is loaded */
export function backendOf(view: PanelView): string {
  if (view.engine.at !== "here" || view.engine.state.encoder.state !== "ready") return "";
  return view.engine.state.encoder.info.backend === "webgpu" ? "WebGPU" : "CPU";
}

/** Every hundred reviews, and whenever it waits. */
const ALOUD = 100;

function collectingAloud({ reading }: PanelView, phrase: Phrase): string {
  const found = Math.floor((reading?.found ?? 0) / ALOUD) * ALOUD;
  const waits = reading?.doing && ["waiting", "yielding", "hidden"].includes(reading.doing.what);
  const said =
    found > 0 ? phrase("collecting", { count: found, pages: 1 }) : phrase("progress", { stage: "collecting" });
  return waits && reading.doing ? `${said} ${wordsFor(reading.doing, phrase)}` : said;
}

/** Said aloud at the quarters only, so that a screen reader is not flooded. */
function announcement(progress: Progress, view: PanelView, phrase: Phrase): string {
  const { stage, done, waiting } = progress;
  if (stage === "collecting") return collectingAloud(view, phrase);
  if (stage === "understanding") {
    const quarter = Math.floor((done / (done + waiting)) * 4) * 25;
    return `${phrase("progress", { stage })} ${quarter}%`;
  }
  if (stage === "idle" && view.ended && done > 0) return phrase("allUnderstood", { count: done });
  return "";
}
