/** Views of the panel in its states, over the sample evidence. */

import { NO_NOTEBOOK } from "../../../components/notes/notebook-view";
import type { PanelActions, PanelView } from "../../../components/view";
import type { Answer, Conversation, QuotedText } from "../../../lib/domain";
import type { EngineState, Glance } from "../../../lib/protocol";
import { NO_EVIDENCE } from "../../../lib/report/evidence";
import { speakerOf } from "../../fixtures/ask/made";
import { sampleEvidence } from "./fixture";
import { quietNotebook } from "./notebook-scenes";

export const GLANCE: Glance = {
  url: "https://shop.example/kettle",
  name: "Fennel electric kettle, 1.7 l",
  site: "shop.example",
  reviews: 18,
  comments: 0,
  total: 1204,
  hasMore: true,
  how: "json-ld",
  warnings: [],
};

export const ENGINE: EngineState = {
  encoder: {
    state: "ready",
    info: {
      model: "multilingual-e5-small",
      revision: "1571fc9827503943b6bb2e2c03c071f7",
      graph: "int8",
      backend: "wasm",
      adapter: "",
      threads: 2,
      dimensions: 384,
    },
    sentencesPerSecond: 38,
  },
  gpu: "absent",
  understanding: { active: false, paused: false, done: 48, waiting: 0, sentencesPerSecond: 0 },
  problems: [],
  generators: { chosen: { kind: "evidence" }, state: "evidence", engines: [], models: [] },
};

const evidence = sampleEvidence();

/** A page that was seen and not yet read. */
export const UNREAD: PanelView = {
  page: { at: "seen", glance: GLANCE },
  engine: { at: "here", state: ENGINE },
  evidence: NO_EVIDENCE,
  conversations: [],
  pins: [],
  groups: [],
  handSegments: [],
  drafts: new Map(),
  recipes: [],
  codes: [],
  surveys: [],
  scales: [],
  notebook: NO_NOTEBOOK,
  library: [],
  model: { licence: "MIT", bytes: 83_000_000 },
  storage: { usage: 48_200_000, quota: 60_000_000_000 },
  languageChoice: "auto",
  version: "0.1.0",
};

const subject = {
  id: "s",
  name: "Fennel electric kettle, 1.7 l",
  url: "https://shop.example/kettle",
  site: "shop.example",
  brand: "Marlow",
  price: "€49",
  ratingCount: 1204,
  lastRead: "2026-05-10T08:00:00Z",
};

/** The same page, read and understood. */
export const READ: PanelView = {
  ...UNREAD,
  subject,
  evidence,
  pulse: { reviews: 48, understood: 48, sentences: 109 },
  library: [{ subject, reviews: 48 }],
};

/** Reading and understanding go on. */
export const BUSY: PanelView = {
  ...READ,
  reading: { found: 124, added: 120, pages: 7, allPages: true },
  engine: {
    at: "here",
    state: { ...ENGINE, understanding: { active: true, paused: false, done: 20, waiting: 28, sentencesPerSecond: 38 } },
  },
};

/** A quote of one of the written reviews. */
export function quoteOfSample(reviewId: string, text: string): QuotedText {
  const start = evidence.reviews.find(({ id }) => id === reviewId)?.body.indexOf(text) ?? -1;
  return { reviewId, start, end: start + text.length, text };
}

const LOUD = quoteOfSample("r0", "In an open kitchen the noise stops every conversation.");

export const ANSWER: Answer = {
  question: "What is wrong with the noise?",
  covered: true,
  asked: "topic",
  standing: { positive: 2, negative: 9, neutral: 0 },
  claims: [
    { say: "most", polarity: "negative", supporters: 9, of: 12, quotes: [LOUD], verified: true },
    {
      say: "otherSide",
      polarity: "positive",
      supporters: 2,
      of: 12,
      quotes: [quoteOfSample("r0", "A full litre boils in under three minutes.")],
      verified: true,
    },
  ],
  supporters: 11,
  of: 12,
  engine: "evidence",
  manifest: {},
};

