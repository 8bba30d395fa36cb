/** What a group came to, counted from its rounds; nothing is smoothed over, whoever stands alone is named. */
import type { GroupPoint, GroupRound, GroupSummary, GroupTurn, Polarity, QuotedText } from "../../domain";
import { type GroupEvidence, matterKey, stancesOn } from "./matter";
import { countStances, sideOfAnswer } from "./side";

/** Quotes of a point: as many of either side as there are. */
const QUOTES_OF_A_SIDE = 2;

interface Gathered {
  topic: string;
  positive: Map<string, QuotedText[]>;
  negative: Map<string, QuotedText[]>;
  /** Of the whole subject, where the matter is a question and its round counted them. */
  reviewers?: GroupPoint["reviewers"];
}

/** @returns matters two or more voices judge the same way, those they are divided on, and those of one voice; most voices first */
export function summarize(rounds: readonly GroupRound[], evidence: GroupEvidence): GroupSummary {
  const matters = new Map<string, Gathered>();
  for (const round of rounds) for (const turn of round.turns) gather(matters, round, turn);
  const points = [...matters.values()].map((matter) => pointOf(matter, evidence)).filter(({ quotes }) => quotes.length);
  points.sort((a, b) => voices(b) - voices(a) || a.topic.localeCompare(b.topic));
  const disputed = points.filter(({ positive, negative }) => positive.length > 0 && negative.length > 0);
  const ofOneSide = points.filter((point) => !disputed.includes(point));
  return {
    agreed: ofOneSide.filter((point) => voices(point) > 1),
    disputed,
    alone: ofOneSide.filter((point) => voices(point) === 1),
  };
}

function gather(matters: Map<string, Gathered>, round: GroupRound, { personaId, answer, reaction }: GroupTurn): void {
  const own = sideOfAnswer(answer);
  const claims = [...(answer?.covered ? answer.claims : []), ...(reaction?.answer?.claims ?? [])];
  for (const { topic, polarity, quotes } of claims) {
    const aside = topic === undefined && polarity !== own; // the other side within one voice is not its side
    if (aside || !isSide(polarity)) continue;
    const matter = matterOf(matters, topic, round);
    matter[polarity].set(personaId, [...(matter[polarity].get(personaId) ?? []), ...quotes]);
  }
}

function matterOf(matters: Map<string, Gathered>, topic: string | undefined, round: GroupRound): Gathered {
  const key = topic === undefined ? `?${round.id}` : matterKey(topic);
  const known = matters.get(key);
  if (known) return known;
  const reviewers = topic === undefined && round.split ? sidesOf(round.split.reviewers) : undefined;
  const made = { topic: topic ?? round.question, positive: new Map(), negative: new Map(), reviewers };
  matters.set(key, made);
  return made;
}

function pointOf({ topic, positive, negative, reviewers }: Gathered, evidence: GroupEvidence): GroupPoint {
  return {
    topic,
    positive: [...positive.keys()],
    negative: [...negative.keys()],
    reviewers: reviewers ?? sidesOf(countStances(stancesOn(topic, evidence))),
    quotes: [...someOf(positive), ...someOf(negative)],
  };
}

/** One of each voice before a second of any. */
function someOf(side: ReadonlyMap<string, readonly QuotedText[]>): QuotedText[] {
  const byVoice = [...side.values()];
  const longest = Math.max(0, ...byVoice.map((quotes) => quotes.length));
  const inTurn = Array.from({ length: longest }, (_, i) => byVoice.flatMap((quotes) => quotes[i] ?? [])).flat();
  const different = new Map(inTurn.map((quote) => [`${quote.reviewId}:${quote.start}`, quote]));
  return [...different.values()].slice(0, QUOTES_OF_A_SIDE);
}

function sidesOf({ positive, negative }: GroupPoint["reviewers"]): GroupPoint["reviewers"] {
  return { positive, negative };
}

function isSide(polarity: Polarity): polarity is "positive" | "negative" {
  return polarity === "positive" || polarity === "negative";
}

function voices({ positive, negative }: GroupPoint): number {
  return new Set([...positive, ...negative]).size;
}
