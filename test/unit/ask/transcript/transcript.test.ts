import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  groupTranscript,
  interviewTranscript,
  type TranscriptParts,
  toDocx,
  toJson,
  toMarkdown,
} from "../../../../lib/ask/transcript";
import type { Answer, Conversation, GroupTalk } from "../../../../lib/domain";
import { makePhrase } from "../../../../lib/locale";
import { answerOf, speakerOf } from "../../../fixtures/ask/made";
import { plainReview } from "../kettle";

const catalogue = JSON.parse(
  readFileSync(new URL("../../../../public/_locales/en/messages.json", import.meta.url), "utf8"),
);
const phrase = makePhrase(catalogue, "en");
const HOSTILE = "<img src=x onerror=alert(1)> [click](http://evil.example) **bold** SECRET";
const review = plainReview("a", HOSTILE, { date: "2024-03-09" });
const quote = { reviewId: "a", start: 0, end: HOSTILE.length, text: HOSTILE };
const parts: TranscriptParts = {
  subject: { name: "Kettle_1", url: "https://shop.example/kettle" },
  phrase,
  reviewOf: (id) => (id === "a" ? review : undefined),
  mask: (text) => text.replaceAll("SECRET", "[name]"),
  maskQuote: ({ text }) => text.replaceAll("SECRET", "[name]"),
};
const claim = {
  say: "one" as const,
  topic: "noise",
  polarity: "negative" as const,
  supporters: 1,
  of: 8,
  quotes: [quote],
  verified: true,
};
const answer: Answer = answerOf({
  claims: [claim],
  supporters: 1,
  standing: { positive: 0, negative: 1, neutral: 0 },
  manifest: { coverage: 0.9 },
});
const talk = (more: Partial<Conversation> = {}): Conversation => ({
  id: "t",
  subjectId: "s",
  personaId: "persona",
  speaker: speakerOf({ reviewers: 8 }),
  turns: [{ id: "1", question: "Is it loud, SECRET?", asked: "2026-01-01T00:00:00Z", state: "answered", answer }],
  updated: "2026-01-01T00:00:00Z",
  ...more,
});
const group: GroupTalk = {
  id: "g",
  subjectId: "s",
  speakers: [speakerOf({ personaId: "A", name: "Fans" }), speakerOf({ personaId: "B", name: "Critics" })],
  guide: [],
  rounds: [
    {
      id: "r",
      question: "Is it loud?",
      asked: "2026-01-01T00:00:00Z",
      state: "stopped",
      turns: [
        { personaId: "A", answer },
        { personaId: "B", answer, reaction: { agrees: ["A"], dissents: [], answer: answerOf({ claims: [claim] }) } },
      ],
      split: {
        voices: { positive: 0, negative: 2, neutral: 0, silent: 0 },
        reviewers: { positive: 5, negative: 1, neutral: 0, silent: 3 },
      },
    },
  ],
  summary: {
    agreed: [
      { topic: "noise", positive: [], negative: ["A", "B"], reviewers: { positive: 5, negative: 1 }, quotes: [quote] },
    ],
    disputed: [],
    alone: [],
  },
  created: "2026-01-01T00:00:00Z",
  updated: "2026-01-01T00:00:00Z",
};

