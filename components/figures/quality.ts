/** What people read about how right a kind of label is. */
import type { Phrase } from "../../lib/locale";
import { type Figure, type LabelKind, type Measured, measuredOf } from "../../lib/understand/measured";
import { selector, type Texts } from "../texts";

/** Kinds of labels of which the same is known. */
export interface QualityLine {
  /** Their names, each with its figure where there is one. */
  names: string[];
  /** How they are made, what the figure means and on what it was counted, in plain words; or that nobody counted. */
  known: string;
}

/** @returns a line for each way of being known, in the order in which the kinds are given; a kind given twice counts once */
export function qualityLines(
  kinds: readonly LabelKind[],
  texts: Pick<Texts, "phrase" | "precise" | "percent">,
): QualityLine[] {
  const lines = new Map<string, string[]>();
  for (const kind of new Set(kinds)) {
    const measured = measuredOf(kind);
    const known = knownOf(measured, texts.phrase);
    const name = kindName(kind, texts.phrase);
    lines.set(known, [
      ...(lines.get(known) ?? []),
      measured.figure ? `${name} ${scoreOf(measured.figure, texts)}` : name,
    ]);
  }
  return [...lines].map(([known, names]) => ({ names, known }));
}

function knownOf({ how, figure }: Measured, phrase: Phrase): string {
  if (!figure) return phrase("qualityUnmeasured", { how });
  return phrase("qualityMeasured", {
    how,
    meaning: phrase("qualityMetric", { metric: figure.metric }),
    on: phrase("qualitySet", { set: figure.on, count: figure.of ?? 0 }),
  });
}

const SHARES: readonly Figure["metric"][] = ["accuracy", "precision", "recall"];

/** What is a share of cases is read as one; a score is not. */
function scoreOf({ metric, value }: Figure, { precise, percent }: Pick<Texts, "precise" | "percent">): string {
  return SHARES.includes(metric) ? percent(value) : precise(value);
}

/** @returns the name of a kind of label */
export function kindName(kind: LabelKind, phrase: Phrase): string {
  const [group, value] = kind.split(":");
  if (group === "intent" && value) return phrase("intentName", { intent: selector(value) });
  if (group === "flag" && value) return phrase("flagName", { flag: selector(value) });
  if (kind === "contradicts") return phrase("contradictsChip");
  return phrase("qualityKind", { kind: selector(kind) });
}
