/**
 * The database schema and its versions. Only the engine writes; the panel reads through liveQuery.
 * A new version adds a `.version(n)` block and never edits an older one (https://dexie.org/docs/Tutorial/Design).
 */
import Dexie, { type EntityTable, type Transaction } from "dexie";
import type { Recipe } from "../collect/recipe/recipe";
import type {
  Annotation,
  Change,
  Code,
  CodeExample,
  Coder,
  Conversation,
  Finding,
  GroupTalk,
  HandSegment,
  Memo,
  PageCopy,
  Persona,
  PersonaEdit,
  Pin,
  Review,
  Scale,
  SecondCoding,
  Sentence,
  Subject,
  SurveyMaterial,
  SurveyResponse,
  SurveyRun,
  Theme,
  ThemeEdit,
} from "../domain";
import type { StoredReading } from "./readings";

/** A stored review. `understood` is the version of the heads that read it, 0 while it waits (indexable, unlike undefined). */
export interface StoredReview extends Review {
  understood: number;
  /** Why it could not be understood after two tries, in a sentence; it is then not tried again in this version. */
  failure?: string;
  finding?: Finding;
}

/** A subject with its place in the pipeline: themes and personas are made again when `settled` lags behind. */
export interface StoredSubject extends Subject {
  /** Number of understood reviews the present themes and personas were made from. */
  settled: number;
  /** Raised whenever its themes are replaced, by hand too. */
  themed?: number;
}

/** A small fact the engine keeps for itself, such as the per-language mean vectors. */
export interface Setting {
  key: string;
  value: unknown;
}

/** One change of the themes by hand; `at` orders them. */
export interface StoredThemeEdit {
  id?: number;
  subjectId: string;
  edit: ThemeEdit;
  /** Themes it spoke of, as they were named: some of them are seen no more until it is taken back. */
  names?: { id: string; label: string; madeLabel?: string }[];
  /** ISO 8601. */
  at: string;
}

/** A name given to a segment that was found; segments made by hand carry their own. */
export interface SegmentName {
  /** Of the segment. */
  id: string;
  subjectId: string;
  name: string;
}

/** One change of a persona's card by hand; `id` orders them. */
export interface StoredPersonaEdit {
  id?: number;
  subjectId: string;
  personaId: string;
  edit: PersonaEdit;
  /** ISO 8601. */
  at: string;
}

/** What a language model wrote for a respondent: not asked again while nothing of what it rests on changes. */
export interface StoredSurveyAnswer {
  /** SHA-256 of model, settings and prompt. */
  key: string;
  subjectId: string;
  text: string;
  /** ISO 8601. */
  at: string;
}

/** Words and vectors of a run as they were: reviews read since change nothing of what it rests on. */
export interface StoredSurveyMaterial {
  /** Of the run. */
  id: string;
  subjectId: string;
  material: SurveyMaterial;
}

/** A change of the notebook with the rows it touched: what undo puts back. */
export interface StoredChange extends Omit<Change, "id"> {
  id?: number;
  rows: ChangedRow[];
  /** Order in which changes were taken back: the last one is done again first. */
  undoneAs?: number;
}

export interface ChangedRow {
  table: "annotations" | "codes" | "memos" | "coders" | "pageCopies";
  key: string;
  /** Absent: it was not there. */
  before?: unknown;
  /** SHA-256 of what the change left, to know it again; absent: it left nothing. The row itself is stored once, where it belongs. */
  left?: string;
  /** While it is taken back: what the change had left. */
  after?: unknown;
  /** Of what the change left: whose words it holds. */
  subjectId?: string;
  /** Of a code, whose rows are kept without examples: those that came and those that went. */
  learnt?: CodeExample[];
  forgot?: CodeExample[];
}

export class EarshotDatabase extends Dexie {
  subjects!: EntityTable<StoredSubject, "id">;
  reviews!: EntityTable<StoredReview, "id">;
  sentences!: EntityTable<Sentence, "id">;
  themes!: EntityTable<Theme, "id">;
  personas!: EntityTable<Persona, "id">;
  conversations!: EntityTable<Conversation, "id">;
  settings!: EntityTable<Setting, "key">;
  recipes!: EntityTable<Recipe, "id">;
  themeEdits!: EntityTable<StoredThemeEdit, "id">;
  codes!: EntityTable<Code, "id">;
  readings!: EntityTable<StoredReading, "key">;
  segments!: EntityTable<HandSegment, "id">;
  segmentNames!: EntityTable<SegmentName, "id">;
  personaEdits!: EntityTable<StoredPersonaEdit, "id">;
  groups!: EntityTable<GroupTalk, "id">;
  pins!: EntityTable<Pin, "id">;
  surveys!: EntityTable<SurveyRun, "id">;
  surveyResponses!: EntityTable<SurveyResponse, "id">;
  surveyAnswers!: EntityTable<StoredSurveyAnswer, "key">;
  scales!: EntityTable<Scale, "id">;
  surveyMaterials!: EntityTable<StoredSurveyMaterial, "id">;
  annotations!: EntityTable<Annotation, "id">;
  coders!: EntityTable<Coder, "id">;
  memos!: EntityTable<Memo, "id">;
  changes!: EntityTable<StoredChange, "id">;
  pageCopies!: EntityTable<PageCopy, "id">;
  secondCodings!: EntityTable<SecondCoding, "id">;

