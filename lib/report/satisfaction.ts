import { type Evidence, isQuotable, starsOfFive } from "./evidence";

/** How satisfied the writers are, as far as their texts tell. */
export interface SatisfactionFigures {
  /** Absent until a text was understood. */
  satisfied?: {
    /** Expected share of satisfied writers (0–1): the mean of their chances. */
    share: number;
    of: number;
    /** What those of them say who gave stars: share with four or five of five. */
    byStars?: { share: number; of: number };
  };
  promoters?: {
    /** Promoters minus detractors in per cent of all, −100..100 (Reichheld 2003). */
    score: number;
    promoters: number;
    passives: number;
    detractors: number;
    of: number;
  };
}

/** From these answers on, of ten, somebody is a promoter or at least no detractor. */
const PROMOTER = 9;
const PASSIVE = 7;
/** So many stars of five are called satisfied. */
const SATISFIED_STARS = 4;

/** @returns the satisfied share and the promoter score over quotable reviews; both absent while nothing was estimated */
export function satisfactionOf(evidence: Evidence): SatisfactionFigures {
  const chances: number[] = [];
  const stars: number[] = [];
  const answers: number[] = [];
  for (const review of evidence.reviews) {
    if (!review.finding || !isQuotable(review)) continue;
    const { satisfied, recommends } = review.finding;
    if (satisfied !== undefined) {
      chances.push(satisfied);
      const given = starsOfFive(review);
      if (given !== undefined) stars.push(given);
    }
    if (recommends !== undefined) answers.push(recommends);
  }
  return { satisfied: satisfiedShare(chances, stars), promoters: promoterScore(answers) };
}

function satisfiedShare(chances: readonly number[], stars: readonly number[]): SatisfactionFigures["satisfied"] {
  if (chances.length === 0) return undefined;
  const share = chances.reduce((sum, chance) => sum + chance, 0) / chances.length;
  const many = stars.filter((given) => given >= SATISFIED_STARS).length;
  const byStars = stars.length > 0 ? { share: many / stars.length, of: stars.length } : undefined;
  return { share, of: chances.length, byStars };
}

function promoterScore(answers: readonly number[]): SatisfactionFigures["promoters"] {
  if (answers.length === 0) return undefined;
  // an estimate has decimals, an answer has none
  const whole = answers.map((answer) => Math.round(answer));
  const promoters = whole.filter((answer) => answer >= PROMOTER).length;
  const detractors = whole.filter((answer) => answer < PASSIVE).length;
  const of = whole.length;
  return {
    score: ((promoters - detractors) / of) * 100,
    promoters,
    passives: of - promoters - detractors,
    detractors,
    of,
  };
}
