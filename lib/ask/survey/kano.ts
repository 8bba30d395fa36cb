/** What a feature does to satisfaction, from the stars of those who praise it, blame it, or do not speak of it. */
import type { KanoFeature } from "../../domain";
import type { Given } from "./cells";

/** Worth from which a feature counts as praised, or below which as blamed; between, it is only named. */
const SIDED = 0.1;
/** Fewest people with stars on a side, and who do not speak of it, for a contrast. */
const FEWEST = 5;
/** Stars below which nothing is gained or lost. */
const NOTICED = 0.25;
/** So many times larger one contrast must be for the feature to be one-sided. */
const LOPSIDED = 1.5;

/**
 * Penalty–reward contrasts (Brandt 1987, "A procedure for identifying value-enhancing service components"): mean stars of those who praise a
 * feature, and of those who blame it, against those who say nothing of it. Which of the two weighs more is told by shares of what there was
 * to gain up to five stars and to lose down to one: where nearly everybody gives five, a feature could not be rewarded in stars at all.
 * @param told answers of those who speak of features, and of those who are silent
 * @param options how many features there are
 */
export function kanoFeatures(told: readonly Given[], options: number): KanoFeature[] {
  return Array.from({ length: options }, (_, option) => featureOf(told, option));
}

function featureOf(told: readonly Given[], option: number): KanoFeature {
  const worth = told.map(({ answer, stars }) => ({ stars, value: answer.utilities?.[option] ?? null }));
  const praised = worth.filter(({ value }) => value !== null && value >= SIDED);
  const blamed = worth.filter(({ value }) => value !== null && value <= -SIDED);
  const silent = worth.filter(({ value }) => value === null);
  const base = meanStars(silent);
  const reward = contrast(meanStars(praised), base);
  const penalty = contrast(base, meanStars(blamed));
  return {
    option,
    kind: kindOf(reward, penalty, base),
    ...(reward === undefined ? {} : { reward }),
    ...(penalty === undefined ? {} : { penalty }),
    praised: praised.length,
    blamed: blamed.length,
    silent: silent.length,
  };
}

function kindOf(reward: number | undefined, penalty: number | undefined, base = 3): KanoFeature["kind"] {
  if (reward === undefined || penalty === undefined) return "unclear";
  if (reward < NOTICED && penalty < NOTICED) return "indifferent";
  const [gained, lost] = [shareOf(reward, 5 - base), shareOf(penalty, base - 1)];
  if (penalty >= NOTICED && lost > LOPSIDED * gained) return "must";
  return reward >= NOTICED && gained > LOPSIDED * lost ? "attractive" : "performance";
}

/** Of what there is to gain or lose; nothing where there is nothing. */
function shareOf(contrast: number, room: number): number {
  return room > 0 ? Math.max(0, contrast) / room : 0;
}

function meanStars(people: readonly { stars?: number }[]): number | undefined {
  const given = people.flatMap(({ stars }) => stars ?? []);
  return given.length < FEWEST ? undefined : given.reduce((sum, one) => sum + one, 0) / given.length;
}

function contrast(higher: number | undefined, lower: number | undefined): number | undefined {
  return higher === undefined || lower === undefined ? undefined : higher - lower;
}
