/** What every part of Find is given: what was coded, what things are called, and the ways to what stands behind a figure. */
import { useMemo } from "preact/hooks";
import { ordered } from "../../../lib/annotate/codebook";
import type { Code, Coder } from "../../../lib/domain";
import { type Coding, codingOf, type Dimension, UNKNOWN } from "../../../lib/report/codes";
import { useGroupName } from "../../segments/group-name";
import { useTexts } from "../../texts";
import type { EvidenceLinks, PanelActions, PanelView } from "../../view";

export interface QueryNames {
  code(id: string): string;
  column(dimension: Dimension, id: string): string;
  coder(coder: Coder | undefined): string;
}

/** Passages that somebody asked for by pressing a figure. */
export interface Opened {
  title: string;
  ids: readonly string[];
}

export interface QueryRoom {
  view: PanelView;
  links: EvidenceLinks;
  actions: PanelActions;
  coding: Coding;
  coders: readonly Coder[];
  names: QueryNames;
  opened: Opened | undefined;
  open(opened: Opened | undefined): void;
}

/** @returns what was coded, codes in the order of the codebook; by one coder alone when one is named */
export function useCoding({ evidence, codes, notebook }: PanelView, coderId: string, rollUp: boolean): Coding {
  return useMemo(() => {
    const { annotations } = notebook;
    return codingOf(
      {
        annotations: coderId ? annotations.filter((note) => note.coderId === coderId) : annotations,
        codes: ordered(codes).map(({ code }) => code),
        evidence,
      },
      rollUp,
    );
  }, [evidence, codes, notebook.annotations, coderId, rollUp]);
}

export function useQueryNames({ evidence, codes, notebook }: PanelView): QueryNames {
  const { phrase, languageName, date } = useTexts();
  const groupName = useGroupName();
  return useMemo(() => {
    const byId = new Map<string, Code>(codes.map((code) => [code.id, code]));
    const themes = new Map(evidence.themes.map(({ id, label }) => [id, label]));
    const segments = new Map(evidence.personas.map(({ segment }) => [segment.id, segment]));
    const coders = new Map(notebook.coders.map((one) => [one.id, one]));
    const coder = (one: Coder | undefined) => one?.name || phrase(one?.own ? "queryYou" : "queryOther");
    const named = (dimension: Dimension, id: string): string => {
      if (dimension === "stars") return `★ ${id}`;
      if (dimension === "theme") return themes.get(id) ?? id;
      if (dimension === "month") return date(id);
      if (dimension === "sentiment") return phrase("feelingShape", { polarity: id });
      if (dimension === "language") return languageName(id);
      if (dimension === "coder") return coder(coders.get(id));
      const segment = segments.get(id);
      return segment ? groupName(segment) : id;
    };
    return {
      code: (id) => byId.get(id)?.name ?? "",
      column: (dimension, id) => (id === UNKNOWN ? phrase("queryUnknown", { dimension }) : named(dimension, id)),
      coder,
    };
  }, [evidence, codes, notebook.coders, phrase]);
}
