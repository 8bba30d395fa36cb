/** Draws the panel: real reviewers of the subject, by lot, in proportion to the segments asked. */
import { type Segment, SURVEY_LIMITS, type SurveySpec } from "../../domain";
import type { Evidence } from "../answering";
import { countingReviews, groupBy, reviewerOf } from "../material";
import { monadicLots, sequentialLots } from "./designs";
import type { Respondent } from "./input";
import { drawnOrder } from "./lot";

type Person = Omit<Respondent, "shown">;

/**
 * People whose reviews count, in an order by lot that depends on the seed and their reviews, never on how they are stored. With segments
 * chosen only those who are in one, drawn in proportion to how many there are of each combination of segments, at least one of each.
 * @returns at most `spec.respondents` of them, in the order of the lot, so that the first ones are a fair draw too
 */
export function drawPanel(
  spec: SurveySpec,
  evidence: Pick<Evidence, "reviews">,
  segments: readonly Segment[],
): Respondent[] {
  const people = peopleOf(spec, evidence, segments);
  const strata = [
    ...groupBy(
      drawnOrder(people, ({ id }) => id, spec.seed),
      ({ segmentIds }) => segmentIds.join(" "),
    ),
  ];
  strata.sort(([a], [b]) => (a < b ? -1 : 1));
  const wanted = Math.min(spec.respondents, SURVEY_LIMITS.respondents, people.length);
  const quotas = quotasOf(
    strata.map(([, group]) => group.length),
    wanted,
  );
  const drawn = strata.flatMap(([, group], i) => group.slice(0, quotas[i]));
  const concepts = spec.concepts.map(({ id }) => id);
  const lots = spec.design === "monadic" ? monadicLots : sequentialLots;
  const shown = lots(concepts, drawn.length, spec.seed);
  const panel = drawn.map((person, i): Respondent => ({ ...person, shown: shown[i] ?? [] }));
  return drawnOrder(panel, ({ id }) => id, spec.seed);
}

/** @returns how many reviewers could be asked */
export function countPanel(
  spec: SurveySpec,
  evidence: Pick<Evidence, "reviews">,
  segments: readonly Segment[],
): number {
  return peopleOf(spec, evidence, segments).length;
}

function peopleOf(spec: SurveySpec, { reviews }: Pick<Evidence, "reviews">, segments: readonly Segment[]): Person[] {
  const chosen = spec.segmentIds.map((id) => new Set(segments.find((segment) => segment.id === id)?.reviewIds ?? []));
  const people = [...groupBy(countingReviews(reviews), reviewerOf).values()].map((own): Person => {
    const reviewIds = own.map(({ id }) => id).sort();
    const segmentIds = spec.segmentIds.filter((_, i) => reviewIds.some((id) => chosen[i]?.has(id)));
    return { id: reviewIds[0] ?? "", reviewIds, segmentIds };
  });
  return spec.segmentIds.length === 0 ? people : people.filter(({ segmentIds }) => segmentIds.length > 0);
}

/** Largest remainders; nobody's group is left out while there is a place for each. @returns as many places as `wanted` or all there are */
export function quotasOf(sizes: readonly number[], wanted: number): number[] {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (wanted >= total) return [...sizes];
  const least = wanted >= sizes.length ? 1 : 0;
  const exact = sizes.map((size) => (size / total) * wanted);
  const quotas = exact.map((share) => Math.max(least, Math.floor(share)));
  const order = exact
    .map((share, i) => ({ i, rest: share - Math.floor(share) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  let left = wanted - quotas.reduce((sum, quota) => sum + quota, 0);
  for (let turn = 0; left !== 0; turn++) {
    const { i = 0 } = order[left > 0 ? turn % order.length : order.length - 1 - (turn % order.length)] ?? {};
    const quota = quotas[i] ?? 0;
    if (left > 0 && quota < (sizes[i] ?? 0)) {
      quotas[i] = quota + 1;
      left--;
    } else if (left < 0 && quota > least) {
      quotas[i] = quota - 1;
      left++;
    }
  }
  return quotas;
}
