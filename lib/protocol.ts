/**
 * The only place where messages are named. One typed map for calls, one for what the engine broadcasts.
 * Calls go straight from context to context; nothing is relayed by the service worker.
 */
import { defineExtensionMessaging } from "@webext-core/messaging";
import type { Brought, Journey, Step } from "./collect/more/journey";
import type { Doing } from "./collect/page/drive";
import type { Summary } from "./collect/read/glance";
import type { Proposals, Recipe } from "./collect/recipe/recipe";
import type { Capture, RawSubject, Warning } from "./collect/site";
import type { PageSnapshot } from "./collect/snapshot";
import type {
  AnchorCheck,
  Answer,
  CodeSuggestion,
  Coverage,
  Fidelity,
  FilterChoice,
  GroupRound,
  GroupSummary,
  GuideTopic,
  HandSegment,
  LibraryFidelity,
  PersonaEdit,
  PersonasBrought,
  Place,
  ProblemCode,
  Quote,
  RatingSettings,
  Scale,
  SurveyManifest,
  SurveySpec,
  SurveyWarning,
  ThemeEdit,
} from "./domain";
import type { EngineState } from "./engine-state";
import type { GeneratorChoice } from "./models/generator";
import type { CodeFields, NotebookProtocol } from "./notebook-protocol";

export type { EncoderState, EngineState } from "./engine-state";

/** What the page script sees without reading everything: enough for the panel's first sentence. */
export type Glance = Summary;

/** How a reading went. */
export interface ReadReport {
  found: number;
  /** Not stored before. */
  added: number;
  pages: number;
  stopped: boolean;
  subjectId: string;
  /** Why it went no further; missing when it broke off. */
  coverage?: Coverage;
  /** What could not be read while the rest was. */
  warnings: Warning[];
  /** Why it broke off, where it did and that is known; `detail` is what the machine says about it. */
  problem?: ProblemCode;
  detail?: string;
}

/** What the engine did with a batch. */
export interface CommitReceipt {
  subjectId: string;
  found: number;
  added: number;
}

/** What the engine read in the copy of a page. */
export interface PageReading {
  glance: Glance;
  /** As the page says it; goes with the copies of later pages, which say less about what they are about. */
  subject: RawSubject;
  /** Ids of the records, shortened, so that whoever reads on knows what is new. */
  ids: string[];
  /** When it was to be stored: that it was. */
  receipt?: CommitReceipt;
}

/** What the engine made of the last step of a reading, and the next one. */
export interface Advice {
  journey: Journey;
  step: Step;
  receipt?: CommitReceipt;
  warnings: Warning[];
}

export interface ProtocolMap extends NotebookProtocol {
  /** panel → background: make sure the engine exists; resolves when it answers. */
  engineEnsure(): void;
  /** panel → background: put the page script into a tab, or the one for pointing. Says why when it cannot. */
  pageInject(data: { tabId: number; script?: PageScript }): InjectResult;

  /** panel → page: what is here? Reads this document without storing anything. */
  pageGlance(): Glance;
  /** panel → page: what does the tab show? Another answer is another document or another route in it. */
  pageHere(): string;
  /** panel → page: read and hand over to the engine, step by step; with `goOn` from where the last reading ended. */
  pageRead(data: { allPages: boolean; goOn?: boolean }): ReadReport;
  /** panel → page: stop reading; what was committed stays. */
  pageStop(): void;
  /** panel → page: scroll to a quote and light it up. */
  pageShow(data: { place: Place; body: string; text: string }): { shown: "quote" | "record" | "nothing" };
  /** panel → page: nothing is lit up any more. */
  pageShowEnd(): void;
  /** page → panel: reading goes on. */
  pageProgress(data: { found: number; added: number; pages: number; subjectId: string; doing: Doing }): void;

  /** panel → page: let the person point at a review; `hint` stands on the page meanwhile. Answered when they did. */
  pagePoint(data: { hint: string }): Pointed;
  /** panel → page: a key pressed in the panel while pointing. Answers with the words pointed at now. */
  pagePointKey(data: { key: string }): string;
  /** panel → page: no pointing any more, and no outlines. */
  pagePointEnd(): void;
  /** panel → page: outline these records, and say how many there are. */
  pageOutline(data: { paths: string[]; words: string }): void;

  /** page → engine: what would be taken, when the person points at this place of this copy? */
  engineRecipePropose(data: { snapshot: PageSnapshot; path: string }): Proposals | undefined;
  /** panel → engine: keep these recipes; one with the id of another replaces it. */
  engineRecipeSave(data: { recipes: Recipe[] }): void;
  /** panel → engine: forget a recipe; what was read by it stays. */
  engineRecipeDelete(data: { id: string }): void;

