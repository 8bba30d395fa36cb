/**
 * What a voice says after it heard the others: only what its own reviewers wrote about the same matters. A voice whose reviewers are
 * silent about a matter does not follow the others into it, as people in a group do.
 */
import type { Answer, Claim, Reaction, ReactionMatter } from "../../domain";
import { makeClaim, placeOf } from "../claims";
import { byId } from "../material";
import type { Stance } from "../topics";
import { type GroupEvidence, matterKey, type Raised, raisedBy, stancesOn } from "./matter";
import { countStances, type Side, sideOf, sideOfAnswer } from "./side";

/** More than a reader takes in after the answer itself. */
const MATTERS = 3;

export interface Voice {
  personaId: string;
  /** Of its own reviewers. */
  reviewIds: readonly string[];
  answer?: Answer;
}

interface Met {
  raised: Raised;
  by: string[];
  side: Side;
  stances: Stance[];
}

/**
 * @param others as they answered, in the order in which they spoke
 * @returns to whom it agrees and with whom not (one may be in both, on two matters); `answer` quotes its own reviewers on what the others
 * raised and it had not named itself. Empty lists when its reviewers say nothing about any of it.
 */
export function reactTo(own: Voice, others: readonly Voice[], evidence: GroupEvidence): Reaction {
  const met = mattersMet(own, others, evidence);
  const matters = [onTheQuestion(own, others), ...byMatter(met)].filter(
    ({ agrees, dissents }) => agrees.length + dissents.length > 0,
  );
  const all = (how: "agrees" | "dissents") => [...new Set(matters.flatMap((matter) => matter[how]))];
  const answer = answerOn(own, met, evidence);
  return { agrees: all("agrees"), dissents: all("dissents"), matters, ...(answer ? { answer } : {}) };
}

function onTheQuestion(own: Voice, others: readonly Voice[]): ReactionMatter {
  const side = sideOfAnswer(own.answer);
  const judges = side === "positive" || side === "negative";
  const of = (wanted: (theirs: Side) => boolean) =>
    others.filter(({ answer }) => wanted(sideOfAnswer(answer))).map(({ personaId }) => personaId);
  return {
    agrees: judges ? of((theirs) => theirs === side) : [],
    dissents: of((theirs) => opposite(side, theirs)),
  };
}

function byMatter(met: readonly Met[]): ReactionMatter[] {
  const matters = new Map<string, ReactionMatter>();
  for (const { raised, side, by } of met) {
    const key = matterKey(raised.topic);
    const matter = matters.get(key) ?? { topic: raised.topic, agrees: [], dissents: [] };
    if (side === raised.polarity) matter.agrees.push(...by);
    if (opposite(side, raised.polarity)) matter.dissents.push(...by);
    matters.set(key, matter);
  }
  return [...matters.values()];
}

/** What the others raised, once by matter and side, where its own reviewers speak of it. */
function mattersMet(own: Voice, others: readonly Voice[], evidence: GroupEvidence): Met[] {
  const members = new Set(own.reviewIds);
  const met = new Map<string, Met>();
  for (const { personaId, answer } of others)
    for (const raised of raisedBy(answer)) {
      const key = `${matterKey(raised.topic)}\n${raised.polarity}`;
      const known = met.get(key) ?? { raised, by: [], ...standOn(raised.topic, evidence, members) };
      if (!known.by.includes(personaId)) known.by.push(personaId);
      met.set(key, known);
    }
  return [...met.values()].filter(({ side }) => side !== "silent");
}

function standOn(topic: string, evidence: GroupEvidence, members: ReadonlySet<string>): Pick<Met, "side" | "stances"> {
  const stances = stancesOn(topic, evidence, members);
  return { stances, side: sideOf(countStances(stances)) };
}

function answerOn(own: Voice, met: readonly Met[], evidence: GroupEvidence): Answer | undefined {
  const named = new Set(raisedBy(own.answer).map(({ topic }) => matterKey(topic)));
  const fresh = met.filter(({ raised }) => !named.has(matterKey(raised.topic)));
  const shown = new Set(own.answer?.claims.flatMap(({ quotes }) => quotes.map(placeOf)));
  const of = own.answer?.of ?? 0;
  const claims = fresh.flatMap((one) => claimOf(one, of, shown, evidence) ?? []).slice(0, MATTERS);
  if (claims.length === 0 || !own.answer) return undefined;
  const heard = fresh.flatMap(({ stances }) => stances.map(({ reviewer }) => reviewer));
  const { question, engine } = { question: own.answer.question, engine: "evidence" as const };
  return { question, engine, covered: true, claims, supporters: new Set(heard).size, of, manifest: {} };
}

/** The side most of them take; no quote of a voice stands twice. */
function claimOf({ raised, side, stances }: Met, of: number, shown: Set<string>, evidence: GroupEvidence) {
  if (side === "silent") return undefined;
  const unsaid = stances.map((stance) => ({
    ...stance,
    sentences: stance.sentences.filter((sentence) => !shown.has(placeOf(sentence))),
  }));
  const reviews = byId(evidence.index.entries.map(({ review }) => review));
  const claim: Claim | undefined = makeClaim({ stances: unsaid, polarity: side, topic: raised.topic }, of, reviews);
  for (const quote of claim?.quotes ?? []) shown.add(placeOf(quote));
  return claim;
}

function opposite(one: Side, other: Side): boolean {
  return (one === "positive" && other === "negative") || (one === "negative" && other === "positive");
}