export const CONVERSATION: Conversation = {
  id: "c",
  subjectId: "s",
  personaId: "p-g-noise",
  speaker: speakerOf({ personaId: "p-g-noise" }),
  turns: [
    { id: "t1", question: ANSWER.question, asked: "2026-05-10T09:00:00Z", state: "answered", answer: ANSWER },
    {
      id: "t2",
      state: "answered",
      question: "Does it fit in a camper van?",
      asked: "2026-05-10T09:01:00Z",
      answer: { ...ANSWER, question: "Does it fit in a camper van?", covered: false, claims: [], supporters: 0 },
    },
  ],
  updated: "2026-05-10T09:01:00Z",
};

const BACKED_UP = { subjects: 2, reviews: 36, annotations: 5 };

/** Actions that do nothing; a test puts its own in their place. */
export function quietActions(own: Partial<PanelActions> = {}): PanelActions {
  const nothing = () => {};
  return {
    read: nothing,
    stop: nothing,
    resume: nothing,
    lookAgain: nothing,
    allow: nothing,
    retryEncoder: nothing,
    reconnect: nothing,
    show: async () => "quote",
    endShow: nothing,
    translate: async () => ({ text: "translated", model: "Sample-8B" }),
    search: async () => [],
    talks: {
      ask: async () => {},
      again: async () => {},
      stop: async () => {},
      begin: async () => "new",
      remove: async () => {},
      pin: async () => {},
    },
    focus: {
      begin: async () => "group",
      ask: async () => {},
      stop: async () => {},
      summarise: async () => {},
      addTime: nothing,
      remove: async () => {},
    },
    why: async () => [],
    editThemes: async () => {},
    undoThemes: async () => undefined,
    copy: async () => true,
    save: nothing,
    open: nothing,
    backToPage: nothing,
    importing: {
      begin: nothing,
      close: nothing,
      file: nothing,
      text: nothing,
      selection: nothing,
      change: nothing,
      store: nothing,
      stop: nothing,
    },
    picking: { begin: nothing, press: nothing, level: nothing, take: nothing, close: nothing },
    recipes: { rename: nothing, remove: nothing, export: nothing, import: async () => ({ recipes: [], problems: [] }) },
    codes: {
      save: async () => {},
      remove: async () => {},
      judge: async () => {},
      suggest: async () => ({ suggestions: [], ask: [] }),
      saveTable: nothing,
    },
    notebook: quietNotebook(),
    backup: {
      save: async () => ({ name: "earshot-2026-05-10.earshot-backup", bytes: 48_200 }),
      choose: async ({ name: title }) => ({
        name: "laid-down",
        title,
        summary: { made: "2026-05-10T09:00:00Z", bytes: 48_200, locked: false, counts: BACKED_UP },
      }),
      restore: async () => BACKED_UP,
      leave: nothing,
    },
    engines: {
      choose: async () => {},
      release: async () => {},
      download: async () => {},
      pause: async () => {},
      verify: async () => true,
      remove: async () => {},
      addAddress: async () => "own",
      addFile: async () => "own",
      serverModels: async () => [],
      useServer: async () => {},
      forgetServerKey: async () => {},
    },
    segments: {
      save: async () => {},
      name: async () => {},
      remove: async () => {},
      preview: async () => ({ reviews: 12, reviewers: 11 }),
    },
    tests: {
      check: async () => [],
      run: async () => "run",
      pause: async () => {},
      resume: async () => {},
      delete: async () => {},
      manifest: () => Promise.reject(new Error("There is no manifest.")),
      responses: async () => [],
      fidelity: async () => ({ checked: false, why: "no-stars", heldIn: 0, heldOut: 0, needed: 40, rows: [] }),
      libraryFidelity: async () => ({ products: 0, left: 1, needed: 5, rows: [] }),
      saveScale: async (scale) => scale,
      deleteScale: async () => {},
      checkScale: async ({ id, version }, language) => ({
        scaleId: id,
        version,
        language,
        sets: [{ order: 1, means: [1, 2, 3, 4, 5], closest: { points: [3, 4], similarity: 0.9 } }],
        paraphrases: { tried: 5, landed: 5, near: 5 },
        verdict: "good",
      }),
    },
    personas: {
      edit: async () => {},
      undo: async () => undefined,
      copy: async () => "p-copy",
      describe: async () => "p-described",
      bring: async () => ({ personas: [], left: 0 }),
      remove: async () => {},
    },
    forget: nothing,
    forgetAll: nothing,
    chooseLanguage: nothing,
    ...own,
  };
}