  /** page → engine: read this copy of a page, and with `store` keep what it holds; answered after the commit. */
  engineRead(data: { snapshot: PageSnapshot; subject?: RawSubject; store: boolean }): PageReading;
  /** page → engine: what the last step of a reading brought; stored, then answered with what to do next. */
  engineAdvance(data: { journey?: Journey; allPages: boolean; brought: Brought }): Advice;
  /** panel → engine: store this, which was on no page; answered after the commit. */
  engineCommit(data: { capture: Capture }): CommitReceipt;
  /** panel → engine: what is going on? */
  engineState(): EngineState;
  /** panel → engine: try the encoder again after a failure. */
  engineRetry(): void;
  /** panel → engine: stop understanding for now; taken up again by `engineResume` or at the next start. */
  enginePause(): void;
  engineResume(): void;
  /** panel → engine: this subject is on screen, so what waits of it goes first. */
  engineLook(data: { subjectId: string }): void;
  /**
   * panel → engine: ask a persona. The turn is stored before it is answered; what is written meanwhile is broadcast as `draft`.
   * Without `conversationId` in the persona's latest talk, which is begun when there is none.
   */
  engineAsk(data: { personaId: string; question: string; conversationId?: string; language: string }): AskReceipt;
  /** panel → engine: answer a turn once more; the answer it had is kept among `earlier`. */
  engineAskAgain(data: { conversationId: string; turnId: string; language: string }): AskReceipt;
  /** panel → engine: stop writing; what was written stays when it can be checked, else evidence answers. For turns, rounds and translations. */
  engineAskStop(data: { id: string }): void;
  /** panel → engine: begin another talk with a persona; answers its id. */
  engineTalkNew(data: { personaId: string }): { conversationId: string };
  engineTalkDelete(data: { conversationId: string }): void;
  /** panel → engine: keep an answer in Notes, or no longer. */
  enginePin(data: { conversationId: string; turnId: string; pinned: boolean }): void;
  /** panel → engine: a quote in another language, by the language model, where one can. Not checked, and marked so. */
  engineTranslate(data: { id: string; text: string; from: string; to: string }): { text: string; model: string };

  /** panel → engine: a focus group of three to eight personas; answers its id. */
  engineGroupNew(data: { subjectId: string; personaIds: string[]; guide: GuideTopic[] }): { groupId: string };
  /** panel → engine: put a question to the group: each answers in its own context, then hears the others. Stored turn by turn. */
  engineGroupAsk(data: { groupId: string; question: string; language: string }): { round: GroupRound };
  /** panel → engine: what the group agrees on and what not, counted from its rounds; stored with it. */
  engineGroupSummary(data: { groupId: string }): GroupSummary;
  /** panel → engine: so many seconds more were spent on a topic of the guide, by its place in it. */
  engineGroupTime(data: { groupId: string; topic: number; seconds: number }): void;
  engineGroupDelete(data: { groupId: string }): void;

  /** panel → engine: a segment by hand, new or changed; personas are made anew. Answers when they are. */
  engineSegmentSave(data: { segment: Omit<HandSegment, "created"> }): void;
  /** panel → engine: another name for any segment; "" gives back the one it was found under. */
  engineSegmentName(data: { subjectId: string; segmentId: string; name: string }): void;
  /** panel → engine: forget a segment made by hand. */
  engineSegmentDelete(data: { subjectId: string; segmentId: string }): void;
  engineSegmentPreview(data: { subjectId: string; choices: FilterChoice[] }): { reviews: number; reviewers: number };
  enginePersonaEdit(data: { personaId: string; edit: PersonaEdit }): void;
  /** panel → engine: take back the last change of a card; nothing when none was left. */
  enginePersonaUndo(data: { personaId: string }): PersonaEdit | undefined;
  /** panel → engine: a copy to be changed; answers its id. */
  enginePersonaCopy(data: { personaId: string }): { personaId: string };
  /** panel → engine: a persona from a description, not grounded in reviewers; answers its id. */
  enginePersonaDescribe(data: { subjectId: string; description: string }): { personaId: string };
  /** panel → engine: personas from a file, their quotes looked up in the stored reviews. Rejects with a `Problem` when it holds none. */
  enginePersonaImport(data: { subjectId: string; content: string; file: string }): PersonasBrought;
  /** panel → engine: forget a copy, a described persona, or one from a file. */
  enginePersonaDelete(data: { personaId: string }): void;

  /** panel → engine: what is to be known of a survey before it is run; what would stop it rejects with a `Problem`. */
  engineSurveyCheck(data: { subjectId: string; spec: SurveySpec }): SurveyWarning[];
  /** panel → engine: store a run and begin it; answers at once. Its answers and its state are in the database. */
  engineSurveyRun(data: { subjectId: string; spec: SurveySpec }): { surveyId: string };
  /** panel → engine: answers made so far stay. */
  engineSurveyPause(data: { surveyId: string }): void;
  /** panel → engine: go on where it was paused or broke off. */
  engineSurveyResume(data: { surveyId: string }): void;
  engineSurveyDelete(data: { surveyId: string }): void;
  /** panel → engine: everything a run rests on, with words and vectors, to be saved as a file. */
  engineSurveyManifest(data: { surveyId: string }): SurveyManifest;
  /** panel → engine: how well satisfaction from words meets the stars of people kept away. */
  engineFidelity(data: { subjectId: string; rating: RatingSettings }): Fidelity;
  engineLibraryFidelity(data: { rating: RatingSettings }): LibraryFidelity;
  /** panel → engine: keep a scale of one's own, its version raised; answers it as it is kept. Rejects with a `Problem` when it is none. */
  engineScaleSave(data: { scale: Scale }): { scale: Scale };
  /** panel → engine: runs that used it keep their copy. */
  engineScaleDelete(data: { id: string }): void;
  engineScaleCheck(data: { scale: Scale; language: string }): AnchorCheck;

