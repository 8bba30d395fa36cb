import { segmentName } from "../../lib/ask/phrase";
import type { Evidence } from "../../lib/report/evidence";
import type { Facet } from "../../lib/report/facets";
import { selector, useTexts } from "../texts";

/** Names of facets and of their values, as people read them. */
export function useFacetNames(evidence: Evidence): {
  facetName: (facet: Facet) => string;
  valueName: (facet: Facet, value: string) => string;
} {
  const { phrase, languageName } = useTexts();
  const themes = new Map(evidence.themes.map((theme) => [theme.id, theme.label]));
  const segments = new Map(evidence.personas.map(({ segment }) => [segment.id, segment]));
  function valueName(facet: Facet, value: string): string {
    switch (facet) {
      case "theme":
        return themes.get(value) ?? value;
      case "aspect":
        return phrase("aspectName", { matter: value });
      case "intent":
        return phrase("intentName", { intent: selector(value) });
      case "emotion":
        return phrase("emotionName", { emotion: value });
      case "confidence":
        return phrase("confidenceChip", { certainty: value });
      case "sentiment":
        return phrase("feelingShape", { polarity: value });
      case "stars":
        return `★ ${value}`;
      case "segment": {
        const segment = segments.get(value);
        return segment ? segmentName(segment, phrase) : value;
      }
      case "language":
        return languageName(value);
      case "kind":
        return phrase("kindName", { kind: value });
      case "flag":
        return phrase("flagName", { flag: selector(value) });
      case "contradicts":
        return phrase("contradictsChip");
      case "question":
        return phrase("questionChip");
    }
  }
  return { facetName: (facet) => phrase("facetName", { facet }), valueName };
}
