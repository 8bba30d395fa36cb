/** What the place Test can ask for. */
import type {
  AnchorCheck,
  Fidelity,
  LibraryFidelity,
  RatingSettings,
  Scale,
  SurveyManifest,
  SurveyResponse,
  SurveySpec,
  SurveyWarning,
} from "../../lib/domain";

/** All of them reject with a `Problem` when they fail; what goes on in a run is seen in `PanelView.surveys`. */
export interface TestActions {
  /** What is to be known of a survey before it is run; rejects with what would stop it. */
  check(spec: SurveySpec): Promise<SurveyWarning[]>;
  /** Stores a run and begins it. @returns its id */
  run(spec: SurveySpec): Promise<string>;
  /** Answers made so far stay. */
  pause(surveyId: string): Promise<void>;
  /** Goes on where a run was paused or broke off. */
  resume(surveyId: string): Promise<void>;
  delete(surveyId: string): Promise<void>;
  /** Everything a run rests on, with words and vectors. */
  manifest(surveyId: string): Promise<SurveyManifest>;
  /** Who answered what, one by one. */
  responses(surveyId: string): Promise<SurveyResponse[]>;
  /** How well satisfaction read from words meets the stars of people kept away, on the subject in view. */
  fidelity(rating: RatingSettings): Promise<Fidelity>;
  /** The same over everything in the library. */
  libraryFidelity(rating: RatingSettings): Promise<LibraryFidelity>;
  /** Keeps a scale of one's own, its version raised; answers it as it is kept. */
  saveScale(scale: Scale): Promise<Scale>;
  deleteScale(id: string): Promise<void>;
  /** Whether the statements of a language do what they should. */
  checkScale(scale: Scale, language: string): Promise<AnchorCheck>;
}
