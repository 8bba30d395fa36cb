import type { ModelOffer } from "../../../lib/models/generator";
import { useTexts } from "../../texts";

/** What is to be known of a model before it is loaded, in one line. */
export function ModelFacts({ model }: { model: ModelOffer }) {
  const { phrase, bytes } = useTexts();
  const size = useModelSize(model);
  const facts = [
    model.bytes > 0 && size,
    model.licence,
    model.memory && phrase("enginesMemory", { size: bytes(model.memory) }),
    model.f16 && phrase("enginesF16"),
    model.bundled && phrase("enginesBundled"),
    model.own && phrase("enginesOwn"),
    model.state === "damaged" && phrase("enginesDamaged"),
  ];
  return <span class="sub">{facts.filter(Boolean).join(" · ")}</span>;
}

/** @returns how much is still to be loaded, or all of it when nothing is; "about" it where nobody was asked yet */
export function useModelSize(model: ModelOffer, rest = false): string {
  const { phrase, bytes } = useTexts();
  const size = bytes(rest ? model.bytes - model.stored : model.bytes);
  return model.estimated ? phrase("enginesAbout", { size }) : size;
}
