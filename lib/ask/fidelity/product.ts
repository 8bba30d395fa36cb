/** How well words foretell the stars of one product's reviewers who were kept away. */
import type { Fidelity, FidelityMethod, FidelityRow, RatingSettings } from "../../domain";
import { calibrate, rateText } from "../ssr/rated";
import { type AnchorVectors, type Distribution, meanDistribution, meanScore } from "../ssr/rating";
import { mapOf } from "./calibration";
import { ksSimilarity, mean, pearson, sharesOf } from "./measures";
import { halves, type RatedPerson } from "./people";

/**
 * Fewest people with stars and words: with twenty kept away, two halves of the same people still differ by about a sixth in cumulated shares;
 * with fewer a good and a bad way cannot be told apart.
 */
export const FEWEST_CHECKED = 40;
/** Divisions from which the ceiling is the mean. */
const SPLITS = 200;
/** As near as two halves of the people, but for what chance moves; beyond `ROUGH` from it the shares are another product's. */
const CLOSE = 0.03;
const ROUGH = 0.15;

export interface FidelityOptions {
  seed: number;
  /** Shares of stars of other products, 1–5: what is foretold without reading a word. */
  category?: readonly number[];
  /** Reviewer → number 1–5 a language model gave when it was asked for one. */
  engineNumbers?: ReadonlyMap<string, number>;
  /** Mean vector per language, for centred ratings. */
  means?: ReadonlyMap<string, Float32Array>;
}

interface Foretold {
  person: RatedPerson;
  plain: Distribution;
  combined: Distribution;
}

/** @param anchors of satisfaction: stars measure that, not the wish to buy */
export function fidelityOf(
  people: readonly RatedPerson[],
  anchors: readonly AnchorVectors[],
  settings: RatingSettings,
  options: FidelityOptions,
): Fidelity {
  const reviewers = new Set(people.map(({ reviewer }) => reviewer)).size;
  const none = { checked: false, heldIn: 0, heldOut: 0, needed: FEWEST_CHECKED, rows: [] };
  if (people.length === 0) return { ...none, why: "no-stars" };
  if (reviewers < FEWEST_CHECKED) return { ...none, heldIn: reviewers, why: "few-reviewers" };
  const rated = people.map((person) => foretell(person, anchors, settings, options));
  const [learnt, kept] = halves(
    rated.map((one) => ({ ...one, reviewer: one.person.reviewer })),
    options.seed,
  );
  const stars = kept.map(({ person }) => person.stars);
  const own = settings.method === "plain" ? "plain" : "combined";
  const map = mapOf(learnt.map((one) => ({ score: meanScore(one[own]), stars: one.person.stars })));
  const rows = [
    rowOf(
      "plain",
      kept.map((one) => one.plain),
      stars,
    ),
    rowOf(
      "combined",
      kept.map((one) => one.combined),
      stars,
    ),
    ...(map
      ? [
          rowOf(
            "calibrated",
            kept.map((one) => calibrate(one[own], map)),
            stars,
          ),
        ]
      : []),
    ...engineRow(kept, options),
    ...(options.category ? [blindRow(options.category, stars)] : []),
  ];
  const ceiling = halvesAgree(
    kept.map(({ person }) => person),
    options.seed,
  );
  const used = rows.find(({ method }) => method === (settings.calibrated && map ? "calibrated" : own));
  return {
    checked: true,
    heldIn: learnt.length,
    heldOut: kept.length,
    needed: FEWEST_CHECKED,
    people: sharesOf(stars),
    ceiling,
    rows,
    verdict: verdictOf(used?.ks ?? 0, ceiling, rows.find(({ method }) => method === "category-mean")?.ks),
    ...(map ? { map } : {}),
  };
}

/** @returns KS similarity of two halves of the same people, in the mean over divisions by lot: what chance alone makes of so few people */
export function halvesAgree(people: readonly RatedPerson[], seed: number): number {
  const agreements = Array.from({ length: SPLITS }, (_, i) => {
    const [a, b] = halves(people, seed + 1 + i);
    return ksSimilarity(sharesOf(a.map(({ stars }) => stars)), sharesOf(b.map(({ stars }) => stars)));
  });
  return mean(agreements);
}

function foretell(
  person: RatedPerson,
  anchors: readonly AnchorVectors[],
  settings: RatingSettings,
  { means }: FidelityOptions,
): Foretold {
  const context = { mean: means?.get(person.text.language), scale: "satisfaction" };
  const by = (method: RatingSettings["method"]) =>
    rateText(person.text, anchors, { ...settings, method, calibrated: false }, context);
  return { person, plain: by("plain"), combined: by("combined") };
}

function rowOf(method: FidelityMethod, shares: readonly Distribution[], stars: readonly number[]): FidelityRow {
  const pmf = [...meanDistribution(shares)];
  const correlation = pearson(shares.map(meanScore), stars);
  return {
    method,
    pmf,
    mean: meanScore(pmf),
    ks: ksSimilarity(pmf, sharesOf(stars)),
    ...(correlation === undefined ? {} : { pearson: correlation }),
  };
}

/** Only of those who were asked for: a number that is not there is none. */
function engineRow(kept: readonly Foretold[], { engineNumbers }: FidelityOptions): FidelityRow[] {
  if (!engineNumbers) return [];
  const asked = kept.filter(({ person }) => engineNumbers.has(person.reviewer));
  if (asked.length === 0) return [];
  const numbers = asked.map(({ person }) => sharesOf([engineNumbers.get(person.reviewer) ?? 3]));
  return [
    rowOf(
      "engine-number",
      numbers,
      asked.map(({ person }) => person.stars),
    ),
  ];
}

function blindRow(category: readonly number[], stars: readonly number[]): FidelityRow {
  const pmf = [...category];
  return { method: "category-mean", pmf, mean: meanScore(pmf), ks: ksSimilarity(pmf, sharesOf(stars)) };
}

/** Where other products foretell these stars better than the words do, the words are not close, whatever two halves make of each other. */
function verdictOf(ks: number, ceiling: number, blind = 0): Fidelity["verdict"] {
  if (ks >= ceiling - CLOSE && ks >= blind) return "close";
  return ks >= ceiling - ROUGH ? "rough" : "poor";
}
