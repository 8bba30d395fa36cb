/** Five concepts of a storytelling aid, ranked by people: does the panel of what they wrote prefer the same? */
import { indexEvidence } from "../../lib/ask/evidence-index";
import { builtInScales } from "../../lib/ask/ssr/scales";
import { answerFromReviews, drawPanel, resultsOf, type SurveyInput, textsOf } from "../../lib/ask/survey";
import type { Concept, Review, SurveySpec } from "../../lib/domain";
import type { loadHeads } from "../../lib/models/heads";
import type { VectorCache } from "../train/vector-cache";
import type { Ranker } from "./survey-sets";
import { understood } from "./themes-sets";

/** What the five concepts were, in our words; the data set has only their letters. */
const CONCEPTS: Concept[] = [
  {
    id: "A",
    name: "Option A",
    text: "Option A. A dedicated single-purpose device with AI that tells stories with audio and images.",
  },
  {
    id: "B",
    name: "Option B",
    text: "Option B. No AI and no device: the parents read stories to the child themselves.",
  },
  {
    id: "C",
    name: "Option C",
    text: "Option C. An app for a phone or tablet with AI that tells stories with audio and images.",
  },
  {
    id: "D",
    name: "Option D",
    text: "Option D. A dedicated single-purpose device with AI that tells stories with audio only.",
  },
  {
    id: "E",
    name: "Option E",
    text: "Option E. An app for a phone or tablet with AI that tells stories with audio only.",
  },
];

const SPEC: SurveySpec = {
  title: "Storytelling for children",
  language: "en",
  concepts: CONCEPTS,
  design: "sequential",
  questions: [
    {
      id: "buy",
      kind: "scale",
      scale: "purchase-intent",
      text: "Would you buy this for your child?",
      perConcept: true,
    },
  ],
  segmentIds: [],
  respondents: 500,
  seed: 1,
  rating: { method: "plain", centred: false, epsilon: 0, temperature: 1, calibrated: false },
  mode: "evidence",
};

export async function rankConcepts(
  rankers: readonly Ranker[],
  cache: VectorCache,
  heads: ReturnType<typeof loadHeads>,
) {
  if (rankers.length === 0) return undefined;
  const reviews = rankers.map(
    ({ words }, i): Review => ({
      id: `r${i}`,
      subjectId: "story",
      kind: "review",
      body: words,
      language: "en",
      place: { url: "" },
      how: "file",
      collected: "",
    }),
  );
  const { reviews: read, sentences } = await understood(reviews, cache, heads);
  const evidence = {
    subject: { name: "storytelling" },
    reviews: read,
    sentences,
    themes: [],
    index: indexEvidence(read, sentences),
  };
  const scales = builtInScales();
  const panel = drawPanel(SPEC, evidence, []);
  const texts = textsOf(SPEC, scales, panel, evidence);
  const made = await cache.encode(texts);
  const vectors = new Map(texts.map((text, i) => [text, made[i] ?? new Float32Array()]));
  const input: SurveyInput = { spec: SPEC, evidence, segments: [], scales, vectors };
  const { cells } = resultsOf(
    SPEC,
    panel.map((one) => answerFromReviews(input, one)),
    evidence,
    [],
  );
  const rows = CONCEPTS.map(({ id }) => {
    const cell = cells.find(({ conceptId, segmentId }) => conceptId === id && segmentId === undefined);
    const ranks = rankers.map(({ order }) => order.indexOf(id) + 1);
    const rank = ranks.reduce((sum, one) => sum + one, 0) / ranks.length;
    return {
      concept: id,
      "mean rank of people": round(rank),
      "panel's mean": round(cell?.mean ?? 3),
      heard: cell?.heard ?? 0,
    };
  });
  const means = rows.map((row) => row["panel's mean"]);
  const ranks = rows.map((row) => row["mean rank of people"]);
  const found = tau(means, ranks);
  return { people: rankers.length, rows, tau: found, p: chance(means, ranks, found) };
}

/** Kendall's τ of high scores with low (good) ranks. */
function tau(scores: readonly number[], ranks: readonly number[]): number {
  let sum = 0;
  let pairs = 0;
  for (let i = 0; i < scores.length; i++)
    for (let j = i + 1; j < scores.length; j++) {
      sum += Math.sign(((scores[i] ?? 0) - (scores[j] ?? 0)) * ((ranks[j] ?? 0) - (ranks[i] ?? 0)));
      pairs += 1;
    }
  return sum / pairs;
}

/** Share of all orders of the scores that agree at least as well. */
function chance(scores: readonly number[], ranks: readonly number[], found: number): number {
  const orders = permutations(scores);
  return orders.filter((order) => tau(order, ranks) >= found - 1e-9).length / orders.length;
}

function permutations(items: readonly number[]): number[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((one, i) => permutations(items.toSpliced(i, 1)).map((rest) => [one, ...rest]));
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}
