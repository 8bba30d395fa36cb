import { describe, expect, it } from "vitest";
import { indexEvidence } from "../../../../lib/ask/evidence-index";
import { reactTo, sideOfAnswer, speakingOrder, splitOf, suggestGuide, summarize } from "../../../../lib/ask/group";
import type { Answer, Claim, GroupRound, Polarity } from "../../../../lib/domain";
import { answerOf, personaWith } from "../../../fixtures/ask/made";
import { kettle, plainReview, plainSentence } from "../kettle";

const said = (id: string, body: string, label: Polarity) => {
  const review = plainReview(id, body);
  return {
    review,
    sentence: plainSentence(review, { sentiment: { label, score: label === "positive" ? 0.8 : -0.8 } }),
  };
};
const written = [
  said("a1", "The zipper runs smoothly and never catches.", "positive"),
  said("b1", "The zipper broke after a single week of use.", "negative"),
  said("c1", "Lovely zipper, it closes with one finger only.", "positive"),
  said("d1", "The pockets are deep enough for both my hands.", "positive"),
];
const reviews = written.map(({ review }) => review);
const sentences = written.map(({ sentence }) => sentence);
const evidence = { themes: [], index: indexEvidence(reviews, sentences) };

function claimOn(topic: string | undefined, polarity: Polarity, id: string): Claim {
  const body = reviews.find((review) => review.id === id)?.body ?? "";
  const quotes = [{ reviewId: id, start: 0, end: body.length, text: body }];
  return { say: "one", ...(topic ? { topic } : {}), polarity, supporters: 1, of: 1, quotes, verified: true };
}
const answered = (topic: string | undefined, polarity: "positive" | "negative", id: string): Answer =>
  answerOf({
    claims: [claimOn(topic, polarity, id)],
    standing: { positive: 0, negative: 0, neutral: 0, [polarity]: 1 },
    supporters: 1,
    of: 1,
  });
const roundOf = (turns: GroupRound["turns"], more: Partial<GroupRound> = {}): GroupRound => ({
  id: "r",
  question: "How is the zipper?",
  asked: "2026-01-01T00:00:00Z",
  state: "answered",
  turns,
  ...more,
});

describe("the order of speaking", () => {
  const voices = ["a", "b", "c", "d"];
  it("lets every voice begin once before any begins twice", () => {
    const first = voices.map((_, round) => speakingOrder(voices, round, "seed")[0]);
    expect([...first].sort()).toEqual(voices);
  });

  it("is the same for the same group, holds everybody, and takes nobody too", () => {
    expect(speakingOrder(voices, 2, "seed")).toEqual(speakingOrder(voices, 2, "seed"));
    expect([...speakingOrder(voices, 7, "other")].sort()).toEqual(voices);
    expect(speakingOrder([], 3, "seed")).toEqual([]);
  });
});

describe("a reaction", () => {
  const voice = (personaId: string, reviewId: string, answer?: Answer) => ({
    personaId,
    reviewIds: [reviewId],
    answer,
  });

  it("dissents from whoever judges the same matter the other way, in its own reviewers' words", () => {
    const own = voice("B", "b1", answerOf({ of: 1 }));
    const reaction = reactTo(own, [voice("A", "a1", answered("zipper", "positive", "a1"))], evidence);
    expect(reaction).toMatchObject({ agrees: [], dissents: ["A"] });
    expect(reaction.answer?.claims[0]).toMatchObject({ topic: "zipper", polarity: "negative", supporters: 1 });
    expect(reaction.answer?.claims[0]?.quotes[0]?.text).toBe(reviews[1]?.body);
  });

  it("agrees with whoever judges it the same way", () => {
    const own = voice("C", "c1", answerOf({ of: 1 }));
    const reaction = reactTo(own, [voice("A", "a1", answered("zipper", "positive", "a1"))], evidence);
    expect(reaction).toMatchObject({ agrees: ["A"], dissents: [] });
  });

  it("says on which matter it agrees and on which it does not, with the same voice too", () => {
    const own = voice("B", "b1", answered(undefined, "positive", "b1"));
    const other = answerOf({
      claims: [claimOn("zipper", "positive", "a1")],
      standing: { positive: 1, negative: 0, neutral: 0 },
    });
    expect(reactTo(own, [voice("A", "a1", other)], evidence)).toMatchObject({
      agrees: ["A"],
      dissents: ["A"],
      matters: [
        { agrees: ["A"], dissents: [] },
        { topic: "zipper", agrees: [], dissents: ["A"] },
      ],
    });
  });

  it("follows nobody into a matter its reviewers do not speak of", () => {
    const own = voice("D", "d1", answerOf({ of: 1, covered: false }));
    const reaction = reactTo(own, [voice("A", "a1", answered("zipper", "positive", "a1"))], evidence);
    expect(reaction).toEqual({ agrees: [], dissents: [], matters: [] });
  });

  it("compares sides where the question itself is judged", () => {
    const own = voice("B", "b1", answered(undefined, "negative", "b1"));
    expect(reactTo(own, [voice("A", "a1", answered(undefined, "positive", "a1"))], evidence).dissents).toEqual(["A"]);
  });
});