  /** panel → engine: which engine writes from now on. Loads at the first question, or at once with `load`. */
  engineGeneratorChoose(data: { choice: GeneratorChoice; load?: boolean }): void;
  /** panel → engine: give the memory of the language model back. */
  engineGeneratorRelease(): void;
  /** panel → engine: load a model of the catalogue, or go on loading it. Progress is part of the state. */
  engineModelDownload(data: { id: string }): void;
  engineModelPause(data: { id: string }): void;
  /** panel → engine: compare what is stored with its hashes. */
  engineModelVerify(data: { id: string }): { whole: boolean };
  engineModelDelete(data: { id: string }): void;
  /** panel → engine: a GGUF at a hub address the person gave; offered from then on, downloaded by `engineModelDownload`. */
  engineModelAddress(data: { url: string }): { id: string };
  /** panel → engine: a file which the panel has laid down in the origin's private file system under `inbox/` + this name. */
  engineModelFile(data: { name: string; title: string }): { id: string };
  /** panel → engine: a server. `key` is kept in memory only; absent keeps the one there is, "" forgets it. */
  engineServerSet(data: { url: string; model: string; key?: string }): void;
  /** panel → engine: models a server says it has. */
  engineServerModels(data: { url: string; key?: string }): { models: string[] };
  /** panel → engine: sentences by meaning, best first; `score` is 0–1. */
  engineSearch(data: {
    subjectId: string;
    query: string;
  }): { reviewId: string; start: number; end: number; score: number }[];
  /** panel → engine: change the themes of a subject by hand; answered when they are made anew. */
  engineThemeEdit(data: { subjectId: string; edit: ThemeEdit }): void;
  /** panel → engine: take back the last change of the themes. Answers what it was, or nothing when none was left. */
  engineThemeUndo(data: { subjectId: string }): ThemeEdit | undefined;
  /** panel → engine: keep a code, or what changed of it; its examples are kept as they are. */
  engineCodeSave(data: { code: CodeFields }): void;
  engineCodeDelete(data: { id: string }): void;
  /** panel → engine: this sentence belongs to the code, or does not; `undefined` takes the judgement back. */
  engineCodeJudge(data: { codeId: string; sentenceId: string; yes: boolean | undefined }): void;
  /** panel → engine: what may belong to the code, surest first, and what would teach it most. */
  engineCodeSuggest(data: { codeId: string; subjectId: string }): CodeAdvice;
  /** panel → engine: learnt examples nearest to a sentence, for "why this?". */
  engineWhy(data: { sentenceId: string }): LearntExample[];
  /** panel → engine: delete a subject and everything made from it. */
  engineForget(data: { subjectId: string }): void;
  /** panel → engine: delete everything. */
  engineForgetAll(): void;
}

/** Where an answer was stored. */
export interface AskReceipt {
  conversationId: string;
  turnId: string;
  answer: Answer;
}

/** What a code makes of a subject's sentences. */
export interface CodeAdvice {
  suggestions: CodeSuggestion[];
  /** Sentences whose judgement would teach it most, most useful first. */
  ask: Quote[];
  /** How sure it is of itself, measured on its own examples left out in turns; absent while there are too few. */
  measured?: { accuracy: number; of: number };
}

/** A sentence the model learnt from, with the label it had there. */
export interface LearntExample {
  text: string;
  label: string;
  /** Cosine of the centred vectors, −1..1. */
  similarity: number;
}

/** What came of pointing; `nothing`: no rule could be made of it. */
export type Pointed = { at: "ended" } | { at: "nothing" } | { at: "proposed"; proposals: Proposals };

/** `pointing` is put in only where somebody points, `notes` where notes are shown or made. */
export type PageScript = "page" | "pointing" | "notes";

export type InjectResult =
  | { ok: true }
  | { ok: false; why: "permission" | "unreadable"; origin?: string; message: string };

export const { sendMessage, onMessage } = defineExtensionMessaging<ProtocolMap>();

/** Name of the channel on which the engine broadcasts its state to every open panel. */
export const ENGINE_CHANNEL = "earshot:engine";

/** What travels on `ENGINE_CHANNEL`. */
export type EngineBroadcast =
  | { type: "state"; state: EngineState }
  /** What a language model has written so far, unchecked. `id` of the turn or round; `personaId` says who of a group speaks. */
  | { type: "draft"; id: string; personaId: string; text: string };
