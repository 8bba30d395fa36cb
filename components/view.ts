/** What the panel is given to draw, and what it can ask for. No component knows where either comes from. */
import type { Doing } from "../lib/collect/page/drive";
import type { Recipe } from "../lib/collect/recipe/recipe";
import type {
  Code,
  Conversation,
  GroupTalk,
  HandSegment,
  Pin,
  ProblemCode,
  QuotedText,
  Review,
  Scale,
  Subject,
  SurveyRun,
  ThemeEdit,
} from "../lib/domain";
import type { InterfaceLanguage } from "../lib/locale";
import type { EngineState, Glance, LearntExample, ReadReport } from "../lib/protocol";
import type { Evidence } from "../lib/report/evidence";
import type { ReviewFilter } from "../lib/report/facets";
import type { PersonaActions } from "./ask/editing/editing-view";
import type { FocusActions } from "./ask/focus/focus-view";
import type { SaveFile } from "./ask/TakeAlong";
import type { Drafts, TalkActions } from "./ask/talk-view";
import type { CodeActions } from "./codes/codes-view";
import type { ImportActions, ImportView } from "./import/import-view";
import type { NotebookActions, NotebookView } from "./notes/notebook-view";
import type { PickActions, PickView, RecipeActions } from "./pick/pick-view";
import type { SegmentActions, SegmentEditing } from "./segments/segments-view";
import type { BackupActions } from "./settings/backup/backup-view";
import type { EngineActions } from "./settings/engines/engines-view";
import type { TestActions } from "./test/test-view";

/** What is known about the page in the tab. */
export type PageView =
  | { at: "looking" }
  | { at: "permission"; origin?: string; refused: boolean }
  | { at: "unreadable"; kind: "browser" | "pdf" }
  | { at: "failed"; message: string }
  | { at: "seen"; glance: Glance }
  /** Not looked at: something stored is shown instead. */
  | { at: "stored" };

/** A reading that goes on. */
export interface Reading {
  found: number;
  added: number;
  pages: number;
  allPages: boolean;
  /** What is being done in the page now. */
  doing?: Doing;
}

/** How the last reading ended. */
export interface ReadingEnd {
  how: "done" | "stopped" | "navigated" | "failed";
  allPages: boolean;
  found: number;
  added: number;
  pages: number;
  warnings: ReadReport["warnings"];
  /** Why it broke off, where that is known. */
  problem?: ProblemCode;
  /** What the machine says about it. */
  detail?: string;
}

export type EngineView = { at: "starting" } | { at: "silent" } | { at: "here"; state: EngineState };

export type LanguageChoice = "auto" | InterfaceLanguage;

/** One stored subject, for the list in Settings. */
export interface StoredEntry {
  subject: Subject;
  reviews: number;
}

/** Cheap figures of the subject in view. */
export interface SubjectPulse {
  reviews: number;
  understood: number;
  sentences: number;
}

export interface PanelView {
  page: PageView;
  reading?: Reading;
  ended?: ReadingEnd;
  engine: EngineView;
  subject?: Subject;
  pulse?: SubjectPulse;
  evidence: Evidence;
  conversations: readonly Conversation[];
  /** Answers kept in Notes, the latest first. */
  pins: readonly Pin[];
  /** Focus groups of the subject, the latest first. */
  groups: readonly GroupTalk[];
  /** Groups of reviewers that a person made, with those that nobody fits at present. */
  handSegments: readonly HandSegment[];
  /** What a language model is writing, by turn. */
  drafts: Drafts;
  library: readonly StoredEntry[];
  /** Licence of the model, and the size of the files it is loaded from (bytes). */
  model?: { licence: string; bytes: number };
  /** Bytes used and available, as the browser estimates them. */
  storage?: { usage: number; quota: number };
  languageChoice: LanguageChoice;
  version: string;
  /** Reviews being brought by hand, or just brought. */
  importing?: ImportView;
  /** A review being pointed at. */
  picking?: PickView;
  /** What was taught by pointing, the latest first. */
  recipes: readonly Recipe[];
  /** The researcher's own codes that are used on the subject in view, by name. */
  codes: readonly Code[];
  /** Surveys run on the subject, the latest first. */
  surveys: readonly SurveyRun[];
  /** Scales of one's own, by name. */
  scales: readonly Scale[];
  /** What researchers made of the page and the reviews. */
  notebook: NotebookView;
}