describe("a transcript of an interview", () => {
  it("is marked simulated, cites where every quote was read, and masks", () => {
    const written = toMarkdown(interviewTranscript(talk(), parts), phrase);
    expect(written).toContain("SIMULATED from 8 real reviewers");
    expect(written).toContain("2024-03-09, https://shop.example/plain");
    expect(written).toContain("\\[1\\]");
    expect(written).not.toContain("SECRET");
  });

  it("lets nothing that people wrote become markup", () => {
    const written = toMarkdown(interviewTranscript(talk(), parts), phrase);
    expect(written).not.toMatch(/(?<!\\)</u);
    expect(written).not.toMatch(/(?<!\\)\]\(/u);
    expect(written).not.toContain("**bold**");
    expect(written).toContain("Kettle\\_1");
  });

  it("gives programs everything by which an answer can be checked", () => {
    const read = JSON.parse(toJson(interviewTranscript(talk(), parts)));
    expect(read).toMatchObject({
      format: "earshot-transcript",
      version: 1,
      simulated: true,
      rounds: [
        {
          state: "answered",
          answers: [{ engine: "evidence", manifest: { coverage: 0.9 }, lines: [{ sources: [1] }] }],
        },
      ],
      sources: [
        {
          number: 1,
          reviewId: "a",
          start: 0,
          end: HOSTILE.length,
          date: "2024-03-09",
          url: "https://shop.example/plain",
        },
      ],
    });
  });

  it("leaves out what a language model wrote without support, and says how much", () => {
    const statements = [
      { text: "It is loud.", quotes: [quote], support: "supported" as const },
      { text: "It flies.", quotes: [], support: "unsupported" as const },
    ];
    const usage = { model: "Small-1B", total: 10 };
    const turn = {
      id: "1",
      question: "?",
      asked: "",
      state: "answered" as const,
      answer: { ...answer, engine: "wllama" as const, statements, usage },
    };
    const document = interviewTranscript(talk({ turns: [turn] }), parts);
    expect(document.rounds[0]?.answers[0]).toMatchObject({
      leftOut: 1,
      usage,
      lines: [{ text: "It is loud.", sources: [1] }],
    });
    expect(toMarkdown(document, phrase)).toContain("Worded by Small-1B");
  });

  it("tells the voices of one segment apart", () => {
    const named = (voice: number) =>
      interviewTranscript(talk({ speaker: speakerOf({ voice, voices: 2 }) }), parts).voices.map(({ name }) => name);
    expect(named(1)).not.toEqual(named(2));
  });

  it("of a talk without turns, and of quotes whose review is gone, is whole", () => {
    expect(interviewTranscript(talk({ turns: [] }), parts)).toMatchObject({ rounds: [], sources: [] });
    const gone = interviewTranscript(talk(), { ...parts, reviewOf: () => undefined });
    expect(gone.sources).toMatchObject([{ number: 1, reviewId: "a" }]);
    expect(gone.sources[0]?.url).toBeUndefined();
  });
});

describe("a transcript of a focus group", () => {
  it("holds a reaction in prose as far as it stands on the reviews, and counts what does not", () => {
    const [round] = group.rounds;
    const said = {
      ...answerOf({ claims: [claim] }),
      engine: "server" as const,
      statements: [
        { text: "We hear nothing beside it.", quotes: [quote], support: "supported" as const },
        { text: "It glows.", quotes: [], support: "unsupported" as const },
      ],
    };
    const turns = [{ personaId: "B", answer, reaction: { agrees: ["A"], dissents: [], answer: said } }];
    const written = groupTranscript({ ...group, rounds: round ? [{ ...round, turns }] : [] }, parts);
    expect(written.rounds[0]?.answers[1]).toMatchObject({
      kind: "reaction",
      engine: "server",
      leftOut: 1,
      lines: [{ text: "We hear nothing beside it.", sources: [1] }],
    });
  });

  it("names every voice, how it reacts, where all reviewers stand, and what it came to", () => {
    const written = toMarkdown(groupTranscript(group, parts), phrase);
    expect(written).toContain("Agrees with: Fans");
    expect(written).toContain("All reviewers: 5 for, 1 against, 0 undecided, 3 silent.");
    expect(written).toContain("Agreed: noise. For: –. Against: Fans, Critics.");
    expect(written).toContain("Stopped by hand");
  });

  it("numbers a passage once, however often it is quoted", () => {
    expect(groupTranscript(group, parts).sources).toHaveLength(1);
  });
});

describe("a Word document", () => {
  it("is a zip of its parts, and survives characters that XML forbids", async () => {
    const subject = { ...parts.subject, name: "Kettle \u0001 \ud800" };
    const bytes = await toDocx(groupTranscript(group, { ...parts, subject }), phrase);
    expect(Array.from(bytes.slice(0, 2))).toEqual([0x50, 0x4b]);
    expect(new TextDecoder("latin1").decode(bytes)).toContain("word/document.xml");
  });
});
