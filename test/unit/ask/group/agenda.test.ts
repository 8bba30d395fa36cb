import { describe, expect, it } from "vitest";
import { agendaOf, questionToReact } from "../../../../lib/ask/group";
import type { GroupRound, Polarity } from "../../../../lib/domain";
import { answerOf } from "../../../fixtures/ask/made";

const guide = ["Opening?", "Noise?", "Closing?"].map((question) => ({ question, minutes: 5 }));
const roundOf = (question: string): GroupRound => ({
  id: question,
  question,
  asked: "2026-01-01T00:00:00Z",
  state: "answered",
  turns: [],
});
const agendaAfter = (...asked: string[]) => agendaOf({ guide, rounds: asked.map(roundOf) });

describe("the agenda of a group", () => {
  it("begins before its first topic", () => {
    expect(agendaAfter()).toMatchObject({ next: 0 });
    expect(agendaAfter().current).toBeUndefined();
  });

  it("stays at a topic while questions of one's own are asked", () => {
    expect(agendaAfter("Noise?", "And at night?")).toMatchObject({ current: 1, next: 2 });
  });

  it("goes to any topic, back ones too, and comes to those that were left out", () => {
    expect(agendaAfter("Closing?")).toMatchObject({ current: 2, next: 0 });
    expect(agendaAfter("Closing?", "Opening?", "Closing?").topics.map(({ asked }) => asked)).toEqual([1, 0, 2]);
  });

  it("has no next topic when all were asked, and none at all without a guide", () => {
    expect(agendaAfter("Opening?", "Noise?", "Closing?").next).toBeUndefined();
    expect(agendaOf({ guide: [], rounds: [roundOf("Noise?")] })).toEqual({ topics: [] });
  });

  it("takes the first of two topics with the same words", () => {
    const twice = { guide: [...guide, { question: "Noise?" }], rounds: [roundOf("Noise?")] };
    expect(agendaOf(twice).topics.map(({ asked }) => asked)).toEqual([0, 1, 0, 0]);
  });
});

describe("what a voice is asked about the others", () => {
  const raising = (topic: string, polarity: Polarity) =>
    answerOf({ claims: [{ say: "one", topic, polarity, supporters: 1, of: 8, quotes: [], verified: true }] });

  it("names the matters on which its own reviewers have something to say, with the side the others took", () => {
    const question = questionToReact(raising("Zipper", "negative"), [
      raising("zipper", "positive"),
      raising("pockets", "positive"),
      undefined,
    ]);
    expect(question).toBe("In the group some praise “zipper”. What do you say about that?");
  });

  it("is a question too where nothing can be named", () => {
    expect(questionToReact(answerOf(), [])).toMatch(/\?$/);
  });
});
