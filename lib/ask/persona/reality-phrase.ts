/** What a reality check means, in plain words. */
import type { RealityCheck } from "../../domain";
import type { Phrase } from "../../locale";

/** Reviewers below which none can be spared to test a persona on. */
export const FEWEST_TO_CHECK = 12;
/** Scores closer than this say the same: about what another split of the same reviewers changes. */
const ALIKE = 0.05;
/** Rank correlations from which topics count as foretold. */
const STRONG = 0.6;
const SOME = 0.3;

export interface RealityWords {
  /** The first sentences: what was foretold, beside what anybody's persona foretells. */
  text: string;
  /** Topics, stars and the score, for whoever looks closely. */
  details: string[];
  /** Whether it stands for its group, or that too little was compared to tell; absent where nothing was checked. */
  verdict?: string;
  /** Whether the check tells anything about the group: enough reviewers and topics were compared. */
  telling: boolean;
}

/** With fewer topics that both speak of, a good score may be luck: no verdict rests on one or two. */
const FEWEST_TO_JUDGE = 3;

/** @returns sentences in the interface language; a check that was not made says why */
export function realityWords(check: RealityCheck, phrase: Phrase): RealityWords {
  const { heldIn, heldOut, topics, sides, stars, score, baseline } = check;
  if (!check.checked)
    return {
      text: phrase("ask_reality_unchecked", { n: heldIn + heldOut, needed: FEWEST_TO_CHECK }),
      details: [],
      telling: false,
    };
  const people = { built: heldIn, away: heldOut };
  const told = sides
    ? phrase("ask_reality_sides", { ...people, same: sides.same, of: sides.of })
    : phrase("ask_reality_plain", people);
  const anybody = sides?.anybody;
  const beside = anybody === undefined || !sides ? [] : [phrase("ask_reality_anybody", { n: anybody, of: sides.of })];
  const figures = {
    score: hundredth(score),
    baseline: hundredth(baseline),
    compared: baseline === undefined ? "no" : "yes",
  };
  const telling = score !== undefined && baseline !== undefined && (sides?.of ?? 0) >= FEWEST_TO_JUDGE;
  return {
    telling,
    text: [told, ...beside].join(" "),
    details: [
      ...(topics ? [phrase("ask_reality_topics", { level: levelOf(topics.agreement) })] : []),
      ...(stars
        ? [phrase("ask_reality_stars", { built: stars.built.toFixed(1), heldOut: stars.heldOut.toFixed(1) })]
        : []),
      ...(score === undefined ? [] : [phrase("ask_reality_score", figures)]),
    ],
    verdict: telling
      ? phrase("ask_reality_verdict", { verdict: verdictOf(score, baseline) })
      : phrase("ask_reality_little"),
  };
}

function verdictOf(score: number, baseline: number): "better" | "alike" | "worse" {
  return Math.abs(score - baseline) < ALIKE ? "alike" : score > baseline ? "better" : "worse";
}

function levelOf(agreement: number): "strong" | "some" | "none" {
  return agreement >= STRONG ? "strong" : agreement >= SOME ? "some" : "none";
}

function hundredth(share = 0): number {
  return Math.round(share * 100);
}