describe("the split", () => {
  it("counts voices by side and all reviewers beside them, the silent ones too", () => {
    const everybody = answerOf({ of: 20, supporters: 8, standing: { positive: 5, negative: 2, neutral: 1 } });
    const voices = [answered("zipper", "positive", "a1"), answered("zipper", "negative", "b1"), undefined];
    expect(splitOf(voices, everybody)).toEqual({
      voices: { positive: 1, negative: 1, neutral: 0, silent: 1 },
      reviewers: { positive: 5, negative: 2, neutral: 1, silent: 12 },
    });
  });

  it("gives no side to a voice whose reviewers are divided", () => {
    const divided = answerOf({ standing: { positive: 3, negative: 3, neutral: 0 } });
    expect(sideOfAnswer(divided)).toBe("neutral");
    expect(sideOfAnswer(answerOf({ covered: false }))).toBe("silent");
  });
});

describe("the summary", () => {
  it("keeps apart what is agreed, disputed and said by one alone", () => {
    const rounds = [
      roundOf([
        { personaId: "A", answer: answered("zipper", "positive", "a1") },
        { personaId: "B", answer: answered("the zippers", "negative", "b1") },
        { personaId: "D", answer: answered("pockets", "positive", "d1") },
      ]),
    ];
    const { agreed, disputed, alone } = summarize(rounds, evidence);
    expect(agreed).toEqual([]);
    expect(disputed).toMatchObject([
      { topic: "zipper", positive: ["A"], negative: ["B"], reviewers: { positive: 2, negative: 1 } },
    ]);
    expect(disputed[0]?.quotes.map(({ reviewId }) => reviewId)).toEqual(["a1", "b1"]);
    expect(alone).toMatchObject([{ topic: "pockets", positive: ["D"], negative: [] }]);
  });

  it("counts a reaction as a voice, and a question without topics by the round's own split", () => {
    const split = {
      voices: { positive: 2, negative: 0, neutral: 0, silent: 0 },
      reviewers: { positive: 9, negative: 4, neutral: 0, silent: 1 },
    };
    const reaction = { agrees: ["A"], dissents: [], answer: answered("zipper", "positive", "c1") };
    const rounds = [
      roundOf(
        [
          { personaId: "A", answer: answered("zipper", "positive", "a1") },
          { personaId: "C", answer: answered(undefined, "positive", "c1"), reaction },
          { personaId: "E", answer: answered(undefined, "positive", "a1") },
        ],
        { split },
      ),
    ];
    const { agreed } = summarize(rounds, evidence);
    expect(agreed.find(({ topic }) => topic === "zipper")?.positive).toEqual(["A", "C"]);
    expect(agreed.find(({ topic }) => topic === "How is the zipper?")?.reviewers).toEqual({ positive: 9, negative: 4 });
  });

  it("of nothing is nothing", () => {
    expect(summarize([], evidence)).toEqual({ agreed: [], disputed: [], alone: [] });
  });
});

describe("a suggested guide", () => {
  const phrase = (key: string, values: Record<string, string | number> = {}) => `${key} ${Object.values(values)}`;
  it("goes from the whole to what divides them, and plans time for each", () => {
    const line = (topic: string) => ({ id: topic, topic, supporters: 3, quotes: [] });
    const noise = kettle.themes.find(({ id }) => id === "noise")?.label ?? "";
    const personas = [personaWith({ likes: [line(noise)] }), personaWith({ dislikes: [line(noise)] })];
    const guide = suggestGuide(personas, kettle.themes, phrase);
    expect(guide[0]?.question).toContain("ask_suggest_overall");
    expect(guide[1]?.question).toContain(noise);
    expect(guide.every(({ minutes = 0 }) => minutes > 0)).toBe(true);
    expect(suggestGuide([], [], phrase)).toHaveLength(2);
  });
});
