/**
 * Answers a question without a language model: finds the sentences of the persona's reviewers that bear on it, counts who says
 * what, and shows it in their words. Review text is only ever counted and quoted, never followed.
 */
import type { Answer, Asked, Claim, Polarity, Sentence } from "../domain";
import { makeClaim } from "./claims";
import { enterRoom, type Interview, type Room } from "./evidence-room";
import { type ReadReview, reviewerOf, textOf } from "./material";
import { LEAVING, STAYING, WISH } from "./persona/wish-cues";
import { satisfaction } from "./segments/candidates";
import { evidenceOn, manifest } from "./topic-evidence";
import { type Stance, showsTopic, stancesOf, topicsOf } from "./topics";
import { verifyAnswer } from "./verify";

const CLAIMS = 4;

export type { Interview } from "./evidence-room";

/**
 * @returns an answer whose every quote is verbatim; `covered: false` with a reason when these reviewers do not say
 */
export function answerFromEvidence(interview: Interview): Answer {
  const room = enterRoom(interview);
  const { asked } = room.question;
  if (asked === "self" || asked === "nothing" || room.of === 0) return decline(room, asked);
  const answer = asked === "topic" ? answerTopic(room) : answerGeneral(room, asked);
  return verifyAnswer(answer, room.reviews);
}

function answerTopic(room: Room): Answer {
  const { sentences, scores, confidence, others } = evidenceOn(room);
  if (sentences.length === 0) return { ...decline(room, "topic", others), manifest: manifest(confidence) };
  const stances = stancesOf(sentences, room.known);
  const claims = claimsBySide(stances, room, (sentence) => scores.get(sentence.id) ?? 1);
  return { ...finish(room, "topic", claims, stances), manifest: manifest(confidence) };
}

function answerGeneral(room: Room, asked: Asked): Answer {
  if (asked === "loyalty") return answerLoyalty(room);
  const topics = topicClaims(room, asked);
  const wishes = asked === "wishes" ? wishClaim(room) : [];
  const found = [...wishes, ...topics].slice(0, CLAIMS);
  const claims = found.length > 0 ? found : claimsWithoutTopic(room, asked);
  const stances = room.reviews.map((review) => ({
    reviewer: reviewerOf(review),
    polarity: moodOf(review),
    sentences: [],
  }));
  return finish(room, asked, claims, onePerPerson(stances));
}

/** Whether they would come back is said in set phrases; a sentence may praise the colour and still say "sent it back". */
function answerLoyalty(room: Room): Answer {
  const saying = room.sentences.flatMap((sentence): Sentence[] => {
    const text = textOf(sentence, room.known);
    if (LEAVING.test(text)) return [{ ...sentence, sentiment: { label: "negative", score: -1 } }];
    return STAYING.test(text) ? [{ ...sentence, sentiment: { label: "positive", score: 1 } }] : [];
  });
  const stances = stancesOf(saying, room.known);
  return finish(room, "loyalty", claimsBySide(stances, room), stances);
}

/** The larger side first; those who do not judge are heard only when they are many. */
function claimsBySide(stances: readonly Stance[], room: Room, relevance?: (sentence: Sentence) => number): Claim[] {
  const sides = strongestFirst(stances, room.question.leaning);
  return sides.flatMap((polarity, place) => {
    const otherSide = place > 0 && polarity !== "neutral";
    return makeClaim({ stances, polarity, otherSide, relevance }, room.of, room.known) ?? [];
  });
}

function wishClaim(room: Room): Claim[] {
  const wishing = room.sentences.filter((sentence) => WISH.test(textOf(sentence, room.known)));
  const stances = stancesOf(wishing, room.known).map((stance): Stance => ({ ...stance, polarity: "mixed" }));
  const claim = makeClaim({ stances, polarity: "mixed" }, room.of, room.known);
  return claim && claim.supporters > 0 ? [claim] : [];
}

/** The topics most of them agree on; asked for an opinion in general, the strongest of the other side closes. */
function topicClaims(room: Room, asked: Asked): Claim[] {
  const topics = topicsOf(room.reviews, room.sentences, room.interview.themes);
  const claimsOf = (polarity: Polarity, otherSide = false) => {
    const claims = topics.flatMap((topic) => {
      const relevance = (sentence: Sentence) => showsTopic(topic, sentence, room.known);
      const source = { stances: topic.stances, polarity, topic: topic.label, otherSide, relevance };
      return makeClaim(source, room.of, room.known) ?? [];
    });
    return claims.sort((a, b) => b.supporters - a.supporters);
  };
  if (asked === "likes") return claimsOf("positive");
  if (asked === "dislikes" || asked === "wishes") return claimsOf("negative");
  const [first = "positive", second = "negative"] = strongestFirst(
    room.reviews.map((review) => ({ reviewer: review.id, polarity: moodOf(review), sentences: [] })),
  ).filter((polarity) => polarity !== "neutral");
  const other = second === first ? "negative" : second;
  return [...claimsOf(first).slice(0, CLAIMS - 1), ...claimsOf(other, true).slice(0, 1)];
}

/** Too few reviews share a topic: then what each of them feels stands by itself. */
function claimsWithoutTopic(room: Room, asked: Asked): Claim[] {
  const wanted = asked === "likes" ? "positive" : asked === "overall" ? undefined : "negative";
  const claims = claimsBySide(stancesOf(room.sentences, room.known), room);
  return claims.filter(({ polarity }) => wanted === undefined || polarity === wanted);
}

function moodOf(review: ReadReview): Polarity {
  const mood = satisfaction(review);
  return mood === "satisfied" ? "positive" : mood === "dissatisfied" ? "negative" : "neutral";
}

function onePerPerson(stances: readonly Stance[]): Stance[] {
  return [...new Map(stances.map((stance) => [stance.reviewer, stance])).values()];
}

/** Sides in order of how many people take them; the side a question leans to comes first. */
function strongestFirst(stances: readonly Stance[], leaning?: Polarity): Polarity[] {
  const count = (polarity: Polarity) => stances.filter((stance) => stance.polarity === polarity).length;
  const judged = (["positive", "negative"] as const).filter((polarity) => count(polarity) > 0);
  judged.sort((a, b) => Number(b === leaning) - Number(a === leaning) || count(b) - count(a));
  return count("neutral") > stances.length / 3 ? [...judged, "neutral"] : judged;
}

function finish(room: Room, asked: Asked, claims: Claim[], stances: readonly Stance[]): Answer {
  const count = (polarity: Polarity) => stances.filter((stance) => stance.polarity === polarity).length;
  const standing = {
    positive: count("positive"),
    negative: count("negative"),
    neutral: count("neutral") + count("mixed"),
  };
  return {
    question: room.interview.question,
    covered: claims.length > 0,
    asked,
    standing,
    claims: claims.slice(0, CLAIMS),
    supporters: stances.length,
    of: room.of,
    engine: "evidence",
    manifest: {},
  };
}

function decline(room: Room, asked: Asked, others = 0): Answer {
  const answer = finish(room, asked, [], []);
  return others > 0 ? { ...answer, elsewhere: others } : answer;
}
