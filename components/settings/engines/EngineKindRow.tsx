import { useId } from "preact/hooks";
import type { EngineKind } from "../../../lib/domain";
import type { EngineOffer, GeneratorsState } from "../../../lib/models/generator";
import { ProblemNote } from "../../states/ProblemNote";
import { useActing } from "../../states/use-acting";
import { useTexts } from "../../texts";
import { backendText, type EngineActions } from "./engines-view";
import { ModelList } from "./ModelList";
import { OwnModel } from "./OwnModel";
import { ServerForm } from "./ServerForm";

interface KindProps {
  kind: EngineKind;
  generators: GeneratorsState;
  actions: EngineActions;
}

/** One kind of engine: what it is in a sentence, whether it can be used here, and unfolded all that belongs to it. */
export function EngineKindRow({
  kind,
  generators,
  actions,
  recommended,
  open,
  onToggle,
}: KindProps & { recommended: boolean; open: boolean; onToggle: () => void }) {
  const { phrase } = useTexts();
  const id = useId();
  const offer = generators.engines.find((one) => one.kind === kind);
  const inUse = generators.chosen.kind === kind;
  const marks = [
    inUse && "used",
    recommended && "recommended",
    !inUse && offer?.available === false && "absent",
  ].filter((mark) => mark !== false);
  return (
    <li class={inUse ? "engine-kind in-use" : "engine-kind"}>
      <h3>
        <button type="button" class="quiet" aria-expanded={open} aria-controls={id} onClick={onToggle}>
          {phrase("enginesKind", { kind })}
        </button>
        {marks.map((mark) => (
          <span key={mark} class={`engine-mark ${mark}`}>
            {phrase("enginesMark", { mark })}
          </span>
        ))}
      </h3>
      <p class="soft">{phrase("enginesKindWhat", { kind })}</p>
      <div id={id} hidden={!open}>
        {open && <KindDetails kind={kind} generators={generators} actions={actions} offer={offer} />}
      </div>
    </li>
  );
}

function KindDetails({ kind, generators, actions, offer }: KindProps & { offer: EngineOffer | undefined }) {
  const { phrase } = useTexts();
  const usable = kind === "evidence" || offer?.available === true;
  return (
    <>
      {!offer && kind !== "evidence" && <p class="soft">{phrase("enginesUnknown")}</p>}
      {offer && !offer.available && (
        <ProblemNote problem={offer.problem ?? { code: "generator_failed", values: { name: kind } }} />
      )}
      {offer?.available && offer.device && (
        <p class="sub">{phrase("enginesDevice", { device: backendText(offer.device, phrase) })}</p>
      )}
      {(kind === "evidence" || kind === "browser") && usable && (
        <UseKind kind={kind} generators={generators} actions={actions} />
      )}
      {(kind === "webllm" || kind === "wllama") && (
        <ModelList kind={kind} generators={generators} actions={actions} usable={usable} />
      )}
      {kind === "wllama" && usable && <OwnModel actions={actions} />}
      {kind === "server" && usable && <ServerForm generators={generators} actions={actions} />}
    </>
  );
}

/** Where there is nothing to set up, one press is enough. */
function UseKind({ kind, generators, actions }: KindProps) {
  const { phrase } = useTexts();
  const { busy, problem, act } = useActing();
  const inUse = generators.chosen.kind === kind;
  const downloads = generators.engines.some((offer) => offer.kind === kind && offer.downloads === true);
  return (
    <>
      {downloads && <p class="sub">{phrase("enginesBrowserDownloads")}</p>}
      <p class="actions">
        <button
          type="button"
          class={inUse ? "" : "main"}
          aria-disabled={inUse || busy}
          onClick={inUse || busy ? undefined : () => void act(() => actions.choose({ kind }))}
        >
          {phrase(inUse ? "enginesUsed" : "enginesUse")}
        </button>
      </p>
      {problem !== undefined && <ProblemNote problem={problem} />}
    </>
  );
}
