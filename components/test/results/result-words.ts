/** What everything in a result is called for the person who reads it. */
import {
  type CalibrationMap,
  SCALE_POINTS,
  type Segment,
  type SurveyQuestion,
  type SurveyRun,
} from "../../../lib/domain";
import { useGroupName } from "../../segments/group-name";
import { useTexts } from "../../texts";
import type { PanelView } from "../../view";

export interface ResultWords {
  concept(id: string | undefined): string;
  /** Absent: everybody. */
  group(segmentId: string | undefined): string;
  row(question: SurveyQuestion, place: number): string;
  option(question: SurveyQuestion, place: number): string;
  /** What the ends of its scale say, in the survey's language where it is known. */
  ends(question: SurveyQuestion): { low: string; high: string } | undefined;
}

export function useResultWords(run: SurveyRun, view: PanelView): ResultWords {
  const { phrase } = useTexts();
  const groupName = useGroupName();
  const segments = segmentsOf(view);
  const { concepts, language } = run.spec;
  const name = (id: string) => segments.find((segment) => segment.id === id);
  return {
    concept: (id) => concepts.find((one) => one.id === id)?.name ?? "",
    group: (id) => {
      if (id === undefined) return phrase("surveyEverybody");
      const segment = name(id);
      return segment ? groupName(segment) : id;
    },
    row: ({ rows = [] }, place) => rows[place] ?? "",
    option: ({ options = [] }, place) => options[place] ?? "",
    ends: ({ scale }) => {
      const anchors = run.manifest?.scales.find(({ id }) => id === scale)?.anchors;
      const set = (anchors?.find((one) => one.language === language) ?? anchors?.[0])?.sets[0];
      const [low, high] = [set?.[0], set?.[SCALE_POINTS - 1]];
      return low && high ? { low, high } : undefined;
    },
  };
}

/** Segments as their personas hold them, each once. */
export function segmentsOf(view: Pick<PanelView, "evidence">): Segment[] {
  return [...new Map(view.evidence.personas.map(({ segment }) => [segment.id, segment])).values()];
}

/** A calibration map as one line of figures. */
export function mapLine({ slope, cuts, learntFrom }: CalibrationMap): string {
  return `slope ${slope.toFixed(3)}; cuts ${cuts.map((cut) => cut.toFixed(3)).join(", ")}; n = ${learntFrom}`;
}
