/** Do personas speak for different people? Half of each segment's reviewers must be recognised by what the other half says. */
import { byId, countingReviews, type Material } from "../../lib/ask/material";
import { findSegments } from "../../lib/ask/segments";
import { topicsOf } from "../../lib/ask/topics";

/** Per topic: how many praise it minus how many complain, per reviewer. */
type Profile = Map<string, number>;

/**
 * Each segment's reviews are split into two halves. What one half praises and complains about, against what everybody does,
 * looks for its other half among all segments (cosine).
 * @returns how much better than chance it is found: 0 is chance, 1 always; NaN with fewer than two segments
 */
export function distinctness(subjectId: string, material: Material): number {
  const segments = findSegments({ subjectId, ...material }).filter((segment) => segment.reviewIds.length >= 6);
  if (segments.length < 2) return Number.NaN;
  const everyone = profileOf(
    material.reviews.map((review) => review.id),
    material,
  );
  const halves = segments.map(({ reviewIds }) =>
    [0, 1].map((part) => {
      const ids = reviewIds.filter((_, i) => i % 2 === part);
      return apart(profileOf(ids, material), everyone);
    }),
  );
  const found = halves.filter(([query = new Map()], i) => {
    const scores = halves.map(([, key = new Map()]) => cosine(query, key));
    return scores.indexOf(Math.max(...scores)) === i;
  });
  const chance = 1 / segments.length;
  return (found.length / segments.length - chance) / (1 - chance);
}

function profileOf(reviewIds: readonly string[], { reviews, sentences, themes }: Material): Profile {
  const known = byId(countingReviews(reviews));
  const own = reviewIds.flatMap((id) => known.get(id) ?? []);
  const profile: Profile = new Map();
  for (const { key, stances } of topicsOf(own, sentences, themes)) {
    const balance = stances.reduce(
      (sum, { polarity }) => sum + Number(polarity === "positive") - Number(polarity === "negative"),
      0,
    );
    profile.set(key, balance / Math.max(1, own.length));
  }
  return profile;
}

function apart(profile: Profile, from: Profile): Profile {
  const keys = new Set([...profile.keys(), ...from.keys()]);
  return new Map([...keys].map((key) => [key, (profile.get(key) ?? 0) - (from.get(key) ?? 0)]));
}

function cosine(a: Profile, b: Profile): number {
  const length = (profile: Profile) => Math.sqrt([...profile.values()].reduce((sum, value) => sum + value * value, 0));
  const dot = [...a].reduce((sum, [key, value]) => sum + value * (b.get(key) ?? 0), 0);
  return dot / (length(a) * length(b) || 1);
}
