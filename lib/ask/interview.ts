/**
 * Answers a question without a language model: finds the sentences of the persona's reviewers that bear on it, counts who says
 * what, and shows it in their words. Review text is only ever counted and quoted, never followed.
 */
import type { Answer, Asked, Claim, Polarity, Sentence } from "../domain";
import { type ClaimSource, makeClaims } from "./claims";
import { enterRoom, type Interview, type Room } from "./evidence-room";
import { type ReadReview, reviewerOf, textOf } from "./material";
import { LEAVING, STAYING, WISH } from "./persona/wish-cues";
import { pointsOf } from "./points";
import { satisfaction } from "./segments/candidates";
import { evidenceOn, manifest } from "./topic-evidence";
import { bestShown, borneOut, type Stance, showsTopic, stancesOf, type Topic, topicsOf } from "./topics";
import { verifyAnswer } from "./verify";
import { contentWords } from "./words";

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
  if (!answer.covered && interview.said?.size) return answerFromEvidence({ ...interview, said: new Set() }); // nothing new: the same again
  return verifyAnswer(answer, room.reviews);
}

function answerTopic(room: Room): Answer {
  const { sentences, scores, confidence, others } = evidenceOn(room);
  if (sentences.length === 0) return { ...decline(room, "topic", others), manifest: manifest(confidence) };
  const stances = stancesOf(sentences, room.known);
  const claims = topicPoints(stances, room, (sentence) => scores.get(sentence.id) ?? 1);
  return { ...finish(room, "topic", claims, stances), manifest: manifest(confidence) };
}

/** The larger side and what exactly it names, then the other side, then what they wish for in this matter. */
function topicPoints(stances: readonly Stance[], room: Room, relevance: (sentence: Sentence) => number): Claim[] {
  const [first, ...others] = sideSources(stances, room, relevance);
  if (!first) return [];
  const wishes = wishSources(
    stances.flatMap((stance) => stance.sentences),
    room,
  );
  const stems = new Set(contentWords(room.question.text, room.question.language).map(({ stem }) => stem));
  const places = Math.max(0, CLAIMS - 1 - others.length - wishes.length);
  const points = pointsOf(stances, first.polarity, stems, room.known).slice(0, places);
  return claimsFrom([first, ...points.map((point) => ({ ...point, relevance })), ...others, ...wishes], room);
}

function answerGeneral(room: Room, asked: Asked): Answer {
  if (asked === "loyalty") return answerLoyalty(room);
  const found = claimsFrom(generalSources(room, asked), room).slice(0, CLAIMS);
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

function claimsFrom(sources: readonly ClaimSource[], { of, known, interview }: Room): Claim[] {
  return makeClaims(sources, of, known, interview.said);
}

function claimsBySide(stances: readonly Stance[], room: Room): Claim[] {
  return claimsFrom(sideSources(stances, room), room);
}

/** The larger side first; those who do not judge are heard only when they are many. */
function sideSources(stances: readonly Stance[], room: Room, relevance?: ClaimSource["relevance"]): ClaimSource[] {
  return strongestFirst(stances, room.question.leaning).map((polarity, place) => {
    return { stances, polarity, otherSide: place > 0 && polarity !== "neutral", relevance };
  });
}

function wishSources(sentences: readonly Sentence[], room: Room): ClaimSource[] {
  const wishing = sentences.filter((sentence) => WISH.test(textOf(sentence, room.known)));
  const stances = stancesOf(wishing, room.known).map((stance): Stance => ({ ...stance, polarity: "mixed" }));
  return stances.length > 0 ? [{ stances, polarity: "mixed" }] : [];
}

/** The topics most of them agree on; asked for an opinion in general, the strongest of the other side and their wishes close. */
function generalSources(room: Room, asked: Asked): ClaimSource[] {
  const topics = topicsOf(room.reviews, room.sentences, room.interview.themes).map((topic) =>
    borneOut(topic, room.known),
  );
  const of = (polarity: Polarity, otherSide = false) => topicSources(topics, room, { polarity, otherSide });
  const wishes = wishSources(room.sentences, room);
  if (asked === "likes") return of("positive");
  if (asked === "dislikes") return of("negative");
  if (asked === "wishes") return [...wishes, ...of("negative")];
  const [first = "positive"] = strongestFirst(
    room.reviews.map((review) => ({ reviewer: review.id, polarity: moodOf(review), sentences: [] })),
  ).filter((polarity) => polarity !== "neutral");
  const other = first === "positive" ? "negative" : "positive";
  return [...of(first).slice(0, CLAIMS - 1 - wishes.length), ...of(other, true).slice(0, 1), ...wishes];
}

function topicSources(
  topics: readonly Topic[],
  room: Room,
  { polarity, otherSide }: Pick<ClaimSource, "polarity" | "otherSide">,
): ClaimSource[] {
  const count = (topic: Topic) => topic.stances.filter((stance) => stance.polarity === polarity).length;
  const spoken = topics.filter((topic) => count(topic) > 0).sort((a, b) => count(b) - count(a));
  const said = ({ stances }: Topic) =>
    stances
      .filter((stance) => stance.polarity === polarity)
      .flatMap(({ sentences }) => sentences.filter(({ sentiment }) => sentiment.label === polarity));
  return bestShown(spoken, (topic) => topic, said, room.known).map((topic) => ({
    stances: topic.stances,
    polarity,
    topic: topic.label,
    otherSide,
    relevance: (sentence) => showsTopic(topic, sentence, room.known),
  }));
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
