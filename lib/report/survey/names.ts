/** What everything in a result is called for the person who reads it. */
import { SCALE_POINTS, type Scale, type SurveyQuestion, type SurveyRun } from "../../domain";
import type { Phrase } from "../../locale";

/** Texts and figures in the reader's language; what the panel has, and nothing more is needed. */
export interface ReportTexts {
  phrase: Phrase;
  /** 1204 → "1,204". */
  number(value: number): string;
  /** 3.6 → "3.6". */
  decimal(value: number): string;
  /** 0.914 → "0.91". */
  precise(value: number): string;
  /** 0.34 → "34%". */
  percent(share: number): string;
  date(iso: string): string;
}

export interface SurveyNames {
  /** "" where nothing is shown. */
  concept(id: string | undefined): string;
  /** Absent: everybody. */
  group(segmentId: string | undefined): string;
  /** An option, or a row of a matrix. */
  item(question: SurveyQuestion, place: number): string;
  /** What the ends of its scale say, in the survey's language where that is known. */
  ends(question: SurveyQuestion): { low: string; high: string } | undefined;
}

/**
 * @param scales those of the run, else those there are now
 * @param groupName what a segment is called; absent when it is gone, then its id stands for it
 */
export function surveyNames(
  run: Pick<SurveyRun, "spec" | "scales" | "manifest">,
  scales: readonly Scale[],
  groupName: (segmentId: string) => string | undefined,
  phrase: Phrase,
): SurveyNames {
  const { concepts, language } = run.spec;
  const known = [...(run.scales ?? []), ...(run.manifest?.scales ?? []), ...scales];
  const primary = (tag: string) => tag.toLowerCase().split(/[-_]/)[0];
  return {
    concept: (id) => concepts.find((one) => one.id === id)?.name ?? "",
    group: (id) => (id === undefined ? phrase("surveyEverybody") : (groupName(id) ?? id)),
    item: ({ options, rows, kind }, place) => (kind === "matrix" ? rows : options)?.[place] ?? String(place + 1),
    ends: ({ scale }) => {
      const anchors = known.find(({ id }) => id === scale)?.anchors;
      const own = anchors?.find((one) => primary(one.language) === primary(language)) ?? anchors?.[0];
      const [low, high] = [own?.sets[0]?.[0], own?.sets[0]?.[SCALE_POINTS - 1]];
      return low && high ? { low, high } : undefined;
    },
  };
}

/** Stands where a figure does not apply. */
export const NOTHING = "–";

/** @returns names joined as they are read: what is shown, the row, the group; empty ones left out */
export function joined(...names: readonly (string | undefined)[]): string {
  return names.filter(Boolean).join(" · ");
}

/** Signs that turn the direction of what follows, and those that no file of text holds. */
const UNSAFE = /(?![\t\n\r])[\p{Cc}\p{Bidi_Control}\p{Noncharacter_Code_Point}]/gu;

/** @returns words in one line that cannot turn the words around them; what people wrote stays verbatim elsewhere */
export function oneLine(text: string): string {
  return text.replace(UNSAFE, "").replace(/\s+/gu, " ").trim();
}