  constructor(name = "earshot") {
    super(name);
    this.version(1).stores({
      subjects: "id, site, lastRead",
      reviews: "id, subjectId, understood, [subjectId+understood]",
      sentences: "id, reviewId, subjectId",
      themes: "id, subjectId",
      personas: "id, subjectId",
      conversations: "id, subjectId, personaId",
      settings: "key",
    });
    this.version(2).stores({ recipes: "id, host" });
    this.version(3).stores({ themeEdits: "++id, subjectId", codes: "id, subjectId" });
    this.version(4).stores({ readings: "key, network, *subjects" });
    this.version(5)
      .stores({
        segments: "id, subjectId",
        segmentNames: "id, subjectId",
        personaEdits: "++id, subjectId, personaId",
        groups: "id, subjectId",
        pins: "id, subjectId, conversationId",
      })
      .upgrade(bringTalksUp);
    this.version(6).stores({
      surveys: "id, subjectId",
      surveyResponses: "id, surveyId, subjectId",
      surveyAnswers: "key, subjectId",
      scales: "id",
    });
    this.version(7).stores({ surveyMaterials: "id, subjectId" });
    this.version(8)
      .stores({
        annotations: "id, subjectId, target.pageKey, review.reviewId, *codeIds",
        coders: "id",
        memos: "id, subjectId, kind",
        changes: "++id, subjectId",
        pageCopies: "id, pageKey, subjectId",
        secondCodings: "id, subjectId",
      })
      .upgrade(turnJudgementsIntoNotes);
  }
}

/** Personas of before lack most of their card, so they are made anew; talks get what they lacked, and are kept. */
async function bringTalksUp(transaction: Transaction): Promise<void> {
  const personas = new Map((await transaction.table<Persona>("personas").toArray()).map((one) => [one.id, one]));
  await transaction
    .table<Conversation>("conversations")
    .toCollection()
    .modify((talk) => {
      const segment = personas.get(talk.personaId)?.segment;
      talk.speaker ??= {
        personaId: talk.personaId,
        basis: segment?.basis ?? { kind: "detailed" },
        voice: 1,
        voices: 1,
        reviewers: segment?.reviewIds.length ?? 0,
      };
      for (const [place, turn] of talk.turns.entries()) {
        turn.id ??= `${talk.id}:${place}`;
        turn.state ??= turn.answer ? "answered" : "failed";
      }
    });
  await transaction.table("personas").clear();
  await transaction.table<StoredSubject>("subjects").toCollection().modify({ settled: -1 });
}

/** What a person judged to belong to a code is a passage they coded. */
async function turnJudgementsIntoNotes(transaction: Transaction): Promise<void> {
  const codes = await transaction.table<Code>("codes").toArray();
  const reviews = await transaction
    .table<StoredReview>("reviews")
    .bulkGet(codes.flatMap(({ examples }) => examples.map(({ reviewId }) => reviewId)));
  const byId = new Map(reviews.flatMap((review) => (review ? [[review.id, review] as const] : [])));
  const own: Coder = { id: crypto.randomUUID(), name: "", kind: "person", own: true };
  await transaction.table<Coder>("coders").put(own);
  const notes = new Map<string, Annotation>();
  for (const code of codes)
    for (const { reviewId, start, end, text, yes } of code.examples) {
      const review = byId.get(reviewId);
      if (!yes || review?.body.slice(start, end) !== text) continue; // its review is gone or was read anew: only the code knows it
      const place = `${reviewId} ${start} ${end}`;
      const note = notes.get(place);
      if (note) note.codeIds = [...new Set([...note.codeIds, code.id])];
      else
        notes.set(place, {
          id: crypto.randomUUID(),
          coderId: own.id,
          subjectId: review.subjectId,
          review: { reviewId, start, end },
          text,
          note: "",
          codeIds: [code.id],
          tags: [],
          created: code.updated,
          updated: code.updated,
        });
    }
  await transaction.table<Annotation>("annotations").bulkPut([...notes.values()]);
}
