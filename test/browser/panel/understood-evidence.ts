/** The sample evidence with all that is understood in it: aspects, intents, emotions, entities, chances, two levels of themes. */

import type { PanelView } from "../../../components/view";
import type {
  AspectCategory,
  AspectMention,
  Intent,
  Polarity,
  ReviewFlag,
  Sentiment,
  Theme,
} from "../../../lib/domain";
import type { Evidence, EvidenceReview, Statement } from "../../../lib/report/evidence";
import { sampleEvidence } from "../components/fixture";
import { READ } from "../components/scenes";

/** Words → how they are judged. */
const TERMS: [words: string, category: AspectCategory | undefined, label: Polarity][] = [
  ["boils water", "performance", "positive"],
  ["litre boils", "performance", "positive"],
  ["Two minutes", "performance", "positive"],
  ["handle", "design", "positive"],
  ["Filling", "ease", "positive"],
  ["lid", "durability", "negative"],
  ["noise", "performance", "negative"],
  ["water tastes", "quality", "negative"],
  ["shop", "service", "negative"],
  ["kitchen", undefined, "neutral"],
];

/** Words → what the sentence does. */
const DOES: [words: string, intent: Intent, confidence: number | undefined, about?: string][] = [
  ["than any kettle I have owned", "comparison", 0.82, "any kettle I have owned"],
  ["no longer clicks", "problem", 0.93],
  ["stopped closing", "problem", 0.97],
  ["tastes of plastic", "problem", 0.58],
  ["children wake up", "situation", undefined],
  ["children wake up", "user", undefined, "children"],
  ["tea every morning", "situation", 0.71],
  ["How do you get rid", "question", undefined],
];

function spanOf(statement: Statement, body: string, words: string): { start: number; end: number } | undefined {
  const at = body.slice(statement.start, statement.end).indexOf(words);
  return at < 0 ? undefined : { start: statement.start + at, end: statement.start + at + words.length };
}

/** Every seventh sentence is one of which nobody could be sure. */
function chanceOf(index: number): number {
  return index % 7 === 6 ? 0.52 : 0.72 + (index % 4) * 0.08;
}

function understood(statement: Statement, body: string, index: number): Statement {
  const sentiment: Sentiment = { ...statement.sentiment, confidence: chanceOf(index) };
  const aspects = TERMS.flatMap(([words, category, label]): AspectMention[] => {
    const span = spanOf(statement, body, words);
    const score = label === "positive" ? 0.8 : label === "negative" ? -0.8 : 0;
    return span
      ? [{ ...span, term: words, category, sentiment: { label, score, confidence: chanceOf(index + 2) } }]
      : [];
  });
  const intents = DOES.flatMap(([words, intent, confidence, about]) =>
    spanOf(statement, body, words)
      ? [{ intent, confidence, about: about ? spanOf(statement, body, about) : undefined }]
      : [],
  );
  const because = ["faster", "loud", "stopped closing", "plastic", "easy"].flatMap(
    (words) => spanOf(statement, body, words) ?? [],
  );
  const angry = statement.sentiment.label === "negative" && index % 3 === 0;
  return {
    ...statement,
    sentiment,
    ...(aspects.length > 0 ? { aspects } : {}),
    ...(intents.length > 0 ? { intents } : {}),
    ...(because.length > 0 ? { because } : {}),
    ...(statement.id === "r1:0" ? { entities: [{ ...statement, kind: "brand", name: "Marlow" }] } : {}),
    ...(angry ? { emotion: { emotion: "anger", confidence: 0.7 } } : {}),
    ...(statement.themeId === "lid" && index % 2 ? { subthemeId: "lid-click" } : {}),
  };
}

const MONTHS = ["2025-01", "2025-04", "2025-07", "2025-10", "2026-01", "2026-04"];

function levelsOf(themes: readonly Theme[]): Theme[] {
  const lid = themes.find(({ id }) => id === "lid");
  const first = themes.map((theme, index): Theme => {
    const trend = MONTHS.map((month, step) => ({ month, size: 2 + ((step * (index + 2)) % 5), of: 12 }));
    if (theme.id === "lid") return { ...theme, starImpact: -1.3, trend };
    return theme.id === "smell" ? { ...theme, pinned: true, madeLabel: "Smell" } : { ...theme, trend };
  });
  if (!lid) return first;
  const part = { ...lid, keywords: ["clicks", "shut"], parentId: "lid", size: Math.ceil(lid.size / 2) };
  const rest = { ...lid, id: "rest", label: "Other remarks", keywords: [], rest: true as const, size: 4, share: 0.08 };
  return [rest, ...first, { ...part, id: "lid-click", label: "Does not click shut" }];
}

const ODD = new Map<string, ReviewFlag[]>([
  ["r2", ["incentivised"]],
  ["r4", ["off-topic"]],
]);

/** Estimates of the whole review, as far as its stars make them likely. */
function withFinding(review: EvidenceReview, index: number): EvidenceReview {
  const { finding } = review;
  if (!finding) return review;
  const happy = finding.sentiment.score > 0;
  const sentiment = { ...finding.sentiment, confidence: chanceOf(index) };
  return {
    ...review,
    finding: {
      ...finding,
      sentiment,
      flags: [...finding.flags, ...(ODD.get(review.id) ?? [])],
      satisfied: happy ? 0.86 : 0.2,
      recommends: happy ? 9.1 : 4.2,
    },
  };
}

/** @returns `count` reviews, with all that can be understood */
export function understoodEvidence(count = 48): Evidence {
  const plain = sampleEvidence(count);
  let index = 0;
  const bodies = new Map(plain.reviews.map(({ id, body }) => [id, body]));
  const statements = new Map(
    [...plain.statements].map(([id, list]) => [
      id,
      list.map((statement) => understood(statement, bodies.get(id) ?? "", index++)),
    ]),
  );
  return { ...plain, reviews: plain.reviews.map(withFinding), statements, themes: levelsOf(plain.themes) };
}

/** The sample page, read and with all that can be understood. */
export const UNDERSTOOD: PanelView = { ...READ, evidence: understoodEvidence() };
