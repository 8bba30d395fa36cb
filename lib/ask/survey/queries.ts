/** What is looked for among the reviewers' sentences, and every text whose vector a survey needs. */
import type { Concept, Scale, SurveyQuestion, SurveySpec } from "../../domain";
import type { Evidence } from "../answering";
import { primaryLanguage } from "../language";
import { byId } from "../material";
import { anchorsOf } from "./anchor-vectors";
import type { Respondent } from "./input";
import { ratesWholeReview, wholeText } from "./whole-review";
import { clausesIn } from "./word-count";

/** A concept is looked for in so many parts at most: what it says in one place should not drown in the rest. */
const PARTS = 12;

/** Every respondent is asked about the same concepts. */
const cut = new WeakMap<Concept, { from: string; queries: string[] }>();

/**
 * @returns what of a concept is looked for: one thing it says at a time, neighbours joined while they are many, and what its picture shows
 */
export function conceptQueries(concept: Concept, language: string): readonly string[] {
  const from = [language, concept.text, concept.picture?.alt].join("\n");
  const known = cut.get(concept);
  if (known?.from === from) return known.queries;
  const queries = cutUp(concept, language);
  cut.set(concept, { from, queries });
  return queries;
}

function cutUp({ text, picture }: Concept, language: string): string[] {
  const clauses = [...clausesIn(text, language), ...clausesIn(picture?.alt ?? "", language)];
  const each = Math.ceil(clauses.length / PARTS);
  const parts = Array.from({ length: Math.ceil(clauses.length / each) || 0 }, (_, i) =>
    clauses.slice(i * each, (i + 1) * each).join(" "),
  );
  return [...new Set(parts)];
}

/** @returns the options or rows of a question as they are looked for; none for a question without */
export function optionsOf({ options = [], rows = [], kind }: SurveyQuestion): string[] {
  return (kind === "matrix" ? rows : options).map((option) => option.trim());
}

/**
 * @param scales every scale the questions name
 * @param panel as drawn: whole reviews of others are not needed
 * @returns every text whose encoder vector answering needs, each once: anchors, questions, parts of concepts, options and rows, and whole
 * reviews where satisfaction is asked
 */
export function textsOf(
  spec: SurveySpec,
  scales: readonly Scale[],
  panel: readonly Respondent[],
  evidence: Evidence,
): string[] {
  const texts = new Set<string>();
  const languages = new Set([spec.language, ...evidence.index.entries.map(({ language }) => language)]);
  for (const question of spec.questions) {
    texts.add(question.text.trim());
    for (const option of optionsOf(question)) texts.add(option);
    const scale = scales.find(({ id }) => id === question.scale);
    if (scale) for (const anchor of anchorTexts(scale, spec.language, languages)) texts.add(anchor);
  }
  for (const concept of spec.concepts) for (const part of conceptQueries(concept, spec.language)) texts.add(part);
  if (spec.questions.some((question) => ratesWholeReview(question, scales, evidence))) {
    const reviews = byId(evidence.reviews);
    for (const { reviewIds } of panel)
      for (const id of reviewIds) {
        const review = reviews.get(id);
        if (review) texts.add(wholeText(review));
      }
  }
  return [...texts];
}

function anchorTexts(scale: Scale, ownLanguage: string, languages: ReadonlySet<string>): string[] {
  return [
    ...new Set([...languages].flatMap((language) => anchorsOf(scale, primaryLanguage(language), ownLanguage).flat())),
  ];
}