/** A sentence that means about the same as a query. */
export interface MeaningHit {
  reviewId: string;
  start: number;
  end: number;
  score: number;
}

/** `away`: it stands on another page than the one in the tab; `elsewhere`: its page could not be opened. */
export type Shown = "quote" | "record" | "nothing" | "away" | "elsewhere";

/** `brought`: from a file or a pasted text, so on no page. */
export type QuoteWhere = Shown | "brought";

export interface PanelActions {
  /** With `goOn` from where the last reading ended. */
  read(allPages: boolean, goOn?: boolean): void;
  /** Stops collecting and understanding; what was read stays. */
  stop(): void;
  /** Goes on understanding after a stop. */
  resume(): void;
  lookAgain(): void;
  /** Asks the browser for access to the page in view, or to every site when its address is unknown. */
  allow(): void;
  retryEncoder(): void;
  reconnect(): void;
  /** With `stay` the tab keeps its page: a text of another one is `away`. */
  show(review: Review, text: string, options?: { stay?: boolean }): Promise<Shown>;
  /** Nothing is lit up on the page any more. */
  endShow(): void;
  /** A quote in another language by the language model that is loaded, unchecked. Rejects with the signal's reason when stopped. */
  translate(text: string, from: string, signal: AbortSignal): Promise<{ text: string; model: string }>;
  search(query: string): Promise<MeaningHit[]>;
  talks: TalkActions;
  focus: FocusActions;
  /** Sentences the model learnt from, nearest to this one first. */
  why(sentenceId: string): Promise<LearntExample[]>;
  /** Changes the themes of the subject in view by hand; rejects when that did not work. */
  editThemes(edit: ThemeEdit): Promise<void>;
  /** Takes back the last change of the themes; nothing when none was left. */
  undoThemes(): Promise<ThemeEdit | undefined>;
  copy(text: string): Promise<boolean>;
  save: SaveFile;
  /** Shows a stored subject instead of the page in the tab. */
  open(subjectId: string): void;
  /** Shows what is in the tab again. */
  backToPage(): void;
  importing: ImportActions;
  picking: PickActions;
  recipes: RecipeActions;
  codes: CodeActions;
  notebook: NotebookActions;
  engines: EngineActions;
  backup: BackupActions;
  personas: PersonaActions;
  segments: SegmentActions;
  tests: TestActions;
  forget(subjectId: string): void;
  forgetAll(): void;
  chooseLanguage(choice: LanguageChoice): void;
}

export const PLACES = ["overview", "reviews", "ask", "test", "notebook", "settings"] as const;
export type PlaceName = (typeof PLACES)[number];

/** What several components need to lead people to evidence. */
export interface EvidenceLinks {
  reviewOf(id: string): Review | undefined;
  showQuote(quote: QuotedText): void;
  /** Shows one of many quotes without a word; with `open` on its page where that is another one. Never rejects. */
  stepTo(quote: QuotedText, open: boolean): Promise<QuoteWhere>;
  endShow(): void;
  /** The choice of who writes the answers. */
  openEngines(): void;
  /** With `query` narrowed by words, too. */
  openReviews(filter: ReviewFilter, query?: string): void;
  /** Sentences the model learnt from, nearest to this one first. */
  why(sentenceId: string): Promise<LearntExample[]>;
  /** Changes the themes by hand, says so, and offers to take it back. */
  editThemes(edit: ThemeEdit): void;
  /** Takes back the last change of the themes and says so. */
  undoThemes(): void;
  /** Makes and changes groups of reviewers by hand. */
  segments: SegmentEditing;
}
