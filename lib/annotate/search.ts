import { closestPassage, type Match } from "./edit-distance";

/** The part of a text to search in. */
export interface Bounds {
  from: number;
  to: number;
}

/** Above this many equal passages a quote says nothing about its place. */
const MOST_EQUAL = 5_000;
/** A seed that occurs oftener than this points nowhere. */
const MOST_HITS = 2_000;
/** How many places are looked at closely. */
const MOST_PLACES = 64;
/** Longer needles are found by their two ends. */
const LONGEST = 512;

/** Every place where `needle` stands exactly, in order. */
export function equalPassages(text: string, needle: string, { from, to }: Bounds): Match[] {
  const matches: Match[] = [];
  for (let at = text.indexOf(needle, from); at >= 0; at = text.indexOf(needle, at + 1)) {
    if (at + needle.length > to || matches.length >= MOST_EQUAL) break;
    matches.push({ start: at, end: at + needle.length, errors: 0 });
  }
  return matches;
}

/**
 * Places that differ from `needle` by at most `maxErrors` edits, fewest edits first, none overlapping.
 * Seeds and verification: cut into maxErrors + 1 pieces, one piece at least stands unchanged in every such place
 * (Navarro, "A guided tour to approximate string matching", 2001). The work is bounded: on very long texts pieces
 * that occur everywhere are not followed, so a place can be missed but never invented.
 */
export function similarPassages(text: string, needle: string, bounds: Bounds, maxErrors: number): Match[] {
  if (needle.length > LONGEST) return byEnds(text, needle, bounds, maxErrors);
  const places = likelyPlaces(text, needle, bounds, maxErrors);
  const found = places.flatMap((place) => {
    const from = Math.max(bounds.from, place - maxErrors);
    const to = Math.min(bounds.to, place + needle.length + 2 * maxErrors);
    return closestPassage(text, needle, { from, to, maxErrors }) ?? [];
  });
  return withoutOverlaps(found.sort((a, b) => a.errors - b.errors || a.start - b.start));
}

/** Where the needle would begin if the seeds are right: most agreeing seeds first. */
function likelyPlaces(text: string, needle: string, bounds: Bounds, maxErrors: number): number[] {
  const length = Math.max(3, Math.floor(needle.length / (maxErrors + 1)));
  const width = Math.max(8, maxErrors);
  const votes = new Map<number, { count: number; place: number }>();
  for (let offset = 0; offset + length <= needle.length; offset += length) {
    for (const hit of hits(text, needle.slice(offset, offset + length), bounds)) {
      const bucket = Math.floor((hit - offset) / width);
      const vote = votes.get(bucket);
      if (vote) vote.count++;
      else votes.set(bucket, { count: 1, place: hit - offset });
    }
  }
  const ranked = [...votes.values()].sort((a, b) => b.count - a.count || a.place - b.place);
  return ranked.slice(0, MOST_PLACES).map((vote) => vote.place);
}

function hits(text: string, seed: string, { from, to }: Bounds): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(seed, from); at >= 0 && at < to; at = text.indexOf(seed, at + 1)) {
    found.push(at);
    if (found.length > MOST_HITS) return [];
  }
  return found;
}

/** A long needle is where its beginning and its end are, the right distance apart. */
function byEnds(text: string, needle: string, bounds: Bounds, maxErrors: number): Match[] {
  const part = LONGEST / 2;
  const allowed = Math.ceil((maxErrors * part) / needle.length);
  const tails = similarPassages(text, needle.slice(-part), bounds, allowed);
  return similarPassages(text, needle.slice(0, part), bounds, allowed).flatMap((head) => {
    const drift = (tail: Match): number => Math.abs(tail.end - head.start - needle.length);
    const tail = tails.filter((one) => one.start >= head.end).sort((a, b) => drift(a) - drift(b))[0];
    if (!tail || drift(tail) > maxErrors) return [];
    return { start: head.start, end: tail.end, errors: head.errors + tail.errors + drift(tail) };
  });
}

function withoutOverlaps(matches: Match[]): Match[] {
  const kept: Match[] = [];
  for (const match of matches)
    if (kept.every((other) => match.end <= other.start || match.start >= other.end)) kept.push(match);
  return kept;
}
