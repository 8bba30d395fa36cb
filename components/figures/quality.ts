/** What people read about how right a kind of label is. */
import type { Phrase } from "../../lib/locale";
import { type LabelKind, measuredOf } from "../../lib/understand/measured";
import { selector, type Texts } from "../texts";

/** @returns what is known about how right labels of a kind are, in plain words; a kind without a figure is called unmeasured */
export function qualityOf(
  kind: LabelKind,
  { phrase, precise, percent }: Pick<Texts, "phrase" | "precise" | "percent">,
): string {
  const { how, figure } = measuredOf(kind);
  if (!figure) return phrase("qualityUnmeasured", { how });
  const { metric, value, on, of = 0 } = figure;
  return phrase("qualityMeasured", {
    how,
    worth: phrase("qualityMetric", { metric, value: precise(value), share: percent(value) }),
    on: phrase("qualitySet", { set: on, count: of }),
  });
}

/** @returns the name of a kind of label */
export function kindName(kind: LabelKind, phrase: Phrase): string {
  const [group, value] = kind.split(":");
  if (group === "intent" && value) return phrase("intentName", { intent: selector(value) });
  if (group === "flag" && value) return phrase("flagName", { flag: selector(value) });
  if (kind === "contradicts") return phrase("contradictsChip");
  return phrase("qualityKind", { kind: selector(kind) });
}
